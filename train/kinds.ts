// Learns the weights of src/quotations/kind-weights.json: which evidence speaks for which kind of quoted words.
// Usage: tsx train/kinds.ts POLNEAR-TRAIN.jsonl
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { articleOf } from './article';
import { readProse } from '../src/article/prose';
import { contextOf } from '../src/quotations/context';
import { CHOICES, type Choice } from '../src/quotations/kind';
import { evidenceOf } from '../src/quotations/kind-features';
import { markHabits, readMarks } from '../src/quotations/marks';

/** One quoted stretch: its evidence, the choices that are right for it, and how much it counts. */
interface Sample {
  readonly features: readonly string[];
  readonly right: readonly boolean[];
  readonly weight: number;
}

/** Own lines say just what a stretch is, the corpus only whether somebody said it: own lines count for more. */
const OWN_WEIGHT = 12;
const ROUNDS = 1200;
const STEP = 4;
/** Pulls weights towards nothing, so that rare evidence is not believed beyond reason. */
const DECAY = 0.0004;

const own = join(import.meta.dirname ?? __dirname, 'kinds.txt');
const out = join(import.meta.dirname ?? __dirname, '../src/quotations/kind-weights.json');

function labels(test: (choice: Choice) => boolean): boolean[] {
  return CHOICES.map(test);
}

function ownSamples(): Sample[] {
  return readFileSync(own, 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .flatMap((line) => {
      const [kind, marked] = line.split('\t');
      const text = marked.replace(/[⟦⟧]/g, '');
      const prose = readProse(text);
      const at = marked.indexOf('⟦');
      const { stretches } = readMarks(prose, { singles: false });
      const index = stretches.findIndex(({ start }) => start === at);
      if (index < 0) throw new Error(`no quoted stretch where the line marks one: ${line}`);
      const zone = /[.?!"”]$/.test(text) || !/^['"‘“\p{Lu}]/u.test(text) ? 'body' : 'headline';
      return [
        {
          features: [...evidenceOf(contextOf(prose, stretches, index), zone).keys()],
          right: labels((choice) => choice === kind),
          weight: OWN_WEIGHT,
        },
      ];
    });
}

interface Annotated {
  readonly text: string;
  readonly attributions: readonly { readonly source: Spans; readonly cue: Spans; readonly content: Spans }[];
}
type Spans = readonly (readonly [number, number])[];

/** Quoted stretches of the corpus: said where they are most of a content, not said where no annotation touches them. */
function corpusSamples(path: string): Sample[] {
  const samples: Sample[] = [];
  for (const line of readFileSync(path, 'utf8').split('\n').filter(Boolean)) {
    const { text, attributions } = JSON.parse(line) as Annotated;
    const { paragraphs } = articleOf(text);
    const habits = markHabits(paragraphs);
    const touched = attributions.flatMap(({ source, cue, content }) => [...source, ...cue, ...content]);
    const contents = attributions.flatMap(({ content }) => content);
    for (const { start, prose, zone } of paragraphs) {
      const { stretches } = readMarks(prose, habits);
      stretches.forEach((stretch, index) => {
        if (stretch.style === 'single') return;
        const [from, to] = [start + stretch.inner.start, start + stretch.inner.end];
        if (to - from < 3) return;
        const said = contents.some(([a, b]) => a < to && from < b && (to - from) / (b - a) > 0.35);
        const free = !touched.some(([a, b]) => a < to && from < b);
        if (!said && !free) return;
        const features = [...evidenceOf(contextOf(prose, stretches, index), zone).keys()];
        samples.push({ features, right: labels((choice) => (choice === 'said') === said), weight: 1 });
      });
    }
  }
  return samples;
}

/** Multinomial logistic regression by plain gradient steps; where several choices are right, they share the credit. */
function learn(samples: readonly Sample[]): { start: number[]; weights: Map<string, number[]> } {
  const names = ['', ...new Set(samples.flatMap(({ features }) => features))].sort();
  const index = new Map(names.map((name, i) => [name, i]));
  const rows = samples.map(({ features }) => [0, ...features.map((name) => index.get(name) as number)]);
  const size = CHOICES.length;
  const weights = new Float64Array(names.length * size);
  const slope = new Float64Array(weights.length);
  const total = samples.reduce((sum, { weight }) => sum + weight, 0);
  for (let round = 0; round < ROUNDS; round++) {
    slope.fill(0);
    samples.forEach(({ right, weight }, s) => {
      const sums = CHOICES.map((_, k) => rows[s].reduce((sum, row) => sum + weights[row * size + k], 0));
      const most = Math.max(...sums);
      const exps = sums.map((sum) => Math.exp(sum - most));
      const all = exps.reduce((a, b) => a + b, 0);
      const credit = exps.reduce((sum, value, k) => sum + (right[k] ? value : 0), 0);
      exps.forEach((value, k) => {
        const pull = ((right[k] ? value / credit : 0) - value / all) * (weight / total);
        for (const row of rows[s]) slope[row * size + k] += pull;
      });
    });
    for (let i = 0; i < weights.length; i++) weights[i] += STEP * (slope[i] - (i < size ? 0 : DECAY * weights[i]));
  }
  const row = (i: number): number[] =>
    [...weights.slice(i * size, (i + 1) * size)].map((value) => Math.round(value * 100) / 100 + 0);
  return { start: row(0), weights: new Map(names.slice(1).map((name, i) => [name, row(i + 1)])) };
}

function main(): void {
  const corpus = process.argv[2];
  if (!corpus || !existsSync(corpus)) {
    process.stderr.write(
      `kinds: needs the path of PolNeAR's training part as JSON lines${corpus ? `; there is no file ${corpus}` : ''}\n`,
    );
    process.exitCode = 2;
    return;
  }
  const samples = [...ownSamples(), ...corpusSamples(corpus)];
  const { start, weights } = learn(samples);
  const body = [...weights].map(([name, row]) => `    ${JSON.stringify(name)}: [${row.join(', ')}]`).join(',\n');
  writeFileSync(
    out,
    `{\n  "choices": ${JSON.stringify(CHOICES).replaceAll(',', ', ')},\n  "start": [${start.join(', ')}],\n  "weights": {\n${body}\n  }\n}\n`,
  );
  process.stdout.write(`kinds: ${samples.length} quoted stretches, ${weights.size} sorts of evidence\n`);
}

main();
