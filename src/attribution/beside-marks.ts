import type { Paragraph } from '../article/article';
import { lowerBound } from '../article/span';
import { PREPOSITIONS } from '../language/lexicon';
import type { LocalMention } from '../people/mention';
import { mentionsOf } from '../people/mentions';
import { family, type Candidate, type Scene, type Setting } from './candidate';
import { hasVerb, isNested } from './shared-subjects';

const INTRO_COLON = family`intro colon=${'colon'}`;
const INTRO_CLASS = family`intro colon=${'colon'} class=${'class'}`;
const INTRO_ENDING = family`intro colon=${'colon'} ending=${'ending'}`;
const INTRO_WHO = family`intro who=${'who'} ${'colon'}`;
const INTRO_SPENT = family`intro colon=${'colon'} spent=${'spent'}`;

/** A sentence that ends with a colon introduces the quotation after it; its last words may hold no verb of speech. */
export function addColon(s: Setting, out: Candidate[]): void {
  if (s.opening !== 'colon') return;
  const sentence = s.first.prose.sentences.findLast(({ start }) => s.first.start + start < s.start);
  if (sentence) addIntroducers(s, s.first, sentence.start, s.start - s.first.start, 'colon', out);
}

/** A paragraph that ends with a colon, or with a cue, introduces the quotation that opens the next. */
export function addIntroduction(scene: Scene, s: Setting, out: Candidate[]): void {
  const before = scene.article.paragraphs[s.first.index - 1];
  const colon = before.prose.text.trimEnd().endsWith(':');
  const last = before.prose.sentences.length - 1;
  // the cue of words that stand in marks themselves has said its part
  const spent = scene.quotations
    .slice(Math.max(0, s.q - 3), s.q)
    .some(({ spans }) => spans.at(-1)!.start >= before.start + (before.prose.sentences[last]?.start ?? Infinity));
  for (const cue of scene.cues[before.index]) {
    if (cue.sentence !== last) continue;
    const subject = cue.subjects[0];
    if (!subject) continue;
    const mention = mentionsOf(before.prose)[subject.mention];
    out.push({
      type: 'cue',
      paragraph: before.index,
      cue,
      subject,
      features: [
        'intro',
        INTRO_COLON(colon),
        INTRO_CLASS(colon, cue.cueClass),
        INTRO_ENDING(colon, s.ending),
        INTRO_WHO(mention?.kind ?? 'words', colon),
        INTRO_SPENT(colon, spent),
      ],
    });
  }
  const sentence = before.prose.sentences[last];
  if (colon && sentence) addIntroducers(s, before, sentence.start, sentence.end, 'intro colon', out);
}

/** Mentions at the beginning and at the end of an introducing sentence that are looked at. */
const [OPENERS, CLOSERS] = [2, 4];

/** "Roe made this remark:" has no verb of speech; its subject speaks all the same. */
function addIntroducers(
  s: Setting,
  { index, prose }: Paragraph,
  from: number,
  to: number,
  name: string,
  out: Candidate[],
): void {
  const { words } = prose;
  const mentions = mentionsOf(prose);
  const first = lowerBound(mentions, ({ start }) => start < from);
  const all = mentions
    .slice(
      first,
      lowerBound(mentions, ({ start }) => start < to),
    )
    .map((mention, i) => ({ mention, at: first + i }))
    .filter(({ mention }) => mention.end < to);
  const end = lowerBound(words, (word) => word.start < to);
  const isSubject = (mention: LocalMention): boolean =>
    hasVerb(words, mention, end) && !PREPOSITIONS.has(words[mention.firstWord - 1]?.lower);
  const nearest = all.findLast(({ mention }) => isSubject(mention));
  all.forEach(({ mention, at }, i) => {
    if (i >= OPENERS && i < all.length - CLOSERS) return;
    const { kind, type, firstWord } = mention;
    const opener = words[firstWord - 1]?.lower ?? '';
    const place = all.length === 1 ? 'only' : i === 0 ? 'first' : i === all.length - 1 ? 'last' : 'middle';
    const role = PREPOSITIONS.has(opener)
      ? 'after preposition'
      : at === nearest?.at
        ? 'nearest subject'
        : isSubject(mention)
          ? 'subject'
          : 'other';
    out.push({
      type: name === 'colon' ? 'colon' : 'lead-in',
      paragraph: index,
      subject: { how: 'before', mention: at, span: mention },
      features: [
        name,
        `${name} direct=${/^\s*:\s*$/.test(prose.text.slice(mention.tailEnd ?? mention.end, to))}`,
        `${name} who=${kind}`,
        `${name} who=${kind}/${type ?? ''}`,
        `${name} place=${place}`,
        `${name} role=${role}`,
        `${name} role=${role} place=${place}`,
        `${name} owner=${/^['’]s?\b/.test(prose.text.slice(mention.end, mention.end + 2))}`,
        `${name} nested=${isNested(words, firstWord)}`,
        `${name} ending=${s.ending}`,
      ],
    });
  });
}

/** "“Stop the Ferry” by Helen Roe". */
export function addBy(scene: Scene, { last, end, quotation }: Setting, out: Candidate[]): void {
  const by = /^\s+by\s+/.exec(scene.article.text.slice(end, end + 8));
  if (!by) return;
  const from = end - last.start + by[0].length;
  const mentions = mentionsOf(last.prose);
  const at = mentions.findIndex(({ start }) => start >= from && start <= from + 1);
  if (at < 0) return;
  out.push({
    type: 'by',
    paragraph: last.index,
    subject: { how: 'after', mention: at, span: mentions[at] },
    features: ['by', `by ${quotation.kind}`, `by who=${mentions[at].kind}`],
  });
}

/** "“ROE: I was not there.”": the label of a transcript inside the marks. */
export function addLabel(scene: Scene, { first, start: from }: Setting, out: Candidate[]): void {
  const label = /^["“‘'«„]\s*(\p{Lu}[\p{Lu} .'’-]{2,40}):\s/u.exec(scene.article.text.slice(from, from + 60));
  if (!label) return;
  const start = from - first.start + label[0].indexOf(label[1]);
  const span = { start, end: start + label[1].length };
  out.push({
    type: 'colon',
    paragraph: first.index,
    subject: { how: 'before', mention: mentionsOf(first.prose).findIndex((mention) => mention.start === start), span },
    features: ['label'],
  });
}

/** "Ada Roe — “…”" where the name opens the paragraph: a reader's comment, a list of voices. */
export function addNameBeforeDash({ first, start }: Setting, out: Candidate[]): void {
  const before = first.prose.text.slice(0, start - first.start);
  if (before.length > 80 || !/[–—―]\s*$/.test(before)) return;
  const at = mentionsOf(first.prose).findIndex(({ kind }) => kind === 'name' || kind === 'role');
  if (at < 0) return;
  const mention = mentionsOf(first.prose)[at];
  if (before.slice(0, mention.start).trim() || !/^[\s*_]*[–—―]\s*$/.test(before.slice(mention.end))) return;
  out.push({
    type: 'dash',
    paragraph: first.index,
    subject: { how: 'before', mention: at, span: mention },
    features: ['dash before'],
  });
}

/** "“…” – Ada Roe", on the same line or on one of its own. */
export function addDash(scene: Scene, { end, last }: Setting, out: Candidate[]): void {
  const tail = /^\s*(?:[–—―]|--?)\s*/.exec(scene.article.text.slice(end, last.end));
  const next = scene.article.paragraphs[last.index + 1];
  const ownLine = !tail && next ? /^\s*(?:[–—―]|--?)\s*(?=\S)/.exec(next.prose.text) : null;
  const holder = tail ? last : next;
  const from = tail ? end - last.start + tail[0].length : (ownLine?.[0].length ?? 0);
  if (!tail && !ownLine) return;
  const at = mentionsOf(holder.prose).findIndex(({ start }) => start >= from && start <= from + 3);
  if (at < 0) return;
  const mention = mentionsOf(holder.prose)[at];
  out.push({
    type: 'dash',
    paragraph: holder.index,
    subject: { how: 'after', mention: at, span: mention },
    features: [
      'dash',
      `dash own=${ownLine !== null} short=${holder.prose.words.length < 25}`,
      `dash who=${mention.kind} ends=${holder.prose.words.length - mention.endWord < 12}`,
    ],
  });
}
