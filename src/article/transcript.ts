const QUESTION = /^(?:Q|Question|Interviewer)\s?[:.] /;
const ANSWER = /^(?:A|Answer)\s?[:.] /;
const CAPITALS = /^(?:\p{Lu}[\p{Lu}.'’-]*(?: |(?=:))){1,4}: ?(?=\S)/u;
const NAMED = /^(\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,3}): (?=\S)/u;

/** Lines with names in small letters are a transcript only where there are as many, and a name comes back. */
const ENOUGH_NAMED = 4;

/** The forms in which a line begins as somebody's turn in a conversation. */
export interface Turn {
  readonly asks: boolean;
  readonly answers: boolean;
  readonly inCapitals: boolean;
  readonly name: string | undefined;
}

/** How a line begins as a turn; undefined for one that does not. */
export function turnOf(line: string): Turn | undefined {
  const named = line.includes(':');
  const turn = {
    asks: QUESTION.test(line),
    answers: ANSWER.test(line),
    inCapitals: named && CAPITALS.test(line),
    name: named ? NAMED.exec(line)?.[1] : undefined,
  };
  return turn.asks || turn.answers || turn.inCapitals || turn.name !== undefined ? turn : undefined;
}

/**
 * Which lines of an article, by how each of its `turns` begins, are turns of a conversation: "Q:" and "A:", "RUIZ:", "Ana
 * Ruiz:". One such line alone may be a way to introduce a quotation, so a form counts only where it recurs.
 */
export function speakerLabels(turns: readonly Turn[]): (turn: Turn) => boolean {
  const questions = turns.filter(({ asks }) => asks).length;
  const answers = turns.filter(({ answers }) => answers).length;
  const asked = questions + answers >= 2 && (questions > 0 || answers > 1);
  const capitals = turns.filter(({ inCapitals }) => inCapitals).length >= 2;
  const names = turns.flatMap(({ name }) => name ?? []);
  const named = names.length >= ENOUGH_NAMED && new Set(names).size < names.length;
  return (turn) =>
    (asked && (turn.asks || turn.answers)) || (capitals && turn.inCapitals) || (named && turn.name !== undefined);
}
