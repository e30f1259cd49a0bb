/**
 * Learns everything that is learnt, in the order in which one builds on the other:
 *
 *   npm run train -- CORPORA VECTORS [--only kinds,choice,tagger] [options of the tagger's training]
 *
 * CORPORA is the folder of polnear-train.jsonl and polnear-dev.jsonl, VECTORS the word vectors, which the tagger alone
 * needs. The environment variables ACCORDING_TO_CORPORA and ACCORDING_TO_VECTORS serve as well. Each part gives the same
 * bytes on every run; the choice reads the kinds' weights and is learnt after them.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const PARTS = ['kinds', 'choice', 'tagger'] as const;
type Part = (typeof PARTS)[number];

function main(argv: readonly string[]): number {
  const at = argv.indexOf('--only');
  const only = at < 0 ? PARTS : ((argv[at + 1] ?? '').split(',') as Part[]);
  const rest = argv.filter((_, i) => at < 0 || (i !== at && i !== at + 1));
  const firstOption = rest.findIndex((word) => word.startsWith('--'));
  const [places, options] = firstOption < 0 ? [rest, []] : [rest.slice(0, firstOption), rest.slice(firstOption)];
  const corpora = places[0] ?? process.env.ACCORDING_TO_CORPORA ?? '';
  const vectors = places[1] ?? process.env.ACCORDING_TO_VECTORS ?? '';
  const unknown = only.filter((part) => !PARTS.includes(part));
  if (unknown.length > 0) return complain(`There is no part ${unknown.join(', ')}; there are ${PARTS.join(', ')}.`);
  const files = ['polnear-train.jsonl', 'polnear-dev.jsonl'].map((name) => join(corpora, name));
  const missing = [...files, ...(only.includes('tagger') ? [vectors] : [])].filter((file) => !existsSync(file));
  if (missing.length > 0)
    return complain(
      `Nothing to learn from: ${missing.map((file) => file || 'word vectors').join(', ')} not found.\n` +
        'npm run train -- CORPORA VECTORS [--only kinds,choice,tagger]',
    );
  const scripts: Readonly<Record<Part, readonly string[]>> = {
    kinds: ['kinds.ts', files[0]],
    choice: ['choice.ts', files[0], '--check', files[1], '--write', 'src/attribution/weights.json'],
    tagger: ['tagger/main.ts', corpora, vectors, ...options],
  };
  for (const part of PARTS) {
    if (!only.includes(part)) continue;
    process.stdout.write(`\n${part}\n`);
    const [script, ...words] = scripts[part];
    const { status } = spawnSync(
      process.execPath,
      ['--max-old-space-size=8192', '--require', './test/register.cjs', join(__dirname, script), ...words],
      { stdio: 'inherit', cwd: join(__dirname, '..') },
    );
    if (status !== 0) return status ?? 1;
  }
  return 0;
}

function complain(text: string): number {
  process.stderr.write(`${text}\n`);
  return 2;
}

process.exitCode = main(process.argv.slice(2));
