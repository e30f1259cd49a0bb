import type { AgencyMention } from '../agencies/agency';
import type { Memory } from './memory';
import type { LocalMention } from './mention';
import { bare, withoutAdjectives, withoutAside } from './phrases';
import { sameHead } from './role-heads';
import { isDocument } from './roles';
import type { Entity } from './entity';
import type { Gender, SpeakerType } from './speaker';

/** Under this key stands the study of which the copy speaks. */
const STUDY = 'a study';

/** Who is described by a phrase that stands at offset `first`; `text` is the whole of it. */
export function describe(memory: Memory, local: LocalMention, text: string, first: number): Entity {
  const { determination, role, type = 'unnamed', head, plural, gender } = local;
  const owned = determination === 'possessive' && !/^(?:his|her|its|their|our|my|your)\b/i.test(text);
  const words = owned ? bare(text) : (role ?? bare(text));
  const name = type === 'document' ? withoutAdjectives(words) : words;
  const entity = entityFor(memory, name, type, first, plural, gender);
  if (/^(?:study|trial|survey)$/.test(head ?? '') && !memory.find('learnt', STUDY))
    memory.write('learnt', STUDY, entity);
  return entity;
}

/** Who is meant by words that no list knows. */
export function describeByWords(memory: Memory, text: string, first: number, type?: SpeakerType): Entity {
  const name = bare(withoutAside(text.replace(/^both\s+/i, '')));
  const several = /\band\b/.test(name) || (/s$/.test(name) && !/ss$/.test(name));
  const kind = isWritten(name) ? 'document' : several ? 'collective' : 'unnamed';
  const definite = /^the (\p{Ll}+)$/iu.exec(text)?.[1];
  return (
    (definite && documentOf(memory, { role: definite, head: definite, determination: 'definite' })) ||
    entityFor(memory, name, type ?? kind, first)
  );
}

/** "polls", "early surveys of voters": whether the head of these words is something written. */
function isWritten(name: string): boolean {
  const [head] = /^[^,]*?(?=\s(?:of|by|in|from|for|on|to|at|and)\s|,|$)/.exec(name) ?? [''];
  const last = head.slice(head.lastIndexOf(' ') + 1);
  if (/^\p{Lu}.*[^s]$/u.test(last)) return false; // the Post
  return isDocument(last.toLowerCase().replace(/ies$/, 'y').replace(/s$/, ''));
}

/** What "the paper", "the findings" stand for where a study was spoken of, and "the newspaper" where one was named. */
export function documentOf(
  memory: Memory,
  { role, head, determination }: Pick<LocalMention, 'role' | 'head' | 'determination'>,
): Entity | undefined {
  if (determination !== 'definite' || role?.toLowerCase() !== head) return undefined;
  if (/^(?:paper|research|findings|article)$/.test(head ?? '')) {
    const study = memory.find('learnt', STUDY);
    if (study) return study;
  }
  return /^(?:paper|newspaper|magazine|broadcaster|network|station|website)$/.test(head ?? '')
    ? memory.recent.findLast(({ entity }) => entity.type === 'media')?.entity
    : undefined;
}

/** From now on this head noun means this entity. */
export function learn(memory: Memory, { head }: LocalMention, entity: Entity): void {
  if (head && !memory.find('learnt', sameHead(head))) memory.write('learnt', sameHead(head), entity);
}

/** An agency as a speaker. */
export function agencyEntity(memory: Memory, { agency: { id, name }, start }: AgencyMention): Entity {
  const known = memory.find('agency', id);
  if (known) return known;
  const entity = newcomer(name, 'agency', start, false, 'unknown');
  entity.heads.add('agency');
  return memory.write('agency', id, entity);
}

function entityFor(
  memory: Memory,
  name: string,
  type: SpeakerType,
  first: number,
  plural = false,
  gender: Gender = 'unknown',
): Entity {
  const id = name.toLowerCase();
  return memory.find('described', id) ?? memory.write('described', id, newcomer(name, type, first, plural, gender));
}

function newcomer(name: string, type: SpeakerType, first: number, plural: boolean, gender: Gender): Entity {
  return {
    name,
    words: name.toLowerCase().split(/\s+/),
    type,
    gender,
    guess: 'unknown',
    roles: [],
    heads: new Set(),
    first,
    plural,
    count: 1,
    where: 0,
  };
}
