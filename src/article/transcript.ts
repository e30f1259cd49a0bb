const QUESTION = /^(?:Q|Question|Interviewer)\s?[:.] /;
const ANSWER = /^(?:A|Answer)\s?[:.] /;
const CAPITALS = /^(?:\p{Lu}[\p{Lu}.'’-]*(?: |(?=:))){1,4}: ?(?=\S)/u;
const NAMED = /^(\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,3}): (?=\S)/u;

/** Lines with names in small letters are a transcript only where there are as many, and a name comes back. */
const ENOUGH_NAMED = 4;

/**
 * Which lines of an article are turns of a conversation: "Q:" and "A:", "RUIZ:", "Ana Ruiz:". One such line alone may be
 * a way to introduce a quotation, so a form counts only where it recurs.
 */
export function speakerLabels(lines: readonly string[]): (line: string) => boolean {
  const questions = lines.filter((line) => QUESTION.test(line)).length;
  const answers = lines.filter((line) => ANSWER.test(line)).length;
  const asked = questions + answers >= 2 && (questions > 0 || answers > 1);
  const capitals = lines.filter((line) => CAPITALS.test(line)).length >= 2;
  const names = lines.map((line) => NAMED.exec(line)?.[1]).filter((name) => name !== undefined);
  const named = names.length >= ENOUGH_NAMED && new Set(names).size < names.length;
  return (line) =>
    (asked && (QUESTION.test(line) || ANSWER.test(line))) ||
    (capitals && CAPITALS.test(line)) ||
    (named && NAMED.test(line));
}
