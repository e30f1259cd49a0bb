import { readFile } from 'node:fs/promises';
import { createAnalyser, type AnalyserOptions, type AnalyserResult } from '../core';
import { decode } from './decode';
import type { Input } from './inputs';
import { languageOf } from './language';
import { SEVERITIES, type Options } from './options';

/** Why a file has no result; the message is for the user. */
export class Unreadable extends Error {}

/** Reads a file and analyses it; only findings as grave as asked for come back. Throws an Unreadable. */
export async function analyseFile({ path, file }: Input, options: Options): Promise<AnalyserResult> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    throw new Unreadable(`${path}: cannot be read (${error instanceof Error ? error.message : String(error)})`);
  }
  return analyseBytes(path, bytes, options);
}

/** The same for bytes already there. */
export function analyseBytes(path: string, bytes: Uint8Array, { language, severity }: Options): AnalyserResult {
  let text: string;
  try {
    text = decode(bytes);
  } catch {
    throw new Unreadable(`${path}: is neither UTF-8 nor UTF-16 text`);
  }
  const settings: AnalyserOptions = {};
  const { analysis, findings } = createAnalyser(settings).update(text, language ?? languageOf(path));
  const mildest = SEVERITIES.indexOf(severity);
  return { analysis, findings: findings.filter((finding) => SEVERITIES.indexOf(finding.severity) <= mildest) };
}

/** Whether something is wrong enough for exit code 1. */
export function isGrave({ findings }: AnalyserResult): boolean {
  return findings.some(({ severity }) => severity === 'error' || severity === 'warning');
}
