/** The small codes by which the network sees a word, beside the word itself. */
import { Column, FAR, startOf } from './columns';
import type { Reading } from './reading';

/** How many values each code has. */
export const CODES = [16, 8, 8, 512, 48, 8, 16, 8, 64, 64, 32, 32] as const;

/** A likely cue on one side: how far away, and how many commas between. */
export const sideCode = (by: number, commas: number): number => (by === FAR ? 32 : by * 4 + commas);
export const colonCode = (by: number, headline: number): number => (by === FAR ? 8 : by) + headline * 16;
export const endCode = (by: number, quotations: number): number => by * 3 + quotations;
export const rateCode = (rate: number): number => rate & 7;
export const suffixCode = (hash: number): number => hash & 511;

/** The codes of all words (n × CODES.length), as training has them; the network makes those that it needs for itself. */
export function codesOf({ n, columns }: Reading): Uint16Array {
  const codes = new Uint16Array(n * CODES.length);
  for (let i = 0; i < n; i++) {
    const at = (column: Column): number => columns[startOf(column, n) + i];
    codes.set(
      [
        at(Column.Form),
        at(Column.Mark),
        rateCode(at(Column.Cue)),
        suffixCode(at(Column.Suffix)),
        at(Column.Pos),
        rateCode(at(Column.Source)),
        at(Column.Flags),
        at(Column.Brackets),
        sideCode(at(Column.LeftBy), at(Column.LeftCommas)),
        sideCode(at(Column.RightBy), at(Column.RightCommas)),
        colonCode(at(Column.ColonBy), at(Column.Headline)),
        endCode(at(Column.EndBy), at(Column.Quotations)),
      ],
      i * CODES.length,
    );
  }
  return codes;
}
