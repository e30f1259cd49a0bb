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
