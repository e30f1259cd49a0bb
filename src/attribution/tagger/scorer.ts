/** Where a paragraph lies in the kernel's memory while it is scored. */
import { CHAIN_ROOM, type Chain } from './chain';
import { Column } from './columns';
import type { Linear } from './linear';
import type { Memory } from './memory';
import { NETWORK_ROOM, type Network } from './network';
import type { Piece } from './pieces';
import type { Reading } from './reading';

/** Words that the kernel may read or write beyond the last one. */
const BEYOND = 8;
/** Bytes a word: its columns, or what the chain needs after them; the network's rows and scores; the scores of both. */
const FIRST = Math.max(4 * Column.Count, CHAIN_ROOM.word);
const SCORES = 64;
/** Words that there is room for from the start. */
const FEW = 256;

export class Scorer {
  private words = 0;
  private rows = 0;
  private scores = 0;

  constructor(
    private readonly memory: Memory,
    private readonly linear: Linear,
    private readonly network: Network,
    private readonly chain: Chain,
  ) {}

  /** Every stretch of a paragraph's words that is likely enough to be looked at, by its end, then by its beginning. */
  likelyPieces(reading: Reading): Piece[] {
    const { n, columns } = reading;
    if (n > this.words) this.makeRoom(n);
    const { rows, scores } = this;
    const first = this.memory.end;
    const scored = this.network.score(reading, rows);
    this.memory.kernel.views().integers.set(columns, first / 4);
    this.linear.score(n, first, scored, scores);
    return this.chain.likelyPieces(n, scores, first);
  }

  private makeRoom(n: number): void {
    const words = Math.max(FEW, n + (n >> 1)) + BEYOND;
    this.words = words - BEYOND;
    this.rows = this.memory.end + words * FIRST;
    this.scores = this.rows + words * NETWORK_ROOM;
    this.network.keepFrom(this.scores + words * SCORES);
  }
}
