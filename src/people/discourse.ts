import type { AgencyMention } from '../agencies/agency';
import type { Alignment } from '../article/alignment';
import { byParagraph, type Article } from '../article/article';
import { pronounGender } from './gender';
import { agencyEntity, describe, describeByWords, documentOf, learn } from './described';
import { byName, bySurname, type Meant, type Resolved } from './meant';
import { Memory } from './memory';
import type { LocalMention } from './mention';
import { mentionsOf } from './mentions';
import type { Page } from './page';
import { antecedentOf, describedBy, formOf, GENERIC, isDefinite, isRelative, pronounIn, wordsOfRole } from './phrases';
import { readRegistry, type Registry } from './registry';
import { sameHead } from './role-heads';
import type { Entity } from './entity';
import { isPlural } from './roles';
import { resolveBody, resolveDescription, resolvePronoun, resolveRole } from './resolve';
import type { Mention, MentionForm, SpeakerType } from './speaker';

/** What a mention is kept by. */
type Placed = Pick<LocalMention, 'start' | 'end' | 'role' | 'gender'>;

/** "his lawyer" is somebody beside him, whoever else the copy speaks of. */
const RELATED =
  /^(?:mother|father|son|daughter|brother|sister|wife|husband|lawyer|spokesman|spokeswoman|friend|neighbour|neighbor)$/;

/**
 * Reads an article from the top as a reader does and says at each place whom a mention means. Call `open` for each
 * paragraph, `pass` for what the reader has passed, `resolve` for a source, `spoke` for who has spoken: later pronouns
 * depend on it. After an edit, `turnTo` and the memory's `back` let it read again from where something changed.
 */
export class Discourse {
  readonly registry: Registry;
  readonly memory = new Memory();
  private agenciesIn: (paragraph: number) => readonly AgencyMention[];

  constructor(
    private article: Article,
    agencies: readonly AgencyMention[],
  ) {
    this.agenciesIn = byParagraph(agencies);
    this.registry = readRegistry(article);
  }

  /** Goes on with another version of the article that names the same people; false where it does not. */
  turnTo(article: Article, agencies: readonly AgencyMention[], alignment: Alignment): boolean {
    const { tail, offset } = alignment;
    const old = this.article.paragraphs;
    const tailStart = tail > 0 ? old[old.length - tail].start : Infinity;
    if (this.memory.pages.length !== old.length || !this.registry.turnTo(article, alignment)) return false;
    this.memory.move(tailStart, offset);
    this.article = article;
    this.agenciesIn = byParagraph(agencies);
    return true;
  }

  /** Begins a paragraph; `quotation` is the index of the first that begins in it or later. */
  open(paragraph: number, quotation: number): Page {
    return this.memory.open(paragraph, this.article.paragraphs[paragraph].start, quotation);
  }

  /** The reader passes a mention that is no source. */
  pass(paragraph: number, index: number, subject: boolean): void {
    const local = this.local(paragraph, index);
    if (local.kind === 'name') {
      const entity = this.agencyAt(paragraph, local) ?? this.registry.entityOf(paragraph, index);
      if (!entity) return;
      this.memory.keep(entity, paragraph, subject, false);
      this.memory.note(entity, this.place(paragraph, local, formOf(local, entity)));
    } else if (local.kind === 'role') {
      const entity = this.passRole(paragraph, local, subject);
      if (entity) this.memory.keep(entity, paragraph, subject, false);
    }
  }

  /** Whom the reader has in mind after an office, a description or a group was mentioned; undefined where it is nobody. */
  private passRole(paragraph: number, local: LocalMention, subject: boolean): Entity | undefined {
    const { recent } = this.memory;
    const named = local.apposition !== undefined ? this.registry.entityOf(paragraph, local.apposition) : undefined;
    const known =
      named ??
      (local.determination !== 'indefinite'
        ? resolveRole(local, this.registry, recent, this.memory.at(paragraph))?.entity
        : undefined);
    if (known) return known;
    if (local.type === 'document')
      return subject ? (documentOf(this.memory, local) ?? this.describe(paragraph, local)) : undefined;
    if (local.type === 'role' && local.determination === 'definite' && !local.plural) {
      const generic = GENERIC.test(local.head ?? '');
      const single = wordsOfRole(local) === 1;
      // "…, Brady said of the striker": a new description of whom the copy speaks, but not of who speaks
      const speaking = recent.findLast(({ spoke, paragraph: at }) => spoke && at === paragraph);
      const found =
        single && !generic ? resolveDescription(local, recent, this.memory.at(paragraph), speaking?.entity) : undefined;
      if (found && found.confidence > 0.5) {
        learn(this.memory, local, found.entity);
        return found.entity;
      }
      return !single || subject || generic ? this.describe(paragraph, local) : undefined;
    }
    // "Residents were angry": whom a later "they" means
    if (local.type === 'collective')
      return subject && local.determination !== 'indefinite' ? this.describe(paragraph, local) : undefined;
    const indefinite = local.determination === 'indefinite';
    return indefinite && (subject || local.gender !== 'unknown') ? this.describe(paragraph, local) : undefined;
  }

  /** `subject`: as the subject of its clause, not as the agent of a passive. */
  spoke(entity: Entity, paragraph: number, subject = true): void {
    this.memory.keep(entity, paragraph, subject, subject);
  }

  /** Whom a source mention means; undefined where nobody can be told (narrator's I, a pronoun with no one before it). */
  resolve(paragraph: number, index: number): Resolved | undefined {
    const local = this.local(paragraph, index);
    if (local.kind === 'name') {
      const entity = this.agencyAt(paragraph, local) ?? this.registry.entityOf(paragraph, index);
      // a capital at a sentence's start that no other place bears out: a source all the same, by its words
      if (!entity) {
        const several = isPlural(local.name!.toLowerCase());
        return this.describeWords(paragraph, local.start, local.end, several ? undefined : 'organisation');
      }
      return this.found(paragraph, local, byName(local, entity));
    }
    if (local.kind === 'pronoun') {
      const meant = this.byPronoun(paragraph, local);
      return meant && this.found(paragraph, local, meant);
    }
    return this.found(paragraph, local, this.byPhrase(paragraph, local));
  }

  private byPronoun(
    paragraph: number,
    { head, gender }: Pick<LocalMention, 'head' | 'gender'>,
    text = head,
  ): Meant | undefined {
    if (head === 'i' || head === 'we' || head === 'you') return undefined;
    const { recent } = this.memory;
    const found = resolvePronoun(head!, gender, recent, this.memory.at(paragraph));
    if (!found) return undefined;
    const { entity, confidence, others } = found;
    const why = `“${text}” means whoever the copy spoke of last: ${entity.name}.`;
    return { entity, form: 'pronoun', explicit: false, confidence, others, why };
  }

  /** Whom a phrase means: the name beside it, whom the reader knows by it, whom the copy speaks of; else somebody new. */
  private byPhrase(paragraph: number, local: LocalMention): Meant {
    return (
      this.beside(paragraph, local) ??
      this.surnamed(paragraph, local) ??
      (isDefinite(local) ? this.bearing(paragraph, local) : undefined) ??
      this.described(local) ??
      this.spokenOf(paragraph, local) ?? {
        entity: this.describe(paragraph, local),
        form: local.type === 'role' ? 'role' : 'description',
        explicit: true,
        confidence: 0.9,
        why: 'The description stands with the cue.',
      }
    );
  }

  /** "Finance Minister N", "N, the minister": whose name stands beside the role. */
  private beside(paragraph: number, { apposition }: LocalMention): Meant | undefined {
    const entity = apposition !== undefined ? this.registry.entityOf(paragraph, apposition) : undefined;
    const why = 'Name and role stand side by side.';
    return entity && { entity, form: 'role', explicit: true, confidence: 0.95, why };
  }

  /** "Baker said" where a Jane Baker is named: a trade with a capital and nothing before it. */
  private surnamed(paragraph: number, local: LocalMention): Meant | undefined {
    const text = this.text(paragraph, local);
    const entity = local.role === text && /^\p{Lu}[\p{L}’'-]*$/u.test(text) ? this.registry.bearing(text) : undefined;
    return entity && bySurname(text, entity);
  }

  /** Who holds the office, is the body of that name, or was called so before. */
  private bearing(paragraph: number, local: LocalMention): Meant | undefined {
    const { head, role, type, plural } = local;
    const { recent } = this.memory;
    const bearer = resolveRole(local, this.registry, recent, this.memory.at(paragraph));
    if (bearer) {
      const { entity, confidence, others } = bearer;
      const why = `“${role ?? head}” is ${entity.name} here.`;
      return { entity, form: 'role', explicit: false, confidence, others, why };
    }
    const body = type === 'organisation' ? resolveBody(local, recent, paragraph) : undefined;
    if (body) {
      const why = `“${head}” is ${body.name} here.`;
      return { entity: body, form: 'short-name', explicit: false, confidence: 0.85, why };
    }
    const learnt = type === 'role' && !plural ? this.memory.find('learnt', sameHead(head ?? '')) : undefined;
    const why = learnt && `“${head}” is ${learnt.name} here.`;
    return learnt && { entity: learnt, form: 'role', explicit: false, confidence: 0.75, why: why! };
  }

  /** Who was described with the same words before, or the study or paper that the phrase is short for. */
  private described(local: LocalMention): Meant | undefined {
    const known = this.memory.find('described', describedBy(local));
    if (known) {
      const why = 'The description stands with the cue.';
      return isDefinite(local) ? { entity: known, form: 'role', explicit: true, confidence: 0.9, why } : undefined;
    }
    const entity = documentOf(this.memory, local);
    const why = entity && `“the ${local.head}” is the ${entity.name} here.`;
    return entity && { entity, form: 'short-name', explicit: false, confidence: 0.75, why: why! };
  }

  /** "the striker", "his rival": whom the copy speaks of, under a description that is new. */
  private spokenOf(paragraph: number, local: LocalMention): Meant | undefined {
    if (local.type !== 'role' || local.plural || wordsOfRole(local) !== 1) return undefined;
    const { recent } = this.memory;
    const at = this.memory.at(paragraph);
    const owner = recent.findLast(({ entity }) => entity.type === 'person')?.entity;
    if (!owner) return undefined;
    if (local.determination === 'definite') {
      const same = this.sameDescription(paragraph, local);
      if (same) return same;
      const found = resolveDescription(local, recent, at);
      if (!found) return undefined;
      const { entity, confidence, others } = found;
      const why = `“the ${local.head}” is taken to mean ${entity.name}, of whom the copy speaks.`;
      return { entity, form: 'role', explicit: false, confidence, others, why };
    }
    const text = this.text(paragraph, local);
    if (local.determination !== 'possessive' || !/^(?:his|her|their|its)\b/i.test(text)) return undefined;
    if (RELATED.test(local.head ?? '')) return undefined;
    const beside = recent.filter(({ entity }) => entity !== owner);
    const found = resolveDescription(local, beside, at);
    if (!found) return undefined;
    const { entity, others } = found;
    const why = `“${text}” is taken to mean ${entity.name}.`;
    return { entity, form: 'role', explicit: false, confidence: Math.min(0.6, found.confidence), others, why };
  }

  /** "the lawyer said" soon after "a civil rights lawyer said". */
  private sameDescription(paragraph: number, { head = '' }: LocalMention): Meant | undefined {
    const entity = this.memory.recent.findLast(
      ({ entity: { type, words }, spoke, paragraph: at }) =>
        spoke &&
        paragraph - at <= 3 &&
        (type === 'role' || type === 'unnamed') &&
        words.length > 1 &&
        sameHead(words.at(-1)!) === sameHead(head),
    )?.entity;
    const why = entity && `“the ${head}” is the ${entity.name} here.`;
    return entity && { entity, form: 'role', explicit: false, confidence: 0.75, why: why! };
  }

  /**
   * A source that no list knows, by its words; for "who" and "which" whom they follow, for "his" whom "he" would mean, undefined
   * where that is nobody.
   */
  describeWords(paragraph: number, start: number, end: number, type?: SpeakerType): Resolved | undefined {
    const { prose } = this.article.paragraphs[paragraph];
    const text = prose.text.slice(start, end);
    if (isRelative(text)) {
      const antecedent = antecedentOf(prose, start);
      return antecedent < 0 ? undefined : this.resolve(paragraph, antecedent);
    }
    const head = pronounIn(text);
    if (head) {
      const gender = pronounGender(head);
      const meant = this.byPronoun(paragraph, { head, gender }, text);
      return meant && this.found(paragraph, { start, end, role: undefined, gender }, meant);
    }
    const surname = /^\p{Lu}[\p{L}’'-]*(?=,|$)/u.exec(text)?.[0];
    const person = surname && this.registry.bearing(surname);
    if (person) {
      const at = { start, end: start + surname.length, role: undefined, gender: 'unknown' } as const;
      return this.found(paragraph, at, bySurname(surname, person));
    }
    const from = this.article.paragraphs[paragraph].start;
    const entity = describeByWords(this.memory, text, from + start, type);
    const form = type ? 'full-name' : 'description';
    const mention: Mention = {
      start: from + start,
      end: from + end,
      paragraph,
      form,
      role: undefined,
      gender: 'unknown',
    };
    this.memory.note(entity, mention);
    return { entity, mention, explicit: true, confidence: 0.8, others: [], why: 'These words stand with the cue.' };
  }

  private describe(paragraph: number, local: LocalMention): Entity {
    const { start } = this.article.paragraphs[paragraph];
    return describe(this.memory, local, this.text(paragraph, local), start + local.start);
  }

  private found(paragraph: number, local: Placed, meant: Meant): Resolved {
    const { entity, form, explicit, confidence, others = [], why } = meant;
    const mention = this.place(paragraph, local, form);
    this.memory.note(entity, mention);
    return { entity, mention, explicit, confidence, others, why };
  }

  private place(paragraph: number, { start, end, role, gender }: Placed, form: MentionForm): Mention {
    const from = this.article.paragraphs[paragraph].start;
    return { start: from + start, end: from + end, paragraph, form, role, gender };
  }

  private agencyAt(paragraph: number, local: LocalMention): Entity | undefined {
    const { start } = this.article.paragraphs[paragraph];
    const found = this.agenciesIn(paragraph).find(
      (mention) => mention.start < start + local.end && start + local.start < mention.end && mention.use !== 'mention',
    );
    return found && agencyEntity(this.memory, found);
  }

  private local(paragraph: number, index: number): LocalMention {
    return mentionsOf(this.article.paragraphs[paragraph].prose)[index];
  }

  private text(paragraph: number, { start, end }: LocalMention): string {
    return this.article.paragraphs[paragraph].prose.text.slice(start, end);
  }
}
