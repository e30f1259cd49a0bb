/** The features that training meets, each with a number and a count. */
export class FeatureIndex {
  private keys: Int32Array;
  private ids: Int32Array;
  size = 0;
  private readonly counts: number[] = [];
  constructor(bits = 24) {
    this.keys = new Int32Array(1 << bits);
    this.ids = new Int32Array(1 << bits).fill(-1);
  }
  find(h: number, add: boolean): number {
    const mask = this.keys.length - 1;
    for (let at = (h ^ (h >>> 15)) & mask; ; at = (at + 1) & mask) {
      const id = this.ids[at];
      if (id === -1) {
        if (!add) return -1;
        this.keys[at] = h;
        this.ids[at] = this.size;
        this.counts.push(0);
        return this.size++;
      }
      if (this.keys[at] === h) return id;
    }
  }
  count(id: number): void {
    this.counts[id]++;
  }
  /** Keeps the features seen at least `cut` times. */
  prune(cut: number): FeatureIndex {
    let bits = 12;
    const kept = this.counts.filter((c) => c >= cut).length;
    while (1 << bits < kept * 2) bits++;
    const out = new FeatureIndex(bits);
    for (let i = 0; i < this.keys.length; i++)
      if (this.ids[i] >= 0 && this.counts[this.ids[i]] >= cut) out.find(this.keys[i], true);
    return out;
  }
  *hashes(): Iterable<[number, number]> {
    for (let i = 0; i < this.keys.length; i++) if (this.ids[i] >= 0) yield [this.keys[i], this.ids[i]];
  }
}
