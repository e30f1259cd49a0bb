/** The network as it runs: one gated recurrent layer in each direction over word and code vectors. */
import { CODES, colonCode, endCode, rateCode, sideCode, suffixCode } from './codes';
import { Column, startOf } from './columns';
import { lay, type Layout } from './layout';
import type { Memory } from './memory';
import type { Reading } from './reading';

/** Output rows of the network: the labels, padded to a multiple of four. */
export const OUTPUTS = 8;
/** Projections kept before the store is emptied; they depend on a word or on a few codes alone. */
const MOST_ROWS = 6000;

/** 16-bit integers to be multiplied with `scale`. */
export interface Scaled {
  readonly values: Int16Array;
  readonly scale: number;
}

export interface NetworkWeights {
  /** How many words the vocabulary has. */
  readonly words: number;
  /** Units of each direction, a multiple of 16, at most 128. */
  readonly hidden: number;
  /** Lengths of the parts of a word's input, multiples of four. */
  readonly fixed: number;
  readonly own: number;
  readonly code: number;
  /** Forward then backward, row-major: input projections 3H × (fixed + own + code), biases, recurrences 3H × H, outputs 8 × H. */
  readonly inputs: readonly [Scaled, Scaled];
  readonly biases: readonly [Scaled, Scaled];
  readonly recurrences: readonly [Scaled, Scaled];
  readonly outputs: readonly [Scaled, Scaled];
  /** One row a value of each code, in the codes' order. */
  readonly codes: Scaled;
  /** Writes the fixed and own parts of a word's vector to `into`, from -2^14 to 2^14; -1 is the unknown word. */
  readonly vector: (word: number, into: Int16Array, at: number) => void;
  /** What the numbers of each part are to be multiplied with. */
  readonly fixedScale: number;
  readonly ownScale: number;
}

/**
 * Codes whose projections are kept together, summed. The first group depends on the word alone and goes with its
 * vector; the others are few in their combinations.
 */
const OF_WORD = [2, 3, 4, 5];
const OF_MARKS = [0, 1, 6, 7];
const OF_CUES = [8, 9];
const OF_PLACE = [10, 11];

const FLOAT = 4;
/** Rows that are added up for a word: one of each group. */
const PARTS = 4;
/** Bytes a word that `score` needs: the addresses of these rows, and the scores. */
export const NETWORK_ROOM = FLOAT * (PARTS + OUTPUTS);

/** How many combinations of codes each group has; a word that is not in the vocabulary is one of suffix and class. */
const UNKNOWN = CODES[3] * CODES[4];
const MARKS = CODES[0] * CODES[1] * CODES[6] * CODES[7];
const CUES = CODES[8] * CODES[9];
const PLACES = CODES[10] * CODES[11];

/** Scores paragraphs; keeps the projections of what it has met. */
export class Network {
  private readonly layout: Layout;
  private readonly starts: readonly number[];
  /** Addresses of the rows that are kept, 0 where there is none: of words, known and unknown, then of each group's codes. */
  private readonly rows: Int32Array;
  /** The first address and the number of the rows that are kept. */
  private store = 0;
  private kept = 0;

  constructor(
    private readonly memory: Memory,
    private readonly weights: NetworkWeights,
  ) {
    const { hidden: H, words } = weights;
    if (H % 16 || H > 128) throw new RangeError('hidden units come in sixteens, up to 128');
    let next = 0;
    this.starts = CODES.map((n) => (next += n) - n);
    this.rows = new Int32Array(words + UNKNOWN + MARKS + CUES + PLACES);
    this.layout = lay(weights, memory);
  }

  /** Keeps projections from this address on; drops those that there are. */
  keepFrom(store: number): void {
    this.store = store;
    this.kept = 0;
    this.rows.fill(0);
  }

  /** The address of a new row under `key`: the sum of the projections of these rows of the codes, for both directions. */
  private row(key: number, rows: readonly number[]): number {
    const { layout } = this;
    const { kernel } = this.memory;
    const { hidden: H, code } = this.weights;
    const bytes = 6 * H * FLOAT;
    const address = this.store + this.kept++ * bytes;
    this.rows[key] = address;
    kernel.reserve(address + bytes);
    const { vector, codes, codeInputs } = layout;
    kernel.views().floats.fill(0, vector / FLOAT, vector / FLOAT + code);
    for (const row of rows) kernel.add(code, codes + row * code * FLOAT, vector);
    kernel.product(codeInputs, 6 * H, code, vector, address);
    return address;
  }

  /** The row of the `key`th combination of the codes of a group, whose keys begin at `first`. */
  private rowOf(group: readonly number[], first: number, key: number): number {
    const rows: number[] = [];
    let rest = key - first;
    for (let g = group.length - 1; g >= 0; g--) {
      const most = CODES[group[g]];
      rows.unshift(this.starts[group[g]] + (rest % most));
      rest = Math.floor(rest / most);
    }
    return this.row(key, rows);
  }

  private wordRow(key: number, { n, columns, index }: Reading, i: number): number {
    const { layout, starts, weights } = this;
    const { kernel } = this.memory;
    const { hidden: H, fixed, own, fixedScale, ownScale, inputs } = weights;
    const at = (column: Column): number => columns[startOf(column, n) + i];
    const codes = [
      rateCode(at(Column.Cue)),
      suffixCode(at(Column.Suffix)),
      at(Column.Pos),
      rateCode(at(Column.Source)),
    ];
    const address = this.row(
      key,
      codes.map((value, c) => starts[OF_WORD[c]] + value),
    );
    const x = layout.vector;
    weights.vector(index[i], kernel.views().halves, x / 2);
    kernel.add(6 * H, layout.biases, address);
    inputs.forEach(({ scale }, d) => {
      const out = address + d * 3 * H * FLOAT;
      kernel.dots(layout.fixedInputs[d], 3 * H, fixed, x, scale * fixedScale, out);
      kernel.dots(layout.ownInputs[d], 3 * H, own, x + 2 * fixed, scale * ownScale, out);
    });
    return address;
  }

  /** The addresses of each word's rows, PARTS a word. */
  private rowsOf(reading: Reading): Int32Array {
    const { n, columns, index } = reading;
    const { rows } = this;
    const unknown = this.weights.words;
    const marks = unknown + UNKNOWN;
    const cues = marks + MARKS;
    const places = cues + CUES;
    const start = (column: Column): number => startOf(column, n);
    const [suffix, pos] = [start(Column.Suffix), start(Column.Pos)];
    const [form, mark, brackets] = [start(Column.Form), start(Column.Mark), start(Column.Brackets)];
    const [left, leftCommas] = [start(Column.LeftBy), start(Column.LeftCommas)];
    const [right, rightCommas] = [start(Column.RightBy), start(Column.RightCommas)];
    const [colon, end] = [start(Column.ColonBy), start(Column.EndBy)];
    const flags = columns[start(Column.Flags)];
    const headline = columns[start(Column.Headline)];
    const quotations = columns[start(Column.Quotations)];
    const out = new Int32Array(PARTS * n);
    for (let i = 0, o = 0; i < n; i++, o += PARTS) {
      // The codes of a word that is not in the vocabulary are guesses from its ending and shape.
      const word = index[i] < 0 ? unknown + suffixCode(columns[suffix + i]) * CODES[4] + columns[pos + i] : index[i];
      const ofMarks =
        marks +
        ((columns[form + i] * CODES[1] + columns[mark + i]) * CODES[6] + flags) * CODES[7] +
        columns[brackets + i];
      const ofCues =
        cues +
        sideCode(columns[left + i], columns[leftCommas + i]) * CODES[9] +
        sideCode(columns[right + i], columns[rightCommas + i]);
      const ofPlace =
        places + colonCode(columns[colon + i], headline) * CODES[11] + endCode(columns[end + i], quotations);
      out[o] = rows[word] || this.wordRow(word, reading, i);
      out[o + 1] = rows[ofMarks] || this.rowOf(OF_MARKS, marks, ofMarks);
      out[o + 2] = rows[ofCues] || this.rowOf(OF_CUES, cues, ofCues);
      out[o + 3] = rows[ofPlace] || this.rowOf(OF_PLACE, places, ofPlace);
    }
    return out;
  }

  /** Gives the address of the words' scores, OUTPUTS floats each; they stand in the room (NETWORK_ROOM a word) at `room`. */
  score(reading: Reading, room: number): number {
    const { n } = reading;
    const { layout } = this;
    const { kernel } = this.memory;
    const { hidden: H } = this.weights;
    if (this.kept + PARTS * n > Math.max(MOST_ROWS, PARTS * n)) this.keepFrom(this.store);
    kernel.reserve(this.store);
    const rows = this.rowsOf(reading);
    const { floats, integers } = kernel.views();
    integers.set(rows, room / FLOAT);
    const word = PARTS * FLOAT;
    const scored = OUTPUTS * FLOAT;
    const out = room + n * word;
    floats.fill(0, out / FLOAT, out / FLOAT + n * OUTPUTS);
    const [U, V] = layout.recurrences;
    const [u, v] = this.weights.recurrences;
    const [O, P] = layout.outputs;
    const { state, gates } = layout;
    kernel.recur(n, H, U, u.scale, O, room, word, 0, out, scored, state, gates);
    const last = n - 1;
    const half = 3 * H * FLOAT;
    kernel.recur(n, H, V, v.scale, P, room + last * word, -word, half, out + last * scored, -scored, state, gates);
    return out;
  }
}
