/** How long the extension host works on an article before others get their turn, in milliseconds. */
export const SLICE = 12;

/** Lets everything else that waits for the event loop run first. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/**
 * Runs a generator to its end in slices of `SLICE` milliseconds, with a breath between them. `wanted` is asked before
 * each slice: as soon as it says no, the work is dropped and undefined comes back.
 */
export async function inSlices<T>(
  steps: Generator<void, T>,
  wanted: () => boolean,
  now: () => number = () => performance.now(),
): Promise<T | undefined> {
  while (wanted()) {
    const end = now() + SLICE;
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (now() < end);
    await breathe();
  }
  return undefined;
}

/** One after the other, the most urgent first. */
export class Turns {
  private readonly waiting: { readonly urgency: () => number; readonly start: () => void }[] = [];
  private busy = false;

  /** Does `work` when its turn comes. `urgency` is asked each time that a turn is free: the highest goes first. */
  async take<T>(urgency: () => number, work: () => Promise<T>): Promise<T> {
    if (this.busy) await new Promise<void>((start) => this.waiting.push({ urgency, start }));
    this.busy = true;
    try {
      return await work();
    } finally {
      this.next();
    }
  }

  private next(): void {
    let best = 0;
    for (let i = 1; i < this.waiting.length; i++)
      if (this.waiting[i].urgency() > this.waiting[best].urgency()) best = i;
    const [turn] = this.waiting.splice(best, 1);
    if (turn) turn.start();
    else this.busy = false;
  }
}
