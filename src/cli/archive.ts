import type { Input } from './inputs';

/** A file on its way through a lane; `id` counts the files in the order given, from 0. */
export interface Task extends Input {
  readonly id: number;
}

/** What became of a file. */
export interface Outcome {
  readonly id: number;
  /** What to print for it; undefined where there is a problem. */
  readonly output?: string;
  /** A plain message where the file could not be read or analysed. */
  readonly problem?: string;
  /** What is wrong in the settings that it was analysed with. */
  readonly warnings?: readonly string[];
  /** Whether it has a finding of warning or worse. */
  readonly grave: boolean;
}

/** One line of work, in practice a worker thread. It may hold several tasks and answers each once. */
export interface Lane {
  post(task: Task): void;
  close(): void;
}

/** Starts a lane. `done` gets each outcome; `died` is called once when the lane can answer no more. */
export type StartLane = (events: {
  readonly done: (outcome: Outcome) => void;
  readonly died: (error: Error) => void;
}) => Lane;

/** Tasks that a lane holds at once: one being analysed, one being read from the disk. */
const HELD = 2;
/** Files taken in ahead of the one whose turn it is to be printed, a lane: what bounds the memory. */
const AHEAD = 16;
/** Lanes, beyond the first ones, that may die in a row before it is plain that no lane can live. */
const PATIENCE = 3;

/**
 * Analyses files on `count` lanes and hands the outcomes over in the order of the files. No more files are taken than
 * the reader of the outcomes keeps up with, so memory does not grow with their number and a slow reader slows it down.
 * A lane that dies costs the file it was at; a new lane takes the rest. Throws what `inputs` throws, and what
 * the last lane died of where no lane lives.
 */
export async function* analyseAll(
  inputs: AsyncIterable<Input> | Iterable<Input>,
  startLane: StartLane,
  count: number,
): AsyncGenerator<Outcome, void, undefined> {
  const queue: Task[] = [];
  const finished = new Map<number, Outcome>();
  const crew = new Set<{ lane: Lane; held: Task[] }>();
  const progress = bell();
  let taken = 0;
  let deaths = 0;
  let given = 0;
  let end: { error?: unknown } | undefined;
  let closed = false;

  const hand = (): void => {
    for (let held = 0; held < HELD; held++)
      for (const member of crew)
        if (member.held.length === held && queue.length) {
          const task = queue.shift() as Task;
          member.held.push(task);
          member.lane.post(task);
        }
  };
  const hire = (): void => {
    const member: { lane: Lane; held: Task[] } = {
      held: [],
      lane: startLane({
        done(outcome) {
          deaths = 0;
          member.held = member.held.filter(({ id }) => id !== outcome.id);
          finished.set(outcome.id, outcome);
          hand();
          progress.ring();
        },
        died(error) {
          if (closed || !crew.delete(member)) return;
          const [lost, ...rest] = member.held;
          if (lost) {
            const problem = `${lost.path}: could not be analysed (${error.message})`;
            finished.set(lost.id, { id: lost.id, problem, grave: false });
          }
          queue.unshift(...rest);
          if (++deaths <= count + PATIENCE) hire();
          else if (!crew.size) end = { error };
          hand();
          progress.ring();
        },
      }),
    };
    crew.add(member);
  };
  const feed = async (): Promise<void> => {
    for await (const input of inputs) {
      queue.push({ ...input, id: taken++ });
      hand();
      while (taken - given >= count * AHEAD && !closed) await progress.heard();
      if (closed) return;
    }
  };

  for (let lane = 0; lane < count; lane++) hire();
  const fed = feed().then(
    () => (end ??= {}),
    (error: unknown) => (end = { error }),
  );
  void fed.then(() => progress.ring());
  try {
    for (;;) {
      const outcome = finished.get(given);
      if (outcome) {
        finished.delete(given++);
        progress.ring();
        yield outcome;
      } else if (end && (given === taken || !crew.size)) {
        if (end.error) throw end.error;
        return;
      } else await progress.heard();
    }
  } finally {
    closed = true;
    progress.ring();
    for (const { lane } of crew) lane.close();
  }
}

/** Something that happens again and again and can be waited for. */
function bell(): { ring: () => void; heard: () => Promise<void> } {
  let ring = (): void => {};
  const next = (): Promise<void> => new Promise((resolve) => (ring = resolve));
  let heard = next();
  return {
    ring() {
      ring();
      heard = next();
    },
    heard: () => heard,
  };
}
