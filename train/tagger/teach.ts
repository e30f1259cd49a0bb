/**
 * What the tagger learns from: the annotator's labels, and what larger models that have not seen a document think of it.
 * Annotators differ over belief, intention and where a content ends; such models say where that is open.
 */
import { LABELS } from '../../src/attribution/tagger/labels';
import { blend, targetOf, type Target } from './crf';
import { learn } from './learn';
import type { FeatureIndex } from './feature-index';
import type { Settings } from './settings';
import { answers, type Item, type Model } from './trained';
import type { Vocabulary } from './vocabulary';

export interface Lesson {
  /** What each item ought to give. */
  readonly targets: readonly Target[];
  /** Features of the linear part, by number, that weigh most with the first teacher: 1 for each that is worth its place. */
  readonly kept: Uint8Array;
}

/** A lesson for `items`. Teacher number k answers for every document whose number leaves k. */
export function teach(
  items: readonly Item[],
  vocabulary: Vocabulary,
  index: FeatureIndex,
  setting: Settings,
  watch: (model: Model, name: string) => void,
): Lesson {
  const targets = items.map(({ p }) => targetOf(p.labels));
  const { teachers } = setting;
  const layers = setting.teacherLayers;
  const inputDrop = setting.teacherDrop;
  const taught = [...targets];
  let kept: Uint8Array = new Uint8Array(index.size).fill(1);
  for (let k = 0; k < teachers; k++) {
    const held = items.map(({ p }) => p.document % teachers === k);
    const seen = <T>(list: readonly T[]): T[] => list.filter((_, i) => !held[i]);
    const of = { ...setting, layers, inputDrop, seed: setting.seed + 10 + k };
    const model = learn(seen(items), seen(targets), vocabulary, index, of, (m, name) =>
      watch(m, `teacher ${k + 1} of ${teachers}, ${name}`),
    );
    if (k === 0) kept = weightiest(model, setting.rows);
    const own = items.map((_, i) => i).filter((i) => held[i]);
    const said = answers(
      model,
      own.map((i) => items[i]),
    );
    own.forEach((i, a) => (taught[i] = blend(targets[i], said[a], setting.taught)));
  }
  return { targets: taught, kept };
}

function weightiest({ wide, index }: Model, most: number): Uint8Array {
  const sizes = new Float32Array(index.size);
  for (let i = 0; i < index.size; i++)
    for (let k = 1; k < LABELS; k++) sizes[i] = Math.max(sizes[i], Math.abs(wide[i * LABELS + k] - wide[i * LABELS]));
  const kept = new Uint8Array(index.size);
  const order = [...sizes.keys()].sort((a, b) => sizes[b] - sizes[a] || a - b);
  for (const i of order.slice(0, most)) kept[i] = 1;
  return kept;
}

/** Items of which the linear part sees the kept features alone. */
export const seeing = (items: readonly Item[], kept: Uint8Array): Item[] =>
  items.map((item) => ({ ...item, rows: item.rows.map((row) => (row >= 0 && kept[row] ? row : -1)) }));
