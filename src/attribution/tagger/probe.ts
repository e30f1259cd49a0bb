/** A made-up paragraph by which a model knows the features that it was trained for. */
import { splitWords } from '../../article/words';
import { CODES, codesOf } from './codes';
import { hashesOf, SLOTS } from './features';
import { stir } from './hashing';
import type { Lexicon } from './lexicon';
import { read } from './reading';

const PROBE =
  '“We can’t wait for the U.S. any longer,” Mr. Obadiah Fenwick-Lund (D-Ohio) told The Harbor Post on Sept. 3 — and, ' +
  'according to two aides: the council’s 1,200 members “won’t.” He said that it had denied the report twice…';

/** A number that changes whenever the features of the probe do. */
export function fingerprint(lexicon: Lexicon): number {
  const reading = read(splitWords(PROBE), { isHeadline: true, afterColon: true }, lexicon);
  let h = stir(SLOTS, CODES.length);
  for (const list of [hashesOf(reading), codesOf(reading), reading.index]) for (const v of list) h = stir(h, v);
  return h;
}
