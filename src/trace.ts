/** Gets the milliseconds that each stage took. */
export type Trace = (stage: string, milliseconds: number) => void;

/** Runs one stage of the analysis. */
export type Stage = <T>(name: string, work: () => T) => T;

/** Runs stages of the analysis and tells `trace`, if there is one, how long each took. */
export function stagesFor(trace: Trace | undefined): Stage {
  if (!trace) return (_, work) => work();
  return (name, work) => {
    const start = performance.now();
    const result = work();
    trace(name, performance.now() - start);
    return result;
  };
}

/** The same for a stage that rests between its steps; the rests are not counted. */
export function inSteps<T>(trace: Trace | undefined, name: string, run: Generator<void, T>): Generator<void, T> {
  return trace ? traced(trace, name, run) : run;
}

function* traced<T>(trace: Trace, name: string, run: Generator<void, T>): Generator<void, T> {
  for (let milliseconds = 0; ;) {
    const start = performance.now();
    const step = run.next();
    milliseconds += performance.now() - start;
    if (step.done) {
      trace(name, milliseconds);
      return step.value;
    }
    yield;
  }
}
