import type { Paragraph } from '../article/article';
import type { Entity } from './entity';
import { firstNameGender, isFirstName } from './gender';
import type { LocalMention } from './mention';
import type { Gender } from './speaker';

/** A name mention, where it stands, and the words that count. */
export interface Named {
  readonly paragraph: Paragraph;
  readonly mention: LocalMention;
  readonly words: readonly string[];
}

/**
 * "J. B. Ruiz" and "Jorge Ruiz", "Ban" and "Ban Ki-moon" stay apart; a middle name more or less is the same person, and so are
 * two surnames without the first name ("Ruiz Ortega" for "Jorge Ruiz Ortega").
 */
export function sameFull({ words }: Named, byLast: ReadonlyMap<string, readonly Entity[]>): Entity | undefined {
  return (byLast.get(words[words.length - 1]) ?? []).find(
    (entity) =>
      entity.words.length > 1 &&
      entity.type === 'person' &&
      words.length !== entity.words.length &&
      (entity.words[0] === words[0] || isTail(words, entity.words)),
  );
}

const isTail = (words: readonly string[], of: readonly string[]): boolean =>
  words.length < of.length && words.every((word, i) => word === of[of.length - words.length + i]);

/** Whom a single word names: a surname, a first name, the short form of a body. */
export function single(
  item: Named,
  byFull: ReadonlyMap<string, Entity>,
  byLast: ReadonlyMap<string, readonly Entity[]>,
  byFirst: ReadonlyMap<string, readonly Entity[]>,
  byAcronym: ReadonlyMap<string, readonly Entity[]>,
): Entity | undefined {
  const { mention, words } = item;
  const [word] = words;
  if (!word) return undefined;
  const here = item.paragraph.start + mention.start;
  const surname = (byLast.get(word) ?? []).filter((entity) => entity.words.length > 1 && agrees(entity, mention));
  const titled = mention.honorific !== undefined;
  if (surname.length === 1 || (surname.length > 1 && surname.every(({ first }) => first > here))) return surname[0];
  if (surname.length > 1) return latest(surname, here);
  const first = (byFirst.get(word) ?? []).filter((entity) => agrees(entity, mention) && !titled);
  const people = first.filter(({ type }) => type === 'person');
  if (people.length && isFirstName(word) && mention.role === undefined) return latest(people, here);
  const same = byFull.get(word);
  if (same && agrees(same, mention)) return same;
  const bodies = first.filter(({ type }) => type !== 'person');
  if (bodies.length) return bodies[0];
  if (people.length && !mention.role) return latest(people, here);
  const acronym = /^\p{Lu}{2,6}$/u.test(mention.name!) ? byAcronym.get(word) : undefined;
  if (acronym?.length) return acronym[0];
  return undefined;
}

/** Whether what a mention says of gender and kind fits an entity. */
function agrees(entity: Entity, mention: LocalMention): boolean {
  if (mention.honorific && entity.type !== 'person') return false;
  if (mention.gender === 'unknown') return true;
  const gender = entity.gender === 'unknown' ? entity.guess : entity.gender;
  // a spokesman who is Ms later is one person all the same; Mr and Mrs are two
  // "Alderman Nutley" and "Mrs Nutley" are two, "a spokesman" and "Ms" may be one
  if (
    mention.honorific &&
    entity.gender === opposite(mention.gender) &&
    ![...entity.heads].some((head) => EITHER.test(head))
  )
    return false;
  return (
    gender === 'unknown' ||
    gender === mention.gender ||
    !mention.honorific ||
    (!entity.titled && entity.guess !== opposite(mention.gender))
  );
}

/** Offices in -man that women hold in copy as well. */
const EITHER = /^(?:spokes|chair|business|council|congress|assembly|fore)man$/;

const opposite = (gender: Gender): Gender => (gender === 'female' ? 'male' : 'female');

/** The one named last before `here`; the first where none is. */
function latest(entities: readonly Entity[], here: number): Entity {
  let best = entities[0];
  for (const entity of entities) if (entity.first <= here && entity.first >= best.first) best = entity;
  return best;
}

/** "Her son Alan" takes the surname of the person before: Alan Pugh. */
export function kinship(named: readonly Named[], found: Map<LocalMention, Entity>): void {
  let before: Entity | undefined;
  for (const { mention } of named) {
    const entity = found.get(mention);
    if (!entity) continue;
    if (
      before &&
      entity !== before &&
      mention.determination === 'possessive' &&
      entity.words.length === 1 &&
      mention.head &&
      /^(?:son|daughter|brother|sister|wife|husband|mother|father)$/.test(mention.head) &&
      before.words.length > 1
    ) {
      const surname = before.name.split(' ').at(-1)!;
      entity.name = `${entity.name} ${surname}`;
      entity.guess = firstNameGender(entity.words[0]);
      for (const [local, other] of found)
        if (
          local.honorific &&
          local.gender === mention.gender &&
          other !== entity &&
          other.words.length === 1 &&
          other.words[0] === surname.toLowerCase()
        )
          found.set(local, entity);
    }
    if (entity.type === 'person') before = entity;
  }
}
