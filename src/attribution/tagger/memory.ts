/** A kernel and what lies in its memory: what stays at the front, what belongs to one paragraph behind it. */
import { makeKernel, type Kernel } from './kernel/kernel';

export class Memory {
  // Address 0 is nobody's: it means that there is nothing yet.
  private next = 16;

  constructor(readonly kernel: Kernel = makeKernel()) {}

  /** The address of so many bytes that stay, a multiple of 16. */
  take(bytes: number): number {
    const at = this.next;
    this.next += Math.ceil(bytes / 16) * 16;
    this.kernel.reserve(this.next);
    return at;
  }

  /** Where what stays ends: what lies behind may be written over. */
  get end(): number {
    return this.next;
  }
}
