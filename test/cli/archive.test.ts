import assert from 'node:assert/strict';
import { analyseAll, type Lane, type Outcome, type StartLane, type Task } from '../../src/cli/archive';
import type { Input } from '../../src/cli/inputs';

const named = (path: string): Input => ({ path, file: `/news/${path}` });
const numbered = (count: number): Input[] => Array.from({ length: count }, (_, i) => named(`${i}.txt`));
const rest = (milliseconds = 0): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Lanes that answer a task some time after they got it. */
function lanesTaking(delay: (task: Task) => number): StartLane {
  return ({ done }) => ({
    post: (task) => void rest(delay(task)).then(() => done({ id: task.id, output: task.path, grave: false })),
    close() {},
  });
}

async function outputs(outcomes: AsyncIterable<Outcome>): Promise<(string | undefined)[]> {
  const all = [];
  for await (const { output, problem } of outcomes) all.push(output ?? problem);
  return all;
}

describe('a long list of files', () => {
  it('comes out in the order it went in, however long each file takes', async () => {
    const files = numbered(40);
    const backwards = lanesTaking(({ id }) => (40 - id) % 7);
    assert.deepEqual(
      await outputs(analyseAll(files, backwards, 3)),
      files.map(({ path }) => path),
    );
  });

  it('may be empty', async () => {
    assert.deepEqual(
      await outputs(
        analyseAll(
          [],
          lanesTaking(() => 0),
          2,
        ),
      ),
      [],
    );
  });

  it('is read no faster than the results are taken', async () => {
    let taken = 0;
    function* endless(): Generator<Input> {
      for (;;) yield named(`${taken++}.txt`);
    }
    const outcomes = analyseAll(
      endless(),
      lanesTaking(() => 0),
      2,
    );
    await outcomes.next();
    await rest(20);
    const after = taken;
    await rest(20);
    assert.equal(taken, after, 'still reading though nobody asks');
    assert.ok(after <= 40, `${after} files taken in for one result`);
    await outcomes.return();
  });

  it('gives each lane something to do', async () => {
    const busy = new Set<number>();
    let lanes = 0;
    const start: StartLane = ({ done }) => {
      const lane = lanes++;
      return {
        post(task) {
          busy.add(lane);
          void rest(1).then(() => done({ id: task.id, output: '', grave: false }));
        },
        close() {},
      };
    };
    await outputs(analyseAll(numbered(12), start, 4));
    assert.equal(busy.size, 4);
  });

  it('loses one file to a lane that dies, and no other', async () => {
    const start: StartLane = ({ done, died }) => ({
      post(task) {
        if (task.path === '5.txt') void rest().then(() => died(new Error('out of memory')));
        else void rest(1).then(() => done({ id: task.id, output: task.path, grave: false }));
      },
      close() {},
    });
    const all = await outputs(analyseAll(numbered(12), start, 1));
    assert.equal(all[5], '5.txt: could not be analysed (out of memory)');
    assert.deepEqual(
      all.filter((_, i) => i !== 5),
      numbered(12)
        .map(({ path }) => path)
        .filter((path) => path !== '5.txt'),
    );
  });

  it('gives up where no lane lives', async () => {
    let started = 0;
    const start: StartLane = ({ died }) => {
      started++;
      void rest().then(() => died(new Error('no such program')));
      return { post() {}, close() {} };
    };
    await assert.rejects(outputs(analyseAll(numbered(1000), start, 2)), /no such program/);
    assert.ok(started < 10, `${started} lanes started`);
  });

  it('ends with the error of a list that breaks off, after what came before it', async () => {
    function* broken(): Generator<Input> {
      yield* numbered(3);
      throw new Error('the list ends here');
    }
    const seen: (string | undefined)[] = [];
    await assert.rejects(async () => {
      for await (const { output } of analyseAll(
        broken(),
        lanesTaking(() => 1),
        2,
      ))
        seen.push(output);
    }, /the list ends here/);
    assert.deepEqual(seen, ['0.txt', '1.txt', '2.txt']);
  });

  it('closes its lanes when nobody reads on', async () => {
    const open = new Set<Lane>();
    const start: StartLane = ({ done }) => {
      const lane: Lane = {
        post: (task) => void rest().then(() => done({ id: task.id, output: task.path, grave: false })),
        close: () => void open.delete(lane),
      };
      open.add(lane);
      return lane;
    };
    for await (const outcome of analyseAll(numbered(100), start, 3)) if (outcome.id === 2) break;
    assert.equal(open.size, 0);
  });
});
