/** What the detection needs of a line. */
interface WrappedLine {
  readonly text: string;
  readonly afterBlank: boolean;
}

/** Mail and typewritten copy are wrapped between these widths; longer lines are paragraphs. */
const NARROWEST = 50;
const WIDEST = 100;

/** How much of a full line may be missing: writers who break by hand are not exact. */
const SLACK = 4;

/**
 * The width at which a text is hard-wrapped, 0 where it is not. It is where lines run on one under another, none is
 * longer than mail allows, nearly all are so full that the next word would not have fitted, and most do not end as a
 * sentence does.
 */
export function wrapWidth(lines: readonly WrappedLine[]): number {
  let width = 0;
  for (const line of lines) {
    if (isTooLong(line)) return 0;
    width = Math.max(width, Math.min(line.text.length, WIDEST));
  }
  if (width < NARROWEST) return 0;
  let pairs = 0;
  let full = 0;
  let open = 0;
  for (let i = 0; i + 1 < lines.length; i++) {
    if (lines[i + 1].afterBlank) continue;
    pairs++;
    if (isFull(lines[i], lines[i + 1], width)) full++;
    if (!/[.!?:]["”’')]*$/.test(lines[i].text)) open++;
  }
  return pairs >= 2 && full >= pairs * 0.6 && open >= pairs * 0.6 ? width : 0;
}

/** Whether a line is longer than any of a hard-wrapped text that could have been broken. */
export function isTooLong({ text }: WrappedLine): boolean {
  return text.length > WIDEST && /\s/.test(text);
}

/** Whether the first word of `next` would not have fitted on `line`. */
export function isFull(line: WrappedLine, next: WrappedLine, width: number): boolean {
  const word = /^\S+/.exec(next.text)?.[0].length ?? 0;
  return line.text.length + 1 + word > width - SLACK;
}
