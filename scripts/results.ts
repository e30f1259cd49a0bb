import fs from 'node:fs';
import path from 'node:path';
import { resultsFolder } from './paths';

/** What a suite counted. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** Where a suite leaves its counts. */
export const fileOfResult = (suite: string) => path.join(resultsFolder, `${suite}.json`);

export function forgetResults(): void {
  fs.rmSync(resultsFolder, { recursive: true, force: true });
}

export function writeResult(suite: string, counts: Counts): void {
  fs.mkdirSync(resultsFolder, { recursive: true });
  fs.writeFileSync(fileOfResult(suite), JSON.stringify(counts));
}

/** A suite's counts; undefined when it left none. */
export function readResult(suite: string): Counts | undefined {
  try {
    return JSON.parse(fs.readFileSync(fileOfResult(suite), 'utf8')) as Counts;
  } catch {
    return undefined;
  }
}
