import { blanksIn } from '../article/characters';
import type { Prose } from '../article/prose';
import type { LocalMention } from './mention';
import { mentionsOf } from './mentions';
import type { Entity } from './entity';
import type { MentionForm } from './speaker';

/** Whether a phrase speaks of somebody known: "the minister", "her boss", "Finance Minister", but not "a" or "ministers". */
export const isDefinite = ({ determination, plural }: LocalMention): boolean =>
  determination === 'definite' || determination === 'possessive' || (determination === 'bare' && !plural);

/** "the woman next to me" is somebody new, not whom the copy spoke of. */
export const GENERIC = /^(?:man|woman|girl|boy|lady|gentleman|person|teenager|child|passer-by|bystander)$/;

/** "a damning report" is a report by any other name. */
export const withoutAdjectives = (words: string): string =>
  words.replace(/^(?:\p{Ll}+(?:ing|ed|ous|ful|al|ive)\s+)+(?=\p{Ll})/u, '');

/** How many words describe the office or the person. */
export const wordsOfRole = ({ role }: LocalMention): number => blanksIn(role ?? '') + 1;

/** The words under which the reader knows somebody who was described. */
export const describedBy = ({ role, head }: LocalMention): string => (role ?? head ?? '').toLowerCase();

/** "who", "which": whom they follow is meant. */
export const isRelative = (text: string): boolean => /^(?:who|which|that|whom)$/i.test(text);

/** The pronoun, as a subject, in words that are no more than one: "his", "they’re", "our"; undefined for other words. */
export const pronounIn = (text: string): string | undefined =>
  AS_SUBJECT.get(text.toLowerCase().replace(/['’](?:m|s|d|re|ve|ll)$/, ''));

const AS_SUBJECT: ReadonlyMap<string, string> = new Map(
  Object.entries({
    he: 'he him his himself',
    she: 'she her hers herself',
    it: 'it its itself',
    they: 'they them their theirs themselves',
    i: 'i me my mine myself',
    we: 'we us our ours ourselves',
    you: 'you your yours yourself',
  }).flatMap(([subject, forms]) => forms.split(' ').map((form) => [form, subject] as const)),
);

/** The mention that a relative pronoun at `offset` stands right behind; -1 where there is none. */
export function antecedentOf(prose: Prose, offset: number): number {
  return mentionsOf(prose).findLastIndex(
    ({ end, kind }) => kind !== 'pronoun' && end < offset && /^,?\s+$/.test(prose.text.slice(end, offset)),
  );
}

/** A described source by what comes before a dash or a bracket: "the sites - from A to Z -" are the sites. */
export const withoutAside = (text: string): string =>
  text.replace(/(?<=\p{L})(?:\s+[-–—]{1,2}\s|\s*\().*$/su, '').replace(/[\s,;:]+$/u, '');

/** Without the article in front. */
export const bare = (text: string): string => text.replace(/^(?:the|a|an)\s+/i, '').replace(/\s+/g, ' ');

/** How a name or a title with a name stands for an entity. */
export function formOf(local: LocalMention, entity: Entity): MentionForm {
  if (local.role || local.honorific) {
    return local.name?.includes(' ') || entity.words.length === 1 ? 'title-and-name' : 'surname';
  }
  const name = local.name ?? '';
  if (blanksIn(name) + 1 >= entity.words.length) return 'full-name';
  if (entity.type !== 'person') return 'short-name';
  return name.toLowerCase().split(/\s+/)[0] === entity.words[0] && entity.words.length > 1 ? 'first-name' : 'surname';
}
