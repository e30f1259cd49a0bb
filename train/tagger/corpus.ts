/** Reads a corpus of attributions into labelled paragraphs. */
import { readFileSync } from 'node:fs';
import { splitWords, type Word } from '../../src/article/words';
import type { TagContext } from '../../src/attribution/tagger/reading';

export type Pair = readonly [number, number];
export interface GoldAttribution {
  readonly source: readonly Pair[];
  readonly cue: readonly Pair[];
  readonly content: readonly Pair[];
}
export interface Document {
  readonly text: string;
  readonly attributions: readonly GoldAttribution[];
}
export interface Paragraph {
  readonly document: number;
  readonly start: number;
  readonly text: string;
  readonly words: readonly Word[];
  /** Start and end of each word in the document, two numbers a word. */
  readonly offsets: Int32Array;
  /** O = 0; B and I of source 1 2, cue 3 4, content 5 6. */
  readonly labels: Uint8Array;
  readonly context: TagContext;
}

export function readDocuments(path: string): Document[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Document);
}

const ROLES = ['source', 'cue', 'content'] as const;

export function paragraphs(documents: readonly Document[]): Paragraph[] {
  const out: Paragraph[] = [];
  documents.forEach((d, document) => {
    const label = new Uint8Array(d.text.length);
    const starts = new Uint8Array(d.text.length);
    for (const a of d.attributions)
      ROLES.forEach((role, r) => {
        for (const [s, e] of a[role]) {
          label.fill(r + 1, s, e);
          starts[s] = 1;
        }
      });
    let start = 0;
    let first = true;
    let open = false;
    let colon = false;
    for (const text of d.text.split('\n')) {
      if (text.trim()) {
        const words = splitWords(text);
        const n = words.length;
        const offsets = new Int32Array(2 * n);
        const labels = new Uint8Array(n);
        let end = start;
        let before = 0;
        words.forEach((word, i) => {
          const s = start + word.start;
          // A word that a span cuts belongs to the span that most of it is in; its label is read off its first letter.
          let fresh = false;
          for (let x = end; x <= s; x++) if (starts[x]) fresh = true;
          const role = label[s];
          labels[i] = role === 0 ? 0 : fresh || role !== before ? 2 * role - 1 : 2 * role;
          before = role;
          end = start + word.end;
          offsets[2 * i] = s;
          offsets[2 * i + 1] = end;
        });
        out.push({
          document,
          start,
          text,
          words,
          offsets,
          labels,
          context: { isHeadline: first, quotationOpen: open, afterColon: colon },
        });
        first = false;
        open = leftOpen(text, open);
        colon = text.trimEnd().endsWith(':');
      }
      start += text.length + 1;
    }
  });
  return out;
}

/** Whether a paragraph ends inside double marks that have not been closed. */
export function leftOpen(text: string, _open: boolean): boolean {
  let inside = false;
  for (const c of text) {
    if (c === '“') inside = true;
    else if (c === '”') inside = false;
    else if (c === '"') inside = !inside;
  }
  return inside;
}
