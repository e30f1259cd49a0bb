import type { Prose } from '../article/prose';
import type { Word } from '../article/words';
import { AUXILIARIES, CONJUNCTIONS, isVerbForm, wordSet } from '../language/lexicon';
import type { Found, LocalMention } from './mention';
import { roleText } from './phrase-text';
import { isPlural } from './roles';

const NAMING =
  /(?:who (?:gave|wanted|used)[^,.]{0,20}\bname (?:only )?as|who (?:goes|went) by(?: the name(?: of)?)?|\b(?:named|called|nicknamed|identified (?:only |simply )?as|known (?:only |online )?as|with the (?:handle|username|user name)|under the (?:handle|username|name)))\s*$/;

/** How the words end that {@link NAMING} finds. */
const ENDS_NAMING = wordSet('as by me of ed le');

/** Words between a role and the name that its bearer is given. */
const LONGEST_NAMING = 9;

/** The name that may be given to the bearer of the role at `k`: the first one after it, if it is near; -1 where none is. */
function nameAfter(mentions: readonly LocalMention[], k: number): number {
  const { firstWord, endWord } = mentions[k];
  for (let at = k + 1; at < mentions.length && mentions[at].firstWord - endWord < LONGEST_NAMING; at++)
    if (mentions[at].kind === 'name' && mentions[at].firstWord > firstWord) return at;
  return -1;
}

/** Links "X, the mayor of Y," and "the mayor of Y, X,": the role goes to the name; marks asides between a name and its verb. */
export function tieAppositions(prose: Prose, mentions: readonly Found[]): void {
  const { words } = prose;
  // "a woman who gave her name only as Ada", "a fan with the handle @ada": the name is the role's own
  for (let k = 0; k + 1 < mentions.length; k++) {
    const mention = mentions[k];
    if (mention.kind !== 'role' || mention.plural) continue;
    const at = nameAfter(mentions, k);
    if (at < 0) continue;
    const named = mentions[at];
    if (!ENDS_NAMING.has(words[named.firstWord - 1].text.slice(-2))) continue;
    if (!NAMING.test(prose.text.slice(mention.start, named.start))) continue;
    named.role ??= mention.role;
    named.type = 'person';
    named.gender = mention.gender;
    named.weak = false;
    mention.endWord = named.endWord;
    mention.end = named.end;
    mention.apposition = at;
  }
  for (let k = 0; k < mentions.length; k++) {
    const mention = mentions[k];
    if (mention.kind === 'pronoun') continue;
    const after = mention.tailWord ?? mention.endWord;
    if (after === words.length || !OPENS_ASIDE.has(words[after].text)) continue;
    const comma = words[after];
    const close = asideEnd(words, after);
    const k2 = nextAfter(mentions, k);
    const next = k2 < mentions.length ? mentions[k2] : undefined;
    const aside = { start: comma.start, end: words[Math.min(close, words.length - 1)].end };
    if (
      mention.kind === 'name' &&
      next?.kind === 'role' &&
      next.firstWord <= after + 3 &&
      next.firstWord > after &&
      appositionBetween(words, after + 1, next.firstWord)
    ) {
      mention.role ??= next.role;
      if (mention.gender === 'unknown') mention.gender = next.gender;
      mention.apposition = k2;
      mention.aside = aside;
      mention.type ??= next.type === 'organisation' ? 'organisation' : 'person';
    } else if (
      mention.kind === 'role' &&
      next?.kind === 'name' &&
      next.firstWord === after + 1 &&
      endsAside(words, next.endWord)
    ) {
      next.role ??= mention.role;
      if (next.gender === 'unknown') next.gender = mention.gender;
      next.apposition = k;
      if (!next.type || next.type === 'place') next.type = mention.type === 'organisation' ? 'organisation' : 'person';
      mention.apposition = k2;
      mention.aside = { start: comma.start, end: words[Math.min(next.endWord, words.length - 1)].end };
    } else if (
      mention.kind === 'name' &&
      comma.text === ',' &&
      words[close]?.text === ',' &&
      isPlainApposition(words, after + 1, close)
    ) {
      // "Tobias Wren, the harbour master,": what stands so is a role whether or not a list knows it
      mention.role ??= roleText(prose, after + 1, close);
      mention.aside = aside;
      mention.type ??= 'person';
    } else if (mention.kind === 'name' || mention.kind === 'role') {
      mention.aside = aside;
      if (!mention.type || mention.type === 'place') {
        const follows = after + 1 < words.length ? words[after + 1] : undefined;
        const age = follows?.kind === 'number' && /^\d{1,3}$/.test(follows.text);
        const who = follows?.lower === 'who' || follows?.lower === 'whose' || follows?.lower === 'whom';
        if (age || who) mention.type = 'person';
      }
    }
  }
}

const OPENS_ASIDE = wordSet(', – — (');

/** Index of the first mention that begins after mention `k` ends: those inside it are its own parts. */
function nextAfter(mentions: readonly LocalMention[], k: number): number {
  let next = k + 1;
  while (next < mentions.length && mentions[next].firstWord < (mentions[k].tailWord ?? mentions[k].endWord)) next++;
  return next;
}

/** A noun phrase with an article and no verb: "the harbour master", "a keeper of bees". */
function isPlainApposition(words: readonly Word[], from: number, to: number): boolean {
  if (to - from < 2 || to - from > 7 || !ARTICLES.has(words[from].lower)) return false;
  for (let i = from; i < to; i++)
    if (
      words[i].kind !== 'word' ||
      AUXILIARIES.has(words[i].lower) ||
      (isVerbForm(words[i].lower) && !isPlural(words[i].lower))
    )
      return false;
  return true;
}

const ARTICLES = wordSet('the a an its his her their');

/** Only words that can open an apposition stand between the comma and the role: "X, now the", "X, 52, a". */
function appositionBetween(words: readonly Word[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (words[i].kind === 'word' && !BEFORE_ROLE.has(words[i].lower)) return false;
  return true;
}

const BEFORE_ROLE = wordSet('now then also once himself herself former formerly currently');

const CLOSES_ASIDE = wordSet(', . ; : ) – —');

const endsAside = (words: readonly Word[], at: number): boolean => {
  const word = words[at];
  return !word || CLOSES_ASIDE.has(word.text) || isVerbForm(word.lower) || CONJUNCTIONS.has(word.lower);
};

/** Index of the comma, dash or bracket that closes the aside which `open` opens; the sentence's end where none does. */
function asideEnd(words: readonly Word[], open: number): number {
  const mark = words[open].text;
  const close = mark === '(' ? ')' : mark;
  for (let i = open + 1; i < words.length; i++) {
    if (words[i].text === close && !(close === ',' && words[i + 1]?.kind === 'number')) return i;
    if (mark !== '(' && ENDS_ASIDE.has(words[i].text)) return i;
  }
  return words.length - 1;
}

const ENDS_ASIDE = wordSet('. ; ? ! " “ ”');
