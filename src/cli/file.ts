import { readFile } from 'node:fs/promises';
import type { AnalyserResult } from '../core';
import type { Configs } from './config';
import { decode } from './decode';
import type { Input } from './inputs';
import { languageOf } from './language';
import { SEVERITIES, type Options } from './options';

/** Why a file has no result; the message is for the user. */
export class Unreadable extends Error {}

/** Reads a file and analyses it; only findings as grave as asked for come back. Throws an Unreadable. */
export async function analyseFile({ path, file }: Input, options: Options, configs: Configs): Promise<AnalyserResult> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    throw new Unreadable(`${path}: cannot be read (${error instanceof Error ? error.message : String(error)})`);
  }
  return analyseBytes({ path, file }, bytes, options, configs);
}

/** The same for bytes already there; `file` is where they would stand. */
export async function analyseBytes(
  { path, file }: Input,
  bytes: Uint8Array,
  { language, severity }: Options,
  configs: Configs,
): Promise<AnalyserResult> {
  let text: string;
  try {
    text = decode(bytes);
  } catch {
    throw new Unreadable(`${path}: is neither UTF-8 nor UTF-16 text`);
  }
  const languageId = language ?? languageOf(path);
  const analyser = await configs.analyserFor(file, languageId);
  analyser.forget(); // of the file before
  const { analysis, findings } = analyser.update(text, languageId);
  const mildest = SEVERITIES.indexOf(severity);
  return { analysis, findings: findings.filter((finding) => SEVERITIES.indexOf(finding.severity) <= mildest) };
}

/** Whether something is wrong enough for exit code 1. */
export function isGrave({ findings }: AnalyserResult): boolean {
  return findings.some(({ severity }) => severity === 'error' || severity === 'warning');
}
