/** A text as it is looked for in another: where its words start, and its runs, all of so many words. */
export interface Passage {
  readonly text: string;
  readonly starts: readonly number[];
  readonly runs: Int32Array;
}

/** The letters that a stretch lacks of a text and those that it has too many: at least the greater number must change. */
class Balance {
  lacking = 0;
  tooMany = 0;
  readonly #missing = new Int32Array(26);

  constructor(text: string) {
    this.drop(text, 0, text.length);
  }

  /** The stretch has these letters more. */
  add(text: string, from: number, to: number): void {
    for (let i = from; i < to; i++) {
      const letter = (text.charCodeAt(i) | 32) - 97;
      if (letter < 0 || letter > 25) continue;
      if (this.#missing[letter]-- > 0) this.lacking--;
      else this.tooMany++;
    }
  }

  /** The stretch has these letters less. */
  drop(text: string, from: number, to: number): void {
    for (let i = from; i < to; i++) {
      const letter = (text.charCodeAt(i) | 32) - 97;
      if (letter < 0 || letter > 25) continue;
      if (this.#missing[letter]++ < 0) this.tooMany--;
      else this.lacking++;
    }
  }
}

/** The last word has a blank before it, too. */
const LAST_BLANK = 1;

/**
 * Asked before texts are compared, far cheaper: whether letters alone allow that at most `most` changes make `part` of some
 * stretch of a passage, be it one of as many words from word `start` on or one that begins or ends up to two words
 * elsewhere. Gives over how many letters and blanks at most the ends of such a stretch are moved; undefined where there is none.
 */
export function mostMoved({ text, starts }: Passage, start: number, part: Passage, most: number): number | undefined {
  const offset = (word: number): number => (word < starts.length ? starts[Math.max(0, word)] : text.length);
  const end = start + part.starts.length;
  const [home, homeEnd] = [offset(start), offset(end)];
  const shortest = Math.min(starts.length, Math.max(0, end - 2));
  const longest = Math.min(starts.length, end + 2);
  const balance = new Balance(part.text);
  let furthest: number | undefined;
  let first = Math.max(0, start - 2);
  let to = Math.max(first, shortest);
  balance.add(text, offset(first), offset(to));
  for (const last = Math.max(0, start + 2); first <= last && first < longest; first++) {
    // more words never make fewer letters too many
    while (balance.tooMany <= most) {
      if (balance.lacking <= most) {
        const moved = Math.abs(offset(first) - home) + Math.abs(offset(to) - homeEnd) + LAST_BLANK;
        if (furthest === undefined || moved > furthest) furthest = moved;
      }
      if (to === longest) break;
      balance.add(text, offset(to), offset(++to));
    }
    const back = Math.max(shortest, first + 1);
    if (to > back) balance.drop(text, offset(back), offset(to));
    else if (to < back) balance.add(text, offset(to), offset(back));
    to = back;
    balance.drop(text, offset(first), offset(first + 1));
  }
  return furthest;
}
