import type { AgencyMention } from '../agencies/agency';
import type { Alignment } from '../article/alignment';
import { byParagraph, type Article } from '../article/article';
import { blanksIn } from '../article/characters';
import type { Prose } from '../article/prose';
import { mentionsOf, type LocalMention } from './mentions';
import { Notes } from './notes';
import { newPage, type Page, type Table } from './page';
import { readRegistry, sameHead, type Entity, type Registry } from './registry';
import { resolveBody, resolveDescription, resolvePronoun, resolveRole, type Place, type Recent } from './resolve';
import type { Gender, Mention, MentionForm, SpeakerType } from './speaker';

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

/** Mentions that the reader remembers. */
const KEPT = 32;

/** Something the reader came to know, and on which page. */
interface Known {
  readonly entity: Entity;
  readonly page: Page;
}

/**
 * Reads an article from the top as a reader does and says at each place whom a mention means. Call `open` for each
 * paragraph, `pass` for what the reader has passed, `resolve` for a source, `spoke` for who has spoken: later pronouns
 * depend on it. After an edit, `turnTo` and `back` let it read again from where something changed.
 */
export class Discourse {
  readonly registry: Registry;
  /** One for each paragraph that was read, in order. */
  pages: Page[] = [];
  private agenciesIn: (paragraph: number) => readonly AgencyMention[];
  private recent: Recent[] = [];
  /** What `recent` was when a page was last closed; undefined once it is written to. */
  private closed: readonly Recent[] | undefined;
  private sentence = 0;
  private page = newPage(-1, 0, 0);
  private readonly known: Readonly<Record<Table, Map<string, Known>>> = {
    described: new Map(),
    agency: new Map(),
    learnt: new Map(),
  };
  /** Who is mentioned on which pages. */
  readonly notes = new Notes();
  /** What pages that were taken back had written: where it comes again, it is the same entity. */
  private lost = new Map<string, Entity>();
  /** A page came to know what a page further down already knows: that one has to be read again, and all after it. */
  conflict = false;

  constructor(
    private article: Article,
    agencies: readonly AgencyMention[],
  ) {
    this.agenciesIn = byParagraph(agencies);
    this.registry = readRegistry(article);
  }

  /** Begins a paragraph; `quotation` is the index of the first that begins in it or later. */
  open(paragraph: number, quotation: number): Page {
    this.page = newPage(paragraph, this.article.paragraphs[paragraph].start, quotation);
    this.pages.push(this.page);
    return this.page;
  }

  /** Ends the paragraph. */
  close(): void {
    this.page.recent = this.closed ??= [...this.recent];
    this.page.sentence = this.sentence;
    this.notes.add(this.page);
  }

  /** Goes on with another version of the article that names the same people; false where it does not. */
  turnTo(article: Article, agencies: readonly AgencyMention[], alignment: Alignment): boolean {
    const { tail, offset } = alignment;
    const old = this.article.paragraphs;
    const tailStart = tail > 0 ? old[old.length - tail].start : Infinity;
    if (this.pages.length !== old.length || !this.registry.turnTo(article, alignment)) return false;
    for (const table of [this.known.described, this.known.agency])
      for (const { entity } of table.values()) if (entity.first >= tailStart) entity.first += offset;
    this.article = article;
    this.agenciesIn = byParagraph(agencies);
    return true;
  }

  /**
   * Takes the pages from `from` to `to` (exclusive) back and stands before `from`, with the memory that the reader had
   * there; the pages after them are handed back.
   */
  back(from: number, to: number): { readonly taken: Page[]; readonly after: Page[] } {
    const after = this.pages.slice(to);
    const taken = this.pages.slice(from, to);
    this.pages = this.pages.slice(0, from);
    this.lost = new Map();
    this.conflict = false;
    taken.forEach((page) => this.forget(page));
    const last = this.pages.at(-1);
    const moved = last ? last.index - last.readAs : 0;
    this.closed = undefined;
    this.recent = (last?.recent ?? []).map((item) => (moved ? { ...item, paragraph: item.paragraph + moved } : item));
    this.sentence = last?.sentence ?? 0;
    return { taken, after };
  }

  /** Takes what a page has written back. */
  forget(page: Page): void {
    this.notes.remove(page);
    for (const { table, key, entity } of page.written) {
      this.known[table].delete(key);
      this.lost.set(`${table} ${key}`, entity);
    }
  }

  private find(table: Table, key: string): Entity | undefined {
    const known = this.known[table].get(key);
    return known && known.page.index <= this.page.index ? known.entity : undefined;
  }

  private write(table: Table, key: string, entity: Entity): Entity {
    // known further down already: that would have been written here, too
    if (this.known[table].has(key)) this.conflict = true;
    const before = this.lost.get(`${table} ${key}`);
    const same = before && table !== 'learnt' && isAlike(before, entity) ? before : entity;
    same.first = entity.first;
    this.known[table].set(key, { entity: same, page: this.page });
    this.page.written.push({ table, key, entity: same });
    return same;
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
      return subject
        ? this.keep(this.documentOf(local) ?? this.describe(local, paragraph), paragraph, subject, false)
        : undefined;
    if (local.type === 'role' && local.determination === 'definite' && !local.plural) {
      // "…, Brady said of the striker": a new description of whom the copy speaks, but not of who speaks
      const speaking = this.recent.findLast(({ spoke, paragraph: at }) => spoke && at === paragraph);
      const found =
        words(local) === 1 && !GENERIC.test(local.head ?? '')
          ? resolveDescription(local, this.recent, this.at(paragraph), speaking?.entity)
          : undefined;
      if (found && found.confidence > 0.5) {
        this.learn(local, found.entity);
        return this.keep(found.entity, paragraph, subject, false);
      }
      if (words(local) > 1 || subject || GENERIC.test(local.head ?? ''))
        this.keep(this.describe(local, paragraph), paragraph, subject, false);
      return;
    }
    // "Residents were angry": whom a later "they" means
    if (local.type === 'collective' && local.determination !== 'indefinite') {
      if (subject) this.keep(this.describe(local, paragraph), paragraph, true, false);
      return;
    }
    if (local.determination === 'indefinite' && (subject || local.gender !== 'unknown') && local.type !== 'collective')
      this.keep(this.describe(local, paragraph), paragraph, subject, false);
  }

  /** From now on this head noun means this entity. */
  private learn(local: LocalMention, entity: Entity): void {
    if (local.head && !this.find('learnt', sameHead(local.head))) this.write('learnt', sameHead(local.head), entity);
  }

  /** `subject`: as the subject of its clause, not as the agent of a passive. */
  spoke(entity: Entity, paragraph: number, subject = true): void {
    this.keep(entity, paragraph, subject, subject);
  }

  /** Whom a source mention means; undefined where nobody can be told (narrator's I, a pronoun with no one before it). */
  resolve(paragraph: number, index: number): Resolved | undefined {
    const local = this.local(paragraph, index);
    if (local.kind === 'name') {
      const agency = this.agencyAt(paragraph, local);
      const entity = agency ?? this.registry.entityOf(paragraph, index);
      // a capital at a sentence's start that no other place bears out: a source all the same, by its words
      if (!entity) return this.describeWords(paragraph, local.start, local.end, 'organisation');
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

  /** A source that no list knows, by its words; for "who" and "which" whom they follow, undefined where that is nobody. */
  describeWords(paragraph: number, start: number, end: number, type?: SpeakerType): Resolved | undefined {
    const { prose } = this.article.paragraphs[paragraph];
    const text = prose.text.slice(start, end);
    if (RELATIVE.test(text)) {
      const antecedent = antecedentOf(prose, start);
      return antecedent < 0 ? undefined : this.resolve(paragraph, antecedent);
    }
    const name = bare(withoutAside(text.replace(/^both\s+/i, '')));
    const several = /\band\b/.test(name);
    const definite = /^the (\p{Ll}+)$/iu.exec(text)?.[1];
    const meant = definite && this.documentOf({ role: definite, head: definite, determination: 'definite' });
    const entity = meant
      ? meant
      : this.entityFor(
          name,
          type ?? (several || (/s$/.test(name) && !/ss$/.test(name)) ? 'collective' : 'unnamed'),
          this.article.paragraphs[paragraph].start + start,
        );
    const from = this.article.paragraphs[paragraph].start;
    const mention: Mention = {
      start: from + start,
      end: from + end,
      paragraph,
      form: type ? 'full-name' : 'description',
      role: undefined,
      gender: 'unknown',
    };
    this.note(entity, mention);
    return { entity, mention, explicit: true, confidence: 0.8, others: [], why: 'These words stand with the cue.' };
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
    const body = definite && local.type === 'organisation' ? resolveBody(local, this.recent, paragraph) : undefined;
    if (body)
      return this.found(body, paragraph, local, 'short-name', false, 0.85, [], `“${local.head}” is ${body.name} here.`);
    const person = local.type === 'role' && !local.plural;
    const learnt = definite && person ? this.find('learnt', sameHead(local.head ?? '')) : undefined;
    if (learnt)
      return this.found(learnt, paragraph, local, 'role', false, 0.75, [], `“${local.head}” is ${learnt.name} here.`);
    const known = this.find('described', key(local));
    const meant = known ? undefined : this.documentOf(local);
    if (meant)
      return this.found(
        meant,
        paragraph,
        local,
        'short-name',
        false,
        0.75,
        [],
        `“the ${local.head}” is the ${meant.name} here.`,
      );
    if (known && definite)
      return this.found(known, paragraph, local, 'role', true, 0.9, [], 'The description stands with the cue.');
    const single = words(local) === 1;
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

  /** What "the paper", "the findings" stand for where a study was spoken of, and "the newspaper" where one was named. */
  private documentOf({
    role,
    head,
    determination,
  }: Pick<LocalMention, 'role' | 'head' | 'determination'>): Entity | undefined {
    if (determination !== 'definite' || role?.toLowerCase() !== head) return undefined;
    if (/^(?:paper|research|findings|article)$/.test(head ?? '')) {
      const study = this.find('learnt', STUDY);
      if (study) return study;
    }
    return /^(?:paper|newspaper|magazine|broadcaster|network|station|website)$/.test(head ?? '')
      ? this.recent.findLast(({ entity }) => entity.type === 'media')?.entity
      : undefined;
  }

  private describe(local: LocalMention, paragraph: number): Entity {
    const owned =
      local.determination === 'possessive' &&
      !/^(?:his|her|its|their|our|my|your)\b/i.test(this.text(paragraph, local));
    const words = owned ? bare(this.text(paragraph, local)) : (local.role ?? bare(this.text(paragraph, local)));
    const name = local.type === 'document' ? withoutAdjectives(words) : words;
    const entity = this.entityFor(
      name,
      local.type ?? 'unnamed',
      this.article.paragraphs[paragraph].start + local.start,
      local.plural,
      local.gender,
    );
    if (/^(?:study|trial|survey)$/.test(local.head ?? '') && !this.find('learnt', STUDY))
      this.write('learnt', STUDY, entity);
    return entity;
  }

  private entityFor(
    name: string,
    type: SpeakerType,
    first: number,
    plural = false,
    gender: Gender = 'unknown',
  ): Entity {
    const id = name.toLowerCase();
    return (
      this.find('described', id) ??
      this.write('described', id, {
        name,
        words: id.split(/\s+/),
        type,
        gender,
        guess: 'unknown',
        roles: [],
        heads: new Set(),
        first,
        plural,
        count: 1,
      })
    );
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
    this.page.notes.push({ entity, mention });
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
    const { id, name } = found.agency;
    return (
      this.find('agency', id) ??
      this.write('agency', id, {
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
      })
    );
  }

  private keep(entity: Entity, paragraph: number, subject: boolean, spoke: boolean): void {
    this.closed = undefined;
    if (this.recent.length === KEPT) this.recent.shift();
    this.recent.push({ entity, paragraph, sentence: this.sentence, subject, spoke });
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

function isAlike(a: Entity, b: Entity): boolean {
  return a.name === b.name && a.type === b.type && a.gender === b.gender && a.plural === b.plural;
}

/** Under this key stands the study of which the copy speaks. */
const STUDY = 'a study';

/** "the woman next to me" is somebody new, not whom the copy spoke of. */
const GENERIC = /^(?:man|woman|girl|boy|lady|gentleman|person|teenager|child|passer-by|bystander)$/;

/** "a damning report" is a report by any other name. */
const withoutAdjectives = (words: string): string =>
  words.replace(/^(?:\p{Ll}+(?:ing|ed|ous|ful|al|ive)\s+)+(?=\p{Ll})/u, '');

const words = ({ role }: LocalMention): number => blanksIn(role ?? '') + 1;

const key = ({ role, head }: LocalMention): string => (role ?? head ?? '').toLowerCase();

const RELATIVE = /^(?:who|which|that|whom)$/i;

/** The mention that a relative pronoun at `offset` stands right behind; -1 where there is none. */
function antecedentOf(prose: Prose, offset: number): number {
  return mentionsOf(prose).findLastIndex(
    ({ end, kind }) => kind !== 'pronoun' && end < offset && /^,?\s+$/.test(prose.text.slice(end, offset)),
  );
}

/** A described source by what comes before a dash or a bracket: "the sites - from A to Z -" are the sites. */
const withoutAside = (text: string): string =>
  text.replace(/(?<=\p{L})(?:\s+[-–—]{1,2}\s|\s*\().*$/su, '').replace(/[\s,;:]+$/u, '');

/** Without the article in front. */
const bare = (text: string): string => text.replace(/^(?:the|a|an)\s+/i, '').replace(/\s+/g, ' ');

function formOf(local: LocalMention, entity: Entity): MentionForm {
  if (local.role || local.honorific) {
    return local.name?.includes(' ') || entity.words.length === 1 ? 'title-and-name' : 'surname';
  }
  const name = local.name ?? '';
  if (blanksIn(name) + 1 >= entity.words.length) return 'full-name';
  if (entity.type !== 'person') return 'short-name';
  return name.toLowerCase().split(/\s+/)[0] === entity.words[0] && entity.words.length > 1 ? 'first-name' : 'surname';
}
