// Learns the weights of src/attribution/weights.json: which candidate is a quotation's source.
//   tsx train/choice.ts CORPUS.jsonl [--check DEV.jsonl] [--write FILE]
// A corpus line: { text, attributions: [{ source, cue, content }] }, spans as [start, end]. Maximises the likelihood of
// the right candidates (there may be several) with an L2 penalty, full batches, no randomness: the same to the byte.
import { readFileSync, writeFileSync } from 'node:fs';
import { mentionsOf } from '../src/people/mentions';
import type { Candidate, Scene } from '../src/attribution/candidate';
import { candidatesOf } from '../src/attribution/candidates';
import { rank } from '../src/attribution/score';
import { sceneOf } from '../src/attribution/scene';
import { articleOf } from './article';

type Pair = readonly [number, number];
interface Gold {
  readonly source: readonly Pair[];
  readonly cue: readonly Pair[];
  readonly content: readonly Pair[];
}
interface Example {
  readonly candidates: readonly Candidate[];
  readonly right: readonly boolean[];
  readonly text: string;
}

const shared = (a: readonly Pair[], start: number, end: number): number =>
  a.reduce((sum, [s, e]) => sum + Math.max(0, Math.min(e, end) - Math.max(s, start)), 0);

function examplesOf(path: string): Example[] {
  const examples: Example[] = [];
  for (const line of readFileSync(path, 'utf8').split('\n').filter(Boolean)) {
    const { text, attributions } = JSON.parse(line) as { text: string; attributions: Gold[] };
    const scene = sceneOf(articleOf(text));
    const goldOf = scene.quotations.map(({ spans }) => {
      const size = spans.reduce((sum, { start, end }) => sum + end - start, 0);
      let best: Gold | undefined;
      let most = 0.5 * size;
      for (const gold of attributions) {
        const found = spans.reduce((sum, { start, end }) => sum + shared(gold.content, start, end), 0);
        // of two that hold it, the closer one: the inner of a chain
        if (found > most || (best && found === most && lengthOf(gold) < lengthOf(best))) [best, most] = [gold, found];
      }
      return best;
    });
    scene.quotations.forEach((quotation, q) => {
      if (quotation.kind === 'title' || quotation.kind === 'nickname') return;
      const gold = goldOf[q];
      const candidates = candidatesOf(scene, q);
      const right = candidates.map((candidate) => isRight(scene, candidate, gold, goldOf));
      // a cue is better than its subject alone, a source of its own better than the one of the quotation after it
      if (right.some((good, i) => good && candidates[i].type === 'cue'))
        candidates.forEach(({ type }, i) => (right[i] &&= type !== 'colon' && type !== 'lead-in'));
      if (right.some((good, i) => good && candidates[i].link === undefined))
        candidates.forEach(({ type }, i) => (right[i] &&= type !== 'next'));
      if (!right.includes(true)) return;
      examples.push({ candidates, right, text: text.slice(quotation.spans[0].start, quotation.spans.at(-1)!.end) });
    });
  }
  return examples;
}

const lengthOf = ({ content }: Gold): number => content.reduce((sum, [s, e]) => sum + e - s, 0);

function isRight(
  scene: Scene,
  candidate: Candidate,
  gold: Gold | undefined,
  goldOf: readonly (Gold | undefined)[],
): boolean {
  if (candidate.type === 'none') return !gold || gold.source.length === 0;
  if (!gold || gold.source.length === 0) return false;
  if (candidate.link !== undefined) return goldOf[candidate.link] === gold;
  if (!candidate.subject) return false;
  const paragraph = scene.article.paragraphs[candidate.paragraph];
  const mention = mentionsOf(paragraph.prose)[candidate.subject.mention] as { start: number; end: number } | undefined;
  const { start, end } = mention ?? candidate.subject.span;
  if (shared(gold.source, paragraph.start + start, paragraph.start + end) === 0) return false;
  return (
    candidate.cue === undefined ||
    gold.cue.length === 0 ||
    shared(gold.cue, paragraph.start + candidate.cue.span.start, paragraph.start + candidate.cue.span.end) > 0
  );
}

function train(examples: readonly Example[], rounds = 120, penalty = 0.5): Record<string, number> {
  const ids = new Map<string, number>();
  const counts: number[] = [];
  const idsOf = (features: readonly string[]): Int32Array =>
    Int32Array.from(features, (feature) => {
      let id = ids.get(feature);
      if (id === undefined) ids.set(feature, (id = ids.size));
      counts[id] = (counts[id] ?? 0) + 1;
      return id;
    });
  const data = examples.map(({ candidates, right }) => ({
    rows: candidates.map(({ features }) => idsOf(features)),
    right,
  }));
  const n = ids.size;
  const weights = new Float64Array(n);
  const squares = new Float64Array(n).fill(1e-6);
  for (let round = 0; round < rounds; round++) {
    const gradient = new Float64Array(n);
    let loss = 0;
    for (const { rows, right } of data) {
      const scores = rows.map((row) => row.reduce((sum, id) => sum + weights[id], 0));
      const top = Math.max(...scores);
      const parts = scores.map((score) => Math.exp(score - top));
      const all = parts.reduce((a, b) => a + b, 0);
      const good = parts.reduce((sum, part, i) => sum + (right[i] ? part : 0), 0);
      loss -= Math.log(good / all);
      rows.forEach((row, i) => {
        const slope = parts[i] / all - (right[i] ? parts[i] / good : 0);
        if (slope !== 0) for (const id of row) gradient[id] += slope;
      });
    }
    for (let id = 0; id < n; id++) {
      const slope = gradient[id] + penalty * weights[id];
      squares[id] += slope * slope;
      weights[id] -= (0.5 * slope) / Math.sqrt(squares[id]);
    }
    if (round % 40 === 39) process.stderr.write(`round ${round + 1}: loss ${(loss / data.length).toFixed(4)}\n`);
  }
  const table: Record<string, number> = {};
  for (const [feature, id] of [...ids].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const weight = Math.round(weights[id] * 1000) / 1000;
    if (counts[id] >= 3 && Math.abs(weight) >= 0.005) table[feature] = weight;
  }
  return table;
}

function measure(examples: readonly Example[], table: Record<string, number>): string {
  let right = 0;
  let none = 0;
  let wrongNone = 0;
  for (const { candidates, right: good } of examples) {
    const best = rank(candidates, table)[0].candidate;
    if (good[candidates.indexOf(best)]) right++;
    const isNone = good[candidates.length - 1];
    if (isNone) none++;
    else if (best.type === 'none') wrongNone++;
  }
  return `${((100 * right) / examples.length).toFixed(1)}% of ${examples.length} right; ${none} without a source; ${wrongNone} wrongly without one`;
}

function main([path, ...rest]: readonly string[]): void {
  if (!path) {
    process.stderr.write('usage: choice CORPUS.jsonl [--check DEV.jsonl] [--write FILE]\n');
    process.exitCode = 2;
    return;
  }
  const examples = examplesOf(path);
  const table = train(examples);
  process.stdout.write(`${Object.keys(table).length} weights; on the corpus itself: ${measure(examples, table)}\n`);
  const check = rest.indexOf('--check');
  if (check >= 0) process.stdout.write(`checked on other articles: ${measure(examplesOf(rest[check + 1]), table)}\n`);
  const write = rest.indexOf('--write');
  if (write >= 0) writeFileSync(rest[write + 1], `${JSON.stringify(table, null, 1)}\n`);
}

main(process.argv.slice(2));
