/** Runs steps to their end without a rest. */
export function toEnd<T>(run: Generator<void, T>): T {
  for (;;) {
    const step = run.next();
    if (step.done) return step.value;
  }
}

/** What a format's reader goes through between two rests, in code units: one or two milliseconds. */
const STRETCH = 16_384;

/**
 * Says when it is time to rest for work that goes from a text's start (or from offset `from`) to its end: asked with the
 * offset that it has reached, each time that it has gone on by `stretch`.
 */
export function pace(stretch = STRETCH, from = 0): (at: number) => boolean {
  let next = from + stretch;
  return (at) => {
    if (at < next) return false;
    next = at + stretch;
    return true;
  };
}
