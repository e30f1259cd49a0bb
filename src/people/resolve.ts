import { recently } from '../language/recently';
import type { LocalMention } from './mention';
import type { Registry } from './registry';
import { headsOf, sameHead } from './role-heads';
import type { Entity } from './entity';
import type { Gender, SpeakerType } from './speaker';

/** A mention that an entity had lately, as the reader remembers it. */
export interface Recent {
  readonly entity: Entity;
  /** Paragraph and sentence count at the mention. */
  readonly paragraph: number;
  readonly sentence: number;
  /** Subject of a clause or of a cue: what "he" prefers. */
  readonly subject: boolean;
  /** Was the source of a quotation or statement. */
  readonly spoke: boolean;
}

/** Whom a pronoun or description means, how sure that is, and who else was possible. */
export interface Resolution {
  readonly entity: Entity;
  /** 0–1. */
  readonly confidence: number;
  readonly others: readonly Entity[];
}

const genderOf = ({ gender, guess }: Entity): Gender => (gender === 'unknown' ? guess : gender);

/** Numbers by hand, after the literature's order of evidence: agreement, recency, subject before object, who spoke last. */
const WEIGHTS = {
  perSentence: -0.9,
  perParagraph: -0.7,
  subject: 1.6,
  spoke: 1.2,
  knownGender: 0.8,
  guessedGender: 0.6,
  /** "a teacher said": whom the copy does not name it seldom goes back to. */
  unnamed: -0.7,
};

export interface Place {
  readonly paragraph: number;
  readonly sentence: number;
}

/** The likeliest bearer of a pronoun among those mentioned lately. */
export function resolvePronoun(
  pronoun: string,
  gender: Gender,
  recent: readonly Recent[],
  at: Place,
  exclude?: Entity,
): Resolution | undefined {
  const body = pronoun === 'it';
  const plural = pronoun === 'they';
  return choose(recent, at, (entity) => {
    if (entity === exclude) return undefined;
    if (body)
      return !entity.plural &&
        entity.type !== 'person' &&
        entity.type !== 'role' &&
        entity.type !== 'unnamed' &&
        entity.type !== 'place'
        ? 0
        : entity.type === 'place'
          ? -0.8
          : undefined;
    if (plural) return entity.plural || entity.type === 'organisation' || entity.type === 'collective' ? 0 : undefined;
    if (entity.type !== 'person' && entity.type !== 'role' && entity.type !== 'unnamed') return undefined;
    if (entity.plural) return undefined;
    const known = genderOf(entity);
    if (known !== 'unknown' && gender !== 'unknown' && known !== gender) return undefined;
    const agrees = entity.gender === gender ? WEIGHTS.knownGender : entity.guess === gender ? WEIGHTS.guessedGender : 0;
    return agrees + (entity.type === 'unnamed' ? WEIGHTS.unnamed : 0);
  });
}

function choose(
  recent: readonly Recent[],
  at: Place,
  fits: (entity: Entity) => number | undefined,
): Resolution | undefined {
  const scores = new Map<Entity, number>();
  for (const item of recent) {
    const base = fits(item.entity);
    if (base === undefined) continue;
    const paragraphs = at.paragraph - item.paragraph;
    if (paragraphs > 4) continue;
    const score =
      base +
      WEIGHTS.perSentence * Math.min(4, Math.max(0, at.sentence - item.sentence)) +
      WEIGHTS.perParagraph * paragraphs +
      (item.subject ? WEIGHTS.subject : 0) +
      (item.spoke ? WEIGHTS.spoke : 0);
    if (score > (scores.get(item.entity) ?? -Infinity)) scores.set(item.entity, score);
  }
  const ranked = [...scores].sort((a, b) => b[1] - a[1] || b[0].first - a[0].first);
  if (ranked.length === 0) return undefined;
  const total = ranked.reduce((sum, [, score]) => sum + Math.exp(score - ranked[0][1]), 0);
  return {
    entity: ranked[0][0],
    confidence: 1 / total,
    others: ranked.slice(1, 4).map(([entity]) => entity),
  };
}

const ACRONYMS: readonly [RegExp, string][] = [
  [/\beu\b/g, 'european union'],
  [/\bun\b|\bu\.n\.(?=\s|$)/g, 'united nations'],
  [/\bus\b|\bu\.s\.(?=\s|$)/g, 'united states'],
  [/\buk\b|\bu\.k\.(?=\s|$)/g, 'united kingdom'],
];

export function normalRole(role: string): string {
  let text = role
    .toLowerCase()
    .replace(/[’']s\b/g, '')
    .replace(/^(?:the|a|an) /, '');
  for (const [from, to] of ACRONYMS) text = text.replace(from, to);
  return text.replace(/woman\b|person\b/g, 'man');
}

/** The words of a role in their normal form. Roles come again and again. */
const roleWords = recently((role: string): ReadonlySet<string> => new Set(normalRole(role).split(/\s+/)), 1000);

/**
 * Whom "the minister", "her boss", "the EU chief" means: an entity that bears the role, the likeliest where several do;
 * else, for a definite description of a person, whoever the copy speaks of.
 */
export function resolveRole(
  mention: LocalMention,
  registry: Registry,
  recent: readonly Recent[],
  at: Place,
  exclude?: Entity,
): Resolution | undefined {
  const head = sameHead(mention.head ?? '');
  const lists: (readonly Entity[])[] = [];
  for (const each of [head, ...headsOf(mention.role ?? '')]) {
    const list = registry.byHead(each);
    if (list.length > 0 && !lists.includes(list)) lists.push(list);
  }
  if (lists.length === 0) return undefined;
  const own = roleWords(mention.role ?? '');
  const nearness = nearnessOf(recent, at);
  const scored: { readonly entity: Entity; readonly score: number; readonly fit: number; readonly near: number }[] = [];
  for (const entity of lists.length === 1 ? lists[0] : new Set(lists.flat())) {
    if (entity === exclude) continue;
    // "the campaign" is not its spokesman, "the candidate" no department
    if (isPerson(mention.type) ? !isPerson(entity.type) : entity.type === 'person' && mention.type !== 'collective')
      continue;
    const known = genderOf(entity);
    if (mention.gender !== 'unknown' && known !== 'unknown' && known !== mention.gender && !head.endsWith('man'))
      continue;
    const fit = fitOf(own, entity);
    const near = nearness.get(entity) ?? 0;
    scored.push({ entity, score: fit * 2 + near + (entity.heads.has(head) ? 0.3 : 0), fit, near });
  }
  if (scored.length === 0) return undefined;
  scored.sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  if (best.fit < 0.5 && (best.near <= 0 || best.fit === 0)) return undefined;
  const sure = best.fit >= 0.99 ? 0.95 : 0.75;
  return {
    entity: best.entity,
    confidence: second && best.score - second.score < 0.2 ? 0.55 : sure,
    others: scored.slice(1, 4).map(({ entity }) => entity),
  };
}

const isPerson = (type: SpeakerType | undefined): boolean =>
  type === undefined || type === 'person' || type === 'role' || type === 'unnamed';

/** How many of a role's words the likest role of an entity has, 0–1. */
function fitOf(own: ReadonlySet<string>, { roles }: Entity): number {
  let most = 0;
  for (const role of roles) {
    const theirs = roleWords(role);
    let shared = theirs === own ? own.size : 0;
    if (shared === 0) for (const word of own) if (theirs.has(word)) shared++;
    if (shared > most) most = shared;
  }
  return most / own.size;
}

/** How near those whom the reader has not forgotten were mentioned last: 1 in this paragraph, less further up. */
function nearnessOf(recent: readonly Recent[], at: Place): ReadonlyMap<Entity, number> {
  const near = new Map<Entity, number>();
  for (const { entity, paragraph } of recent) near.set(entity, 1 / (1 + (at.paragraph - paragraph)));
  return near;
}

/**
 * The body that "the union" means: the last one named of which the name ends with that word ("Brennick Ferry Union"), in
 * this paragraph or the three before; undefined where the phrase says more than the bare noun.
 */
export function resolveBody(
  { role, head }: LocalMention,
  recent: readonly Recent[],
  paragraph: number,
): Entity | undefined {
  if (role?.toLowerCase() !== head) return undefined;
  return recent.findLast(
    ({ entity, paragraph: at }) =>
      paragraph - at <= 3 && entity.type === 'organisation' && entity.words.length > 1 && entity.words.at(-1) === head,
  )?.entity;
}

/** Whether a definite description of a person with no bearer may mean whoever the copy speaks of ("the striker", "the Dane"). */
export function resolveDescription(
  mention: LocalMention,
  recent: readonly Recent[],
  at: Place,
  exclude?: Entity,
): Resolution | undefined {
  const found = choose(recent, at, (entity) => {
    if (entity.type !== 'person' || entity === exclude) return undefined;
    const known = genderOf(entity);
    if (mention.gender !== 'unknown' && known !== 'unknown' && known !== mention.gender) return undefined;
    // who is often named and has no role yet is whom a new description fits best
    return Math.min(1.5, 0.4 * Math.log2(1 + entity.count)) - (entity.heads.size > 0 ? 1.4 : 0);
  });
  return found && { ...found, confidence: Math.min(0.65, found.confidence) };
}
