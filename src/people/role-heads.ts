import { recently } from '../language/recently';
import { isRole } from './roles';

const WITH_FORMS: readonly [RegExp, string][] = [
  [/(?:woman|person|women|men|people)$/, 'man'],
  [/^actress$/, 'actor'],
];

/** One form for the forms of a role: spokesman, spokeswoman, spokesperson. */
export function sameHead(head: string): string {
  return head.length > 6 ? formOfHead(head) : head;
}

const formOfHead = recently((head) => {
  for (const [from, to] of WITH_FORMS) if (from.test(head)) return head.replace(from, to);
  return head;
}, 500);

/** The role nouns of a role's words: "chief executive of Carrick" → chief, executive. */
export const headsOf = recently((role): readonly string[] => {
  const words = role.toLowerCase().split(/[\s]+/);
  const stop = words.findIndex((word, i) => i > 0 && /^(?:of|for|at|in|from|to|with|who|which|that|and)$/.test(word));
  return words
    .slice(0, stop < 0 ? words.length : stop)
    .filter((word) => isRole(word))
    .map(sameHead);
}, 500);
