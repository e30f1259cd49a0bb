import { remember, type Prose } from '../article/prose';
import type { Word } from '../article/words';
import { DETERMINERS, isVerbForm, wordSet } from '../language/lexicon';
import { recently } from '../language/recently';
import { tieAppositions } from './appositions';
import { pronounGender } from './gender';
import { phrase, type Found, type LocalMention } from './mention';
import { mentionAt } from './name-mentions';
import { capitalRuns } from './names';
import { complementEnd, determination, leftEdge, ownerStart, withDeterminer } from './phrase-edges';
import { roleText } from './phrase-text';
import { isDocument, isPlural, isRole, roleGender, roleType } from './roles';
import { isViewOf } from './view';

const LOCAL = Symbol('mentions');

/** All noun phrases that can be sources in a paragraph, in order. */
export function mentionsOf(prose: Prose): readonly LocalMention[] {
  return remember(prose, LOCAL, readMentions);
}

function readMentions(prose: Prose): LocalMention[] {
  const { words } = prose;
  const found: Found[] = [];
  const taken = new Uint8Array(words.length);
  for (const run of capitalRuns(prose)) {
    const mention = mentionAt(prose, run, taken);
    if (!mention) continue;
    found.push(mention);
    taken.fill(1, mention.firstWord, mention.endWord);
  }
  for (let i = 0; i < words.length; i++) {
    if (taken[i] || words[i].kind !== 'word') continue;
    const part = partOf(words[i].lower);
    if (part === 'none') continue;
    const mention = part === 'pronoun' ? pronoun(words, i) : rolePhrase(prose, i, taken);
    if (!mention) continue;
    found.push(mention);
    taken.fill(1, mention.firstWord, mention.endWord);
    i = mention.endWord - 1;
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  addTails(words, found, taken);
  tieAppositions(prose, found);
  return found;
}

/** What a word can be to a phrase, whatever stands around it. The same words come again and again. */
const partOf = recently(
  (lower: string): 'pronoun' | 'head' | 'none' => (PRONOUNS.has(lower) ? 'pronoun' : isHead(lower) ? 'head' : 'none'),
  4000,
);

const PRONOUNS = wordSet('he she they it i we him her them');

const isHead = (lower: string): boolean => (isRole(lower) || isDocument(lower)) && !NO_HEADS.has(lower);

const NO_HEADS = wordSet(
  'general house head note post text lead host state baby nobody anybody somebody everybody patient bill paper being beings',
);

const AS_SUBJECT: ReadonlyMap<string, string> = new Map([
  ['him', 'he'],
  ['her', 'she'],
  ['them', 'they'],
]);

function pronoun(words: readonly Word[], i: number): Found | undefined {
  const asSubject = AS_SUBJECT.get(words[i].lower);
  // "To her, “it was a farce”": whose view it is stands there like a subject
  if (asSubject && !(i > 0 && words[i - 1].lower === 'to' && isViewOf(words, i - 1))) return undefined;
  const lower = asSubject ?? words[i].lower;
  const mention = phrase(words, i, i + 1, 'pronoun', lower, pronounGender(lower));
  mention.plural = lower === 'they' || lower === 'we';
  return mention;
}

/** Gives names the phrase that belongs to them: "Ada Roe of the dockers' union". */
function addTails(words: readonly Word[], mentions: readonly Found[], taken: Uint8Array): void {
  for (const mention of mentions) {
    if (mention.kind !== 'name') continue;
    let tailWord = complementEnd(words, mention.endWord, taken, TAILS);
    // "Ann Roe (D-Pa.)"
    if (tailWord === mention.endWord && words[tailWord]?.text === '(' && !DETERMINERS.has(words[tailWord + 1]?.lower)) {
      for (let i = tailWord + 1; i < words.length && i < tailWord + 8; i++)
        if (words[i].text === ')') {
          tailWord = i + 1;
          break;
        }
    }
    if (tailWord <= mention.endWord) continue;
    mention.tailWord = tailWord;
    mention.tailEnd = words[tailWord - 1].end;
  }
}

const TAILS = wordSet('of from at with for');

/** A phrase whose head is a role, a body, a document, or "source", with the "of", "for", "at" phrase that belongs to it. */
function rolePhrase(prose: Prose, i: number, taken: Uint8Array): Found | undefined {
  const { words } = prose;
  let head = i;
  while (
    head + 1 < words.length &&
    !taken[head + 1] &&
    words[head + 1].kind === 'word' &&
    partOf(words[head + 1].lower) === 'head' &&
    !isVerbForm(words[head + 1].lower)
  )
    head++;
  // "A Nordhaven spokeswoman", "the SIMT union": a bare name before the head belongs to the phrase
  const owned = ownerStart(words, i, taken);
  const first =
    owned < i
      ? withDeterminer(words, owned, NONE_TAKEN, true)
      : withDeterminer(words, leftEdge(words, i, taken), taken, true);
  const { lower } = words[head];
  if (words[head + 1]?.lower === "'s" || words[head + 1]?.text === '-') return undefined;
  const end = complementEnd(words, head + 1, taken);
  const how = determination(words[first]);
  const mention = phrase(words, first, end, 'role', lower, roleGender(lower));
  mention.role = roleText(prose, first, end) || prose.text.slice(mention.start, words[head].end);
  mention.plural = isPlural(lower);
  mention.type = roleType(lower, how === 'definite' || how === 'possessive' || (how === 'bare' && !mention.plural));
  mention.determination = isOwned(words, first, head) ? 'possessive' : how;
  return mention;
}

/** "Turkey's foreign minister", "the dockers' union": whether an owner stands before the head noun. */
function isOwned(words: readonly Word[], first: number, head: number): boolean {
  if (first < head && /'s$|s'$/.test(words[head - 1].lower)) return true;
  for (let i = first; i < head; i++) if (words[i].lower === "'s") return true;
  return false;
}

const NONE_TAKEN: Uint8Array = new Uint8Array(0);
