import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import type { Outcome, StartLane, Task } from './archive';

/** What a thread is told once: plain data. `role` tells it from threads that others start. */
interface Order<Job> {
  readonly role: 'according-to lane';
  readonly job: Job;
}

/**
 * How much a thread may hold that outlives young collections, in MB: ten times what an article of 100,000 words takes.
 * V8 lets a heap that may grow to 4 GB reach four times what is alive before it collects, one of this size 1.6 times:
 * two threads over 1,200 files take 370 MB at most instead of 560.
 */
const OLD_GENERATION = 1024;

/** Starts lanes as worker threads of the program in `file`; each does `job`, which has to be plain data. */
export function threadLanes<Job>(file: string, job: Job): StartLane {
  return ({ done, died }) => {
    const order: Order<Job> = { role: 'according-to lane', job };
    const worker = new Worker(file, { workerData: order, resourceLimits: { maxOldGenerationSizeMb: OLD_GENERATION } });
    worker.on('message', done);
    worker.on('error', died);
    worker.on('exit', (code) => died(new Error(`the thread ended with ${code}`)));
    return {
      post: (task) => worker.postMessage(task),
      close: () => void worker.terminate(),
    };
  };
}

/** The job of this thread when it is a lane; undefined in the main thread. */
export function laneJob<Job>(): Job | undefined {
  if (isMainThread) return undefined;
  const order = workerData as Order<Job> | null;
  return order?.role === 'according-to lane' ? order.job : undefined;
}

/** Serves the lane that this thread is. `work` does not throw. */
export function serveLane(work: (task: Task) => Promise<Outcome>): void {
  parentPort?.on('message', (task: Task) => void work(task).then((outcome) => parentPort?.postMessage(outcome)));
}
