import type { Alignment } from '../article/alignment';
import type { Article, Paragraph } from '../article/article';
import { recently } from '../language/recently';
import { firstNameGender, isFirstName } from './gender';
import { mentionsOf, type LocalMention } from './mentions';
import { isRole } from './roles';
import type { Gender, SpeakerType } from './speaker';

/** Somebody or something that the article names; what is known so far. */
export interface Entity {
  name: string;
  /** Words of the name, lower case. */
  readonly words: readonly string[];
  type: SpeakerType;
  /** What the article's own words say: titles, roles, pronouns. */
  gender: Gender;
  /** What lists say of the first name. */
  guess: Gender;
  roles: string[];
  /** Head nouns of its roles, lower case: what "the minister" is matched against. */
  heads: Set<string>;
  /** Where it is first and last named: paragraph and offset order. */
  first: number;
  plural: boolean;
  /** Mr, Mrs, son, daughter: what says of gender more than a word like spokesman. */
  titled?: boolean;
  /** The first of these titles, lower case. */
  honorific?: string;
  /** How often it is named. */
  count: number;
}

/** Who an article names, and which of its names mean the same. */
export interface Registry {
  readonly entities: readonly Entity[];
  /** Whom a name mention means. */
  entityOf(paragraph: number, mention: number): Entity | undefined;
  /** Entities by a head noun of their roles. */
  byHead(head: string): readonly Entity[];
  /**
   * Makes this the registry of `article`, where it names the same in the same words as the article did that this is the
   * registry of; false, and nothing done, where it does not.
   */
  turnTo(article: Article, alignment: Alignment): boolean;
}

const SILENT_ZONES = new Set(['byline', 'footer', 'credit', 'code', 'front-matter', 'comment', 'stray']);

interface Named {
  readonly paragraph: Paragraph;
  readonly mention: LocalMention;
  readonly words: readonly string[];
}

const nameWords = (name: string): string[] =>
  name
    .toLowerCase()
    .replace(/[’']s?$/, '')
    .replace(/[.,]/g, '')
    .split(/[\s]+/)
    .filter((word) => word && !/^(?:jr|sr|ii|iii|iv|the)$/.test(word));

/** The names in paragraphs `from` to `to` (exclusive). */
function namedIn({ paragraphs }: Article, from: number, to: number): Named[] {
  const named: Named[] = [];
  for (let p = from; p < to; p++) {
    const paragraph = paragraphs[p];
    if (SILENT_ZONES.has(paragraph.zone)) continue;
    for (const mention of mentionsOf(paragraph.prose))
      if (mention.kind === 'name' && mention.name && mention.start >= paragraph.bodyStart)
        named.push({ paragraph, mention, words: wordsOfName(mention.name) });
  }
  return named;
}

const wordsOfName = recently(nameWords, 2000);

const PLACE_OF_MENTION = new Set(['start', 'end', 'firstWord', 'endWord', 'nameSpan', 'aside', 'apposition']);

/** Whether two mentions are the same but for their place: all that a registry reads. */
function isAlike(a: LocalMention, b: LocalMention): boolean {
  const [one, other]: Record<string, unknown>[] = [{ ...a }, { ...b }];
  for (const key of new Set([...Object.keys(one), ...Object.keys(other)]))
    if (!PLACE_OF_MENTION.has(key) && one[key] !== other[key]) return false;
  return true;
}

/** Reads all name mentions and groups them: full names first, then surnames, first names and short forms. */
export function readRegistry(article: Article): Registry {
  const named = namedIn(article, 0, article.paragraphs.length);
  const entities: Entity[] = [];
  const byFull = new Map<string, Entity>();
  const byLast = new Map<string, Entity[]>();
  const byFirst = new Map<string, Entity[]>();
  const byAcronym = new Map<string, Entity[]>();
  const found = new Map<LocalMention, Entity>();

  const create = (item: Named): Entity => {
    const { mention, words } = item;
    const type = mention.type ?? (words.length > 1 && words.length < 5 ? 'person' : 'organisation');
    // Mr Roe and Mrs Roe are two, and told apart by their titles
    const namesake = words.length === 1 ? byFull.get(words[0]) : undefined;
    const apart = mention.honorific && namesake?.type === 'person' && namesake.titled;
    if (apart && namesake.honorific && !namesake.name.includes(' '))
      namesake.name = `${titleCase(namesake.honorific)} ${namesake.name}`;
    const entity: Entity = {
      name: apart ? `${titleCase(mention.honorific!)} ${mention.name!}` : mention.name!,
      words,
      type,
      gender: mention.gender,
      guess: type === 'person' ? firstNameGender(words[0] ?? '') : 'unknown',
      roles: [],
      heads: new Set(),
      first: item.paragraph.start + mention.start,
      plural: false,
      count: 0,
    };
    entities.push(entity);
    byFull.set(words.join(' '), entity);
    push(byLast, words[words.length - 1], entity);
    if (words.length > 1) push(byFirst, words[0], entity);
    if (words.length > 1)
      push(
        byAcronym,
        words
          .filter((w) => !/^(?:of|the|and|for|de)$/.test(w))
          .map((w) => w[0])
          .join(''),
        entity,
      );
    return entity;
  };
  const note = (item: Named, entity: Entity): void => {
    const { mention } = item;
    entity.count++;
    if (mention.honorific && mention.gender !== 'unknown') {
      entity.titled = true;
      entity.honorific ??= mention.honorific;
    }
    if (item.paragraph.start + mention.start < entity.first) entity.first = item.paragraph.start + mention.start;
    if (mention.gender !== 'unknown' && entity.gender === 'unknown') entity.gender = mention.gender;
    if (
      mention.type === 'person' &&
      entity.type !== 'person' &&
      (mention.role || mention.honorific || entity.type === 'organisation')
    )
      entity.type = 'person';
    if (mention.role && !entity.roles.some((role) => role.toLowerCase() === mention.role!.toLowerCase())) {
      entity.roles.push(mention.role);
      for (const head of headsOf(mention.role)) entity.heads.add(head);
    }
    found.set(mention, entity);
  };

  // a person's full name, or a body's: longest first, so that "Amil" finds "Jorge Amil"
  const singles: Named[] = [];
  const strong = new Set<string>();
  for (const { mention, words } of named) if (!mention.weak) for (const word of words) strong.add(word);
  for (const item of named) {
    if (item.mention.weak && !item.words.every((word) => strong.has(word))) continue;
    if (item.words.length < 2) {
      singles.push(item);
      continue;
    }
    note(item, byFull.get(item.words.join(' ')) ?? sameFull(item, byLast) ?? create(item));
  }
  for (const item of singles) note(item, single(item, byFull, byLast, byFirst, byAcronym) ?? create(item));
  kinship(named, found);
  const heads = new Map<string, Entity[]>();
  for (const entity of entities) for (const head of entity.heads) push(heads, head, entity);
  let current = article;
  const entityOfMention = new WeakMap(found);
  const turnTo = (next: Article, { head, tail, offset }: Alignment): boolean => {
    const before = namedIn(current, head, current.paragraphs.length - tail);
    const after = namedIn(next, head, next.paragraphs.length - tail);
    if (before.length !== after.length || !before.every(({ mention }, i) => isAlike(mention, after[i].mention)))
      return false;
    const changeStart = head > 0 ? current.paragraphs[head - 1].end : -1;
    const tailStart = tail > 0 ? current.paragraphs[current.paragraphs.length - tail].start : Infinity;
    const moved = new Map<number, number>();
    // all are looked up before any is set: paragraphs that have changed places have brought their mentions along
    const meant = before.map(({ mention }) => entityOfMention.get(mention));
    before.forEach(({ paragraph, mention }, i) => {
      moved.set(paragraph.start + mention.start, after[i].paragraph.start + after[i].mention.start);
      const entity = meant[i];
      if (entity) entityOfMention.set(after[i].mention, entity);
    });
    for (const entity of entities)
      if (entity.first >= tailStart) entity.first += offset;
      else if (entity.first > changeStart) entity.first = moved.get(entity.first) ?? entity.first;
    current = next;
    return true;
  };
  return {
    entities,
    entityOf: (paragraph, mention) => {
      const { prose, zone, bodyStart } = current.paragraphs[paragraph];
      // two paragraphs of the same words share their mentions: a byline's are not read even if the body's are
      const local = SILENT_ZONES.has(zone) ? undefined : mentionsOf(prose)[mention];
      return local && local.start >= bodyStart ? entityOfMention.get(local) : undefined;
    },
    byHead: (head) => heads.get(sameHead(head)) ?? [],
    turnTo,
  };
}

const titleCase = (word: string): string => word[0].toUpperCase() + word.slice(1);

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** "J. B. Ruiz" and "Jorge Ruiz", "Ban" and "Ban Ki-moon" stay apart; a middle name more or less is the same person. */
function sameFull({ words }: Named, byLast: ReadonlyMap<string, readonly Entity[]>): Entity | undefined {
  return (byLast.get(words[words.length - 1]) ?? []).find(
    (entity) =>
      entity.words.length > 1 &&
      entity.type === 'person' &&
      entity.words[0] === words[0] &&
      words.length !== entity.words.length,
  );
}

function single(
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
function kinship(named: readonly Named[], found: Map<LocalMention, Entity>): void {
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
