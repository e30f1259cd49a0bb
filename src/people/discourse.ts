import type { AgencyMention } from '../agencies/agency';
import { byParagraph, type Article } from '../article/article';
import { mentionsOf, type LocalMention } from './mentions';
import { readRegistry, sameHead, type Entity, type Registry } from './registry';
import { resolveDescription, resolvePronoun, resolveRole, type Place, type Recent } from './resolve';
import type { Mention, MentionForm, Speaker, SpeakerType } from './speaker';

/** A mention and whom it means. */
export interface Resolved {
  readonly entity: Entity;
  readonly mention: Mention;
  readonly explicit: boolean;
  readonly confidence: number;
  readonly others: readonly Entity[];
  /** One sentence: why this one. */
  readonly why: string;
}

const KEPT = 24;

/**
 * Reads an article from the top as a reader does and says at each place whom a mention means. Call `pass` for what the
 * reader has passed, `resolve` for a source, `spoke` for who has spoken: later pronouns depend on it.
 */
export class Discourse {
  readonly registry: Registry;
  private readonly agenciesIn: (paragraph: number) => readonly AgencyMention[];
  private recent: Recent[] = [];
  private readonly described = new Map<string, Entity>();
  private readonly agencyEntities = new Map<string, Entity>();
  private readonly byEntity = new Map<Entity, Mention[]>();
  private sentence = 0;
  private readonly learnt = new Map<string, Entity>();

  constructor(
    private readonly article: Article,
    agencies: readonly AgencyMention[],
  ) {
    this.agenciesIn = byParagraph(agencies);
    this.registry = readRegistry(article);
  }

  /** Counts a sentence on. */
  nextSentence(): void {
    this.sentence++;
  }

  /** The reader passes a mention that is no source. */
  pass(paragraph: number, index: number, subject: boolean): void {
    const local = this.local(paragraph, index);
    if (local.kind === 'name') {
      const entity = this.agencyAt(paragraph, local) ?? this.registry.entityOf(paragraph, index);
      if (!entity) return;
      this.keep(entity, paragraph, subject, false);
      this.note(entity, this.place(paragraph, local, formOf(local, entity)));
    } else if (local.kind === 'role') this.passRole(paragraph, local, subject);
  }

  private passRole(paragraph: number, local: LocalMention, subject: boolean): void {
    const named = local.apposition !== undefined ? this.registry.entityOf(paragraph, local.apposition) : undefined;
    const known =
      named ??
      (local.determination !== 'indefinite'
        ? resolveRole(local, this.registry, this.recent, this.at(paragraph))?.entity
        : undefined);
    if (known) return this.keep(known, paragraph, subject, false);
    if (local.type === 'document')
      return subject ? this.keep(this.describe(local, paragraph), paragraph, subject, false) : undefined;
    if (local.type === 'role' && local.determination === 'definite' && !local.plural) {
      // "…, Brady said of the striker": a new description of whom the copy speaks, but not of who speaks
      const speaking = this.recent.at(-1);
      const found =
        words(local) === 1
          ? resolveDescription(
              local,
              this.recent,
              this.at(paragraph),
              speaking?.spoke && speaking.paragraph === paragraph ? speaking.entity : undefined,
            )
          : undefined;
      if (found && found.confidence > 0.5) {
        this.learn(local, found.entity);
        return this.keep(found.entity, paragraph, subject, false);
      }
      if (words(local) > 1 || subject) this.keep(this.describe(local, paragraph), paragraph, subject, false);
      return;
    }
    if (local.determination === 'indefinite' && (subject || local.gender !== 'unknown') && local.type !== 'collective')
      this.keep(this.describe(local, paragraph), paragraph, subject, false);
  }

  /** From now on this head noun means this entity. */
  private learn(local: LocalMention, entity: Entity): void {
    if (local.head && !this.learnt.has(sameHead(local.head))) this.learnt.set(sameHead(local.head), entity);
  }

  spoke(entity: Entity, paragraph: number): void {
    this.keep(entity, paragraph, true, true);
  }

  /** Whom a source mention means; undefined where nobody can be told (narrator's I, a pronoun with no one before it). */
  resolve(paragraph: number, index: number): Resolved | undefined {
    const local = this.local(paragraph, index);
    if (local.kind === 'name') {
      const agency = this.agencyAt(paragraph, local);
      const entity = agency ?? this.registry.entityOf(paragraph, index);
      if (!entity) return undefined;
      const form = formOf(local, entity);
      const explicit =
        form === 'full-name' || form === 'title-and-name' || entity.words.length === 1 || entity.type !== 'person';
      return this.found(
        entity,
        paragraph,
        local,
        form,
        explicit,
        0.97,
        [],
        explicit ? 'The name stands with the cue.' : `“${local.name}” is ${entity.name}, named in full elsewhere.`,
      );
    }
    if (local.kind === 'pronoun') {
      if (local.head === 'i' || local.head === 'we') return undefined;
      const found = resolvePronoun(local.head!, local.gender, this.recent, this.at(paragraph));
      if (!found) return undefined;
      return this.found(
        found.entity,
        paragraph,
        local,
        'pronoun',
        false,
        found.confidence,
        found.others,
        `“${local.head}” means whoever the copy spoke of last: ${found.entity.name}.`,
      );
    }
    return this.resolvePhrase(paragraph, local);
  }

  /** A source that no list knows, by its words. */
  describeWords(paragraph: number, start: number, end: number): Resolved {
    const text = this.article.paragraphs[paragraph].prose.text.slice(start, end);
    const name = bare(text);
    const entity = this.entityFor(
      name,
      /s$/.test(name) && !/ss$/.test(name) ? 'collective' : 'unnamed',
      this.article.paragraphs[paragraph].start + start,
    );
    const from = this.article.paragraphs[paragraph].start;
    const mention: Mention = {
      start: from + start,
      end: from + end,
      paragraph,
      form: 'description',
      gender: 'unknown',
    };
    this.note(entity, mention);
    return { entity, mention, explicit: true, confidence: 0.8, others: [], why: 'These words stand with the cue.' };
  }

  speakers(): Map<Entity, Speaker> {
    const speakers = new Map<Entity, Speaker>();
    const all = new Set<Entity>([
      ...this.registry.entities,
      ...this.described.values(),
      ...this.agencyEntities.values(),
    ]);
    for (const entity of all) {
      const mentions = (this.byEntity.get(entity) ?? []).sort((a, b) => a.start - b.start);
      if (mentions.length === 0) continue;
      speakers.set(entity, {
        id: `${entity.type}:${entity.name}`,
        name: entity.name,
        type: entity.type,
        role: entity.roles[0],
        roles: entity.roles,
        gender: entity.gender === 'unknown' ? entity.guess : entity.gender,
        plural: entity.plural,
        mentions,
      });
    }
    return speakers;
  }

  private resolvePhrase(paragraph: number, local: LocalMention): Resolved | undefined {
    const at = this.at(paragraph);
    if (local.apposition !== undefined) {
      const entity = this.registry.entityOf(paragraph, local.apposition);
      if (entity)
        return this.found(entity, paragraph, local, 'role', true, 0.95, [], 'Name and role stand side by side.');
    }
    const definite =
      local.determination === 'definite' ||
      local.determination === 'possessive' ||
      (local.determination === 'bare' && !local.plural);
    if (definite) {
      const bearer = resolveRole(local, this.registry, this.recent, at);
      if (bearer)
        return this.found(
          bearer.entity,
          paragraph,
          local,
          'role',
          false,
          bearer.confidence,
          bearer.others,
          `“${local.role ?? local.head}” is ${bearer.entity.name} here.`,
        );
    }
    const person = local.type === 'role' && !local.plural;
    const learnt = definite && person ? this.learnt.get(sameHead(local.head ?? '')) : undefined;
    if (learnt)
      return this.found(learnt, paragraph, local, 'role', false, 0.75, [], `“${local.head}” is ${learnt.name} here.`);
    const known = this.described.get(key(local));
    if (known && definite)
      return this.found(known, paragraph, local, 'role', true, 0.9, [], 'The description stands with the cue.');
    const single = (local.role ?? '').split(/\s+/).length === 1;
    if (
      person &&
      single &&
      local.determination === 'definite' &&
      this.recent.some(({ entity }) => entity.type === 'person')
    ) {
      const found = resolveDescription(local, this.recent, at);
      if (found)
        return this.found(
          found.entity,
          paragraph,
          local,
          'role',
          false,
          found.confidence,
          found.others,
          `“the ${local.head}” is taken to mean ${found.entity.name}, of whom the copy speaks.`,
        );
    }
    if (
      person &&
      local.determination === 'possessive' &&
      /^(?:his|her|their|its)\b/i.test(this.text(paragraph, local)) &&
      single
    ) {
      const owner = this.recent.findLast(({ entity }) => entity.type === 'person')?.entity;
      const found =
        owner &&
        resolveDescription(
          local,
          this.recent.filter(({ entity }) => entity !== owner),
          at,
        );
      if (
        found &&
        !/^(?:mother|father|son|daughter|brother|sister|wife|husband|lawyer|spokesman|spokeswoman|friend|neighbour|neighbor)$/.test(
          local.head ?? '',
        )
      )
        return this.found(
          found.entity,
          paragraph,
          local,
          'role',
          false,
          Math.min(0.6, found.confidence),
          found.others,
          `“${this.text(paragraph, local)}” is taken to mean ${found.entity.name}.`,
        );
    }
    return this.found(
      this.describe(local, paragraph),
      paragraph,
      local,
      local.type === 'role' ? 'role' : 'description',
      true,
      0.9,
      [],
      'The description stands with the cue.',
    );
  }

  private describe(local: LocalMention, paragraph: number): Entity {
    const owned =
      local.determination === 'possessive' &&
      !/^(?:his|her|its|their|our|my|your)\b/i.test(this.text(paragraph, local));
    const name = owned ? bare(this.text(paragraph, local)) : (local.role ?? bare(this.text(paragraph, local)));
    const entity = this.entityFor(
      name,
      local.type ?? 'unnamed',
      this.article.paragraphs[paragraph].start + local.start,
    );
    entity.plural = local.plural;
    if (entity.gender === 'unknown') entity.gender = local.gender;
    return entity;
  }

  private entityFor(name: string, type: SpeakerType, first: number): Entity {
    const id = name.toLowerCase();
    let entity = this.described.get(id);
    if (!entity) {
      entity = {
        name,
        words: id.split(/\s+/),
        type,
        gender: 'unknown',
        guess: 'unknown',
        roles: [],
        heads: new Set(),
        first,
        plural: false,
        count: 1,
        order: 1e6 + this.described.size,
      };
      this.described.set(id, entity);
    }
    return entity;
  }

  private found(
    entity: Entity,
    paragraph: number,
    local: LocalMention,
    form: MentionForm,
    explicit: boolean,
    confidence: number,
    others: readonly Entity[],
    why: string,
  ): Resolved {
    const mention = this.place(paragraph, local, form);
    this.note(entity, mention);
    return { entity, mention, explicit, confidence, others, why };
  }

  private note(entity: Entity, mention: Mention): void {
    const list = this.byEntity.get(entity);
    if (!list) this.byEntity.set(entity, [mention]);
    else if (!isNoted(list, mention)) list.push(mention);
  }

  private place(paragraph: number, local: LocalMention, form: MentionForm): Mention {
    const { start } = this.article.paragraphs[paragraph];
    return {
      start: start + local.start,
      end: start + local.end,
      paragraph,
      form,
      role: local.role,
      gender: local.gender,
    };
  }

  private agencyAt(paragraph: number, local: LocalMention): Entity | undefined {
    const { start } = this.article.paragraphs[paragraph];
    const found = this.agenciesIn(paragraph).find(
      (mention) => mention.start < start + local.end && start + local.start < mention.end && mention.use !== 'mention',
    );
    if (!found) return undefined;
    let entity = this.agencyEntities.get(found.agency.id);
    if (!entity) {
      const { name } = found.agency;
      entity = {
        name,
        words: name.toLowerCase().split(/\s+/),
        type: 'agency',
        gender: 'unknown',
        guess: 'unknown',
        roles: [],
        heads: new Set(['agency']),
        first: found.start,
        plural: false,
        count: 1,
        order: 2e6 + this.agencyEntities.size,
      };
      this.agencyEntities.set(found.agency.id, entity);
    }
    return entity;
  }

  private keep(entity: Entity, paragraph: number, subject: boolean, spoke: boolean): void {
    this.recent.push({ entity, paragraph, sentence: this.sentence, subject, spoke });
    if (this.recent.length > 2 * KEPT) this.recent = this.recent.slice(-KEPT);
  }

  private at(paragraph: number): Place {
    return { paragraph, sentence: this.sentence };
  }

  private local(paragraph: number, index: number): LocalMention {
    return mentionsOf(this.article.paragraphs[paragraph].prose)[index];
  }

  private text(paragraph: number, { start, end }: LocalMention): string {
    return this.article.paragraphs[paragraph].prose.text.slice(start, end);
  }
}

const words = ({ role }: LocalMention): number => (role ?? '').split(/\s+/).length;

/** Whether a mention is in the list: it can be noted as passed and as a source, a paragraph or two apart at most. */
function isNoted(list: readonly Mention[], { start, end, paragraph }: Mention): boolean {
  for (let i = list.length - 1; i >= 0 && list[i].paragraph >= paragraph - 8; i--)
    if (list[i].start === start && list[i].end === end) return true;
  return false;
}

const key = ({ role, head }: LocalMention): string => (role ?? head ?? '').toLowerCase();

/** Without the article in front. */
const bare = (text: string): string => text.replace(/^(?:the|a|an)\s+/i, '').replace(/\s+/g, ' ');

function formOf(local: LocalMention, entity: Entity): MentionForm {
  if (local.role || local.honorific) {
    return (local.name ?? '').split(' ').length > 1 || entity.words.length === 1 ? 'title-and-name' : 'surname';
  }
  const words = (local.name ?? '').toLowerCase().split(/\s+/);
  if (words.length >= entity.words.length) return 'full-name';
  if (entity.type !== 'person') return 'short-name';
  return words[0] === entity.words[0] && entity.words.length > 1 ? 'first-name' : 'surname';
}
