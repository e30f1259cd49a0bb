import type { Finding, Related } from './rule';

/** In order of the text. */
export function inOrder(a: Finding, b: Finding): number {
  return a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : 1);
}

/**
 * All findings in order of the text: those of the `whole` article, which are sorted in place, among those of each
 * paragraph, which are in order. After an edit nearly all are, and sorting them all again took longer than some rules do.
 */
export function merged(whole: Finding[], local: readonly (readonly Finding[])[]): Finding[] {
  whole.sort(inOrder);
  const all: Finding[] = [];
  let next = 0;
  let last: Finding | undefined;
  let isSorted = true;
  for (const found of local) {
    if (found.length === 0) continue; // nearly all
    for (const finding of found) {
      // one of a paragraph may point into another
      if (last && last.start >= finding.start && inOrder(last, finding) > 0) isSorted = false;
      while (next < whole.length && whole[next].start <= finding.start && inOrder(finding, whole[next]) > 0)
        all.push(whole[next++]);
      all.push(finding);
      last = finding;
    }
  }
  while (next < whole.length) all.push(whole[next++]);
  return isSorted ? all : all.sort(inOrder);
}

/** Findings `by` code units further on. */
export function moved(findings: readonly Finding[], by: number): readonly Finding[] {
  if (by === 0) return findings;
  return findings.map(({ rule, severity, start, end, message, related, data }) => {
    const beside = related.length === 0 ? related : related.map((one) => movedPlace(one, by));
    return { rule, severity, start: start + by, end: end + by, message, related: beside, data };
  });
}

function movedPlace({ start, end, message }: Related, by: number): Related {
  return { start: start + by, end: end + by, message };
}
