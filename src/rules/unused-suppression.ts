import { expandToLine } from './fix/lines';
import type { Report, Rule } from './rule';
import { UNUSED, type Unused } from './suppress';

/** What the fixes need to know: the rules to keep, when some are still needed. */
interface Data {
  readonly keep: readonly string[];
}

/** What is wrong with an `attribution-ignore` comment, as the rule `unused-suppression` reports it. */
export function reportOf({ suppression, unknown, idle }: Unused): Report {
  const { comment, form, rules } = suppression;
  const keep = rules.filter((rule) => !unknown.includes(rule) && !idle.includes(rule));
  let message = 'Nothing here to ignore: delete the comment';
  if (form === 'end without start') message = 'The end of a block that was never started: delete the comment';
  else if (unknown.length) message = `No such rule: ${unknown.join(', ')}`;
  else if (idle.length) message = `Nothing here to ignore for ${idle.join(', ')}`;
  return { start: comment.start, end: comment.end, message, data: { keep } satisfies Data };
}

/** Its findings are made by `check`, which alone knows what was suppressed. */
export const unusedSuppression: Rule = {
  id: UNUSED,
  severity: 'hint',
  description: 'A comment asks to ignore what is not there.',
  check: () => undefined,
  fixes(finding, analysis) {
    const { keep } = finding.data as Data;
    const { text } = analysis.article;
    if (keep.length === 0) {
      const edit = { ...expandToLine(text, finding), text: '' };
      return [{ title: 'Delete the comment', edits: [edit], preferred: true, safe: true }];
    }
    const comment = text.slice(finding.start, finding.end);
    const list = /(attribution-ignore(?:-[a-z]+)*\s*:?\s*)([a-z][a-z0-9-]*(?:[\s,]+[a-z][a-z0-9-]*)*)/i.exec(comment);
    if (!list) return [];
    const start = finding.start + list.index + list[1].length;
    const edit = { start, end: start + list[2].length, text: keep.join(', ') };
    return [{ title: `Leave only ${keep.join(', ')}`, edits: [edit], preferred: true, safe: true }];
  },
};
