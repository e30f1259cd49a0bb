import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { TextDocument } from 'vscode';
import { createAnalyser, type Analyser } from '../../src/core';
import { endOfHead, Session, type Surroundings } from '../../src/editor/session';
import { Turns } from '../../src/editor/turns';

/** As much of a document as a session looks at. */
interface Paper {
  version: number;
  text: string;
  languageId: string;
  getText(): string;
}

function paper(text: string): Paper {
  return { version: 1, text, languageId: 'plaintext', getText: () => '' };
}

/** A session over a document of this text, and what it told its surroundings. */
function desk(text: string, over: Partial<Surroundings> = {}, analyser: Analyser = createAnalyser()) {
  const document = paper(text);
  document.getText = () => document.text;
  const states: string[] = [];
  const failures: unknown[] = [];
  let prepared = 0;
  const session = new Session(document as unknown as TextDocument, {
    turns: new Turns(),
    prepare: async () => {
      prepared++;
      return { analyser, limit: 1000 };
    },
    urgency: () => 0,
    seenTo: () => undefined,
    debounce: () => 5,
    changed: ({ state }) => states.push(state.kind),
    failed: (_, error) => failures.push(error),
    ...over,
  });
  const write = (text: string): void => {
    document.text = text;
    document.version++;
  };
  return { session, document, states, failures, write, prepared: () => prepared };
}

const texts = (analyser: Analyser, seen: string[]): Analyser => ({
  ...analyser,
  steps(text, languageId) {
    seen.push(text);
    return analyser.steps(text, languageId);
  },
});

describe('a document’s session', () => {
  it('reads the document once it is asked', async () => {
    const { session, states } = desk('It rained.');
    const analysed = await session.current(true);
    assert.equal(analysed?.analysis.article.text, 'It rained.');
    assert.deepEqual(states, ['working', 'done']);
  });

  it('does not read again what has not changed', async () => {
    const seen: string[] = [];
    const { session } = desk('It rained.', {}, texts(createAnalyser(), seen));
    assert.equal(await session.current(true), await session.current(true));
    session.edited();
    await session.current(true);
    assert.deepEqual(seen, ['It rained.']);
  });

  describe('over a long article', () => {
    const LINE = 'Ada Lund said the lift “has been out since Easter” and nobody came.\n\n';
    const long = LINE.repeat(800);
    const over: Partial<Surroundings> = { seenTo: () => 3000 };
    const large = (analyser: Analyser): Partial<Surroundings> => ({
      ...over,
      prepare: async () => ({ analyser, limit: 1_000_000 }),
    });

    it('reads what can be seen before the rest', async () => {
      const seen: string[] = [];
      const { session } = desk(long, large(texts(createAnalyser(), seen)));
      const head = await session.current(true, 2000);
      assert.ok(head && head.analysis.article.text.length < 10_000);
      assert.equal(head.analysis.quotationAt(LINE.indexOf('“'))?.kind, 'partial');
      assert.deepEqual(head.findings, []);
      const all = await session.current(true);
      assert.deepEqual(
        seen.map((text) => text.length),
        [head.analysis.article.text.length, long.length],
      );
      assert.equal(await session.current(true, 2000), all);
    });

    it('waits for all of it where more is asked for', async () => {
      const { session } = desk(long, large(createAnalyser()));
      assert.equal((await session.current(true, 50_000))?.analysis.article.text.length, long.length);
    });

    it('parts it behind a paragraph', () => {
      const end = endOfHead(long, 3000);
      assert.ok(end > 5000 && end < 6000);
      assert.equal(long.slice(end - 1, end + 1), '\n\n');
      assert.equal(endOfHead(long, undefined), long.length);
      assert.equal(endOfHead(long, long.length - 10), long.length);
      assert.equal(endOfHead(LINE, 10), LINE.length);
      assert.equal(endOfHead('x'.repeat(90_000), 10), 90_000);
    });
  });

  it('waits until the typing stops', async () => {
    const seen: string[] = [];
    const { session, write } = desk('It rained.', {}, texts(createAnalyser(), seen));
    await session.current(true);
    for (const text of ['It rained. S', 'It rained. So', 'It rained. So?']) {
      write(text);
      session.edited();
    }
    await new Promise((resolve) => setTimeout(resolve, 30));
    assert.deepEqual(seen, ['It rained.', 'It rained. So?']);
  });

  it('does not wait when somebody hovers', async () => {
    const { session, write } = desk('It rained.', { debounce: () => 60_000 });
    await session.current(true);
    write('It snowed.');
    session.edited();
    assert.equal((await session.current(true))?.analysis.article.text, 'It snowed.');
  });

  it('waits with what nobody waits for', async () => {
    const seen: string[] = [];
    const { session, write } = desk('It rained.', { debounce: () => 20 }, texts(createAnalyser(), seen));
    await session.current(true);
    write('It snowed.');
    session.edited();
    const outline = session.current(false);
    await new Promise((resolve) => setTimeout(resolve, 5));
    write('It snowed today.');
    session.edited();
    assert.equal((await outline)?.analysis.article.text, 'It snowed today.');
    assert.deepEqual(seen, ['It rained.', 'It snowed today.']);
  });

  it('notices a new version that nobody announced', async () => {
    const run: { write?: (text: string) => void } = {};
    const { session, write } = desk('It rained.', {
      prepare: async () => {
        run.write?.('It snowed.');
        run.write = undefined;
        return { analyser: createAnalyser(), limit: 1000 };
      },
    });
    run.write = write;
    assert.equal((await session.current(true))?.analysis.article.text, 'It snowed.');
  });

  it('keeps the analysis before while the next is on its way', async () => {
    const { session, write } = desk('It rained.');
    const before = await session.current(true);
    write('It snowed.');
    session.edited();
    assert.equal(session.analysed, before);
  });

  it('has nothing more to say once it is closed', async () => {
    const { session, states } = desk('It rained.');
    const waiting = session.current(true);
    session.close();
    assert.equal(await waiting, undefined);
    await new Promise((resolve) => setTimeout(resolve, 10));
    assert.equal(session.analysed, undefined);
    assert.ok(!states.includes('done'));
  });

  it('leaves a text alone that is too large, and forgets what it knew', async () => {
    const { session, write } = desk('It rained.');
    await session.current(true);
    write('It rained. '.repeat(200));
    session.edited();
    assert.equal(await session.current(true), undefined);
    assert.deepEqual(session.state, { kind: 'too large', length: 2200, limit: 1000 });
    assert.equal(session.analysed, undefined);
    write('It rained.');
    session.edited();
    await new Promise((resolve) => setTimeout(resolve, 30));
    assert.equal(session.state.kind, 'done');
  });

  it('reports a failure, shows nothing stale, and tries again after the next change', async () => {
    let broken = true;
    const analyser = createAnalyser();
    const { session, write, failures } = desk(
      'It rained.',
      {},
      {
        ...analyser,
        steps(text, languageId) {
          if (broken) throw new Error('a bug');
          return analyser.steps(text, languageId);
        },
      },
    );
    assert.equal(await session.current(true), undefined);
    assert.equal(session.state.kind, 'failed');
    assert.equal(failures.length, 1);
    broken = false;
    write('It snowed.');
    session.edited();
    await new Promise((resolve) => setTimeout(resolve, 30));
    assert.equal(session.state.kind, 'done');
  });

  it('starts over with new settings', async () => {
    const { session, prepared } = desk('It rained.');
    const before = await session.current(true);
    session.restart();
    const after = await session.current(true);
    assert.notEqual(after, before);
    assert.equal(prepared(), 2);
  });
});
