import type { Alignment } from '../article/alignment';
import type { Article } from '../article/article';
import { recently } from '../language/recently';
import type { Entity } from './entity';
import { firstNameGender, isFirstName } from './gender';
import type { LocalMention } from './mention';
import { mentionsOf } from './mentions';
import { headsOf, sameHead } from './role-heads';
import { kinship, sameFull, single, type Named } from './same-name';

/** Who an article names, and which of its names mean the same. */
export interface Registry {
  readonly entities: readonly Entity[];
  /** Whom a name mention means. */
  entityOf(paragraph: number, mention: number): Entity | undefined;
  /** The one person with this surname; undefined where there is none or another. */
  bearing(surname: string): Entity | undefined;
  /** Entities by a head noun of their roles. */
  byHead(head: string): readonly Entity[];
  /**
   * Makes this the registry of `article`, where it names the same in the same words as the article did that this is the
   * registry of; false, and nothing done, where it does not.
   */
  turnTo(article: Article, alignment: Alignment): boolean;
}

const SILENT_ZONES = new Set(['byline', 'footer', 'credit', 'code', 'front-matter', 'comment', 'stray']);

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
      where: 0,
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
    if (mention.isWhere) entity.where++;
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
  for (const entity of entities) judge(entity);
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
    bearing: (surname) => {
      const people = byLast.get(surname.toLowerCase())?.filter(({ type }) => type === 'person');
      return people?.length === 1 ? people[0] : undefined;
    },
    byHead: (head) => heads.get(sameHead(head)) ?? [],
    turnTo,
  };
}

/** "in Carrow Bay": takes somebody of whom nothing else is known for a place where half its names stand as one. */
function judge(entity: Entity): void {
  const { type, gender, guess, heads, words, where, count } = entity;
  if (type !== 'person' || gender !== 'unknown' || guess !== 'unknown' || heads.size > 0) return;
  if (where > 0 && where * 2 >= count && !isFirstName(words[0] ?? '')) entity.type = 'place';
}

const titleCase = (word: string): string => word[0].toUpperCase() + word.slice(1);

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
