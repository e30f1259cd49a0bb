import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { inSlices, SLICE, Turns } from '../../src/editor/turns';

function* steps(count: number, step: () => void = () => {}): Generator<void, string> {
  for (let i = 0; i < count; i++) {
    step();
    yield;
  }
  return 'done';
}

describe('work in slices', () => {
  it('comes to its end', async () => assert.equal(await inSlices(steps(100), () => true), 'done'));

  it('lets others have their turn whenever a slice is over', async () => {
    let clock = 0;
    const breaths: number[] = [];
    const watch = setInterval(() => breaths.push(clock), 0);
    await inSlices(
      steps(30, () => (clock += SLICE / 2)),
      () => true,
      () => clock,
    );
    clearInterval(watch);
    assert.ok(breaths.length >= 5, `only ${breaths.length} breaths in 15 slices`);
  });

  it('is dropped as soon as nobody wants it', async () => {
    let clock = 0;
    let done = 0;
    const result = await inSlices(
      steps(1000, () => {
        clock += SLICE;
        done++;
      }),
      () => done < 3,
      () => clock,
    );
    assert.equal(result, undefined);
    assert.equal(done, 3);
  });
});

describe('turns', () => {
  it('go to the most urgent, asked when the turn is free', async () => {
    const turns = new Turns();
    const order: string[] = [];
    const urgency = new Map([
      ['hidden', 0],
      ['shown', 1],
      ['active', 0],
    ]);
    const work = (name: string) =>
      turns.take(
        () => urgency.get(name) ?? 0,
        async () => {
          await Promise.resolve();
          order.push(name);
        },
      );
    const all = ['first', 'hidden', 'shown', 'active'].map(work);
    urgency.set('active', 2);
    await Promise.all(all);
    assert.deepEqual(order, ['first', 'active', 'shown', 'hidden']);
  });

  it('go on after one that fails', async () => {
    const turns = new Turns();
    const failing = turns.take(
      () => 0,
      () => Promise.reject(new Error('no')),
    );
    const next = turns.take(
      () => 0,
      async () => 'next',
    );
    await assert.rejects(failing);
    assert.equal(await next, 'next');
  });
});
