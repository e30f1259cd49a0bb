import type { Prose } from '../article/prose';
import type { Word } from '../article/words';
import { FUNCTION_WORDS, isVerbForm, wordList, wordSet } from '../language/lexicon';
import { isFirstNameWord } from './gender';
import { phrase, type Found } from './mention';
import { nameType } from './name-type';
import { nameStart, type Capitals } from './names';
import { determination, leftEdge, ownerStart, withDeterminer } from './phrase-edges';
import { cleanName, roleText } from './phrase-text';
import { HONORIFICS, isPlural, isRole, roleGender, roleType } from './roles';

/** What a run of capitals names; undefined where it names nobody and nothing. */
export function mentionAt(prose: Prose, run: Capitals, taken: Uint8Array): Found | undefined {
  if (isParty(prose.words, run)) return undefined;
  return nationality(prose.words, run) ?? nameMention(prose, run, taken);
}

/** "(D-Pa.)", "(R)", ", R-S.C.," after a name: a party and a state. */
const isParty = (words: readonly Word[], { first, end }: Capitals): boolean =>
  end - first === 1 &&
  first > 0 &&
  ((words[first - 1].text === '(' && /^\p{Lu}(?:-\p{Lu}[\p{L}.]*)?$/u.test(words[first].text)) ||
    (words[first - 1].text === ',' && /^[DRI]-\p{Lu}[\p{L}.]+$/u.test(words[first].text)));

function nameMention(prose: Prose, run: Capitals, taken: Uint8Array): Found | undefined {
  const { words } = prose;
  const office = officeBefore(words, run);
  if (office) return officeHolder(prose, run, office, taken);
  const start = nameStart(words, run);
  if (start >= run.end) return undefined;
  const name = words.slice(start, run.end);
  const nameSpan = { start: words[start].start, end: words[run.end - 1].end };
  const text = cleanName(prose.text.slice(nameSpan.start, nameSpan.end));
  let first = run.first;
  const before = first > 0 ? words[first - 1] : undefined;
  let lastTitle = start > run.first ? words[start - 1] : undefined;
  if (
    !lastTitle &&
    before &&
    !taken[first - 1] &&
    before.kind === 'word' &&
    isTitle(before) &&
    !spansBreak(prose, first - 1, first)
  ) {
    lastTitle = before;
    const owner = ownerStart(words, first - 1, taken);
    first = owner < first - 1 ? owner : leftEdge(words, first - 1, taken);
  } else if (lastTitle) {
    const owner = ownerStart(words, run.first, taken);
    first = owner < run.first ? owner : leftEdge(words, run.first, taken);
  }
  first = withDeterminer(words, first, taken, lastTitle !== undefined && isTitle(lastTitle));
  const titled = lastTitle !== undefined;
  const honorific = lastTitle && HONORIFICS.has(lastTitle.lower) ? lastTitle.lower : undefined;
  const ownType = nameType(name);
  const bodyTitle = lastTitle && roleType(lastTitle.lower, true) === 'organisation';
  const role = titled && !honorific ? roleText(prose, first, start) : undefined;
  const titleGender = lastTitle ? (HONORIFICS.get(lastTitle.lower) ?? roleGender(lastTitle.lower)) : 'unknown';
  const mention = phrase(words, first, run.end, 'name', lastTitle?.lower, titleGender);
  mention.name = text;
  mention.nameSpan = nameSpan;
  mention.role = role;
  mention.honorific = honorific;
  mention.type =
    titled && !bodyTitle
      ? ownType === 'media' || (ownType === 'organisation' && name.length > 2)
        ? ownType
        : 'person'
      : (ownType ?? (bodyTitle ? 'organisation' : undefined));
  if (first < start) mention.determination = determination(words[first]);
  mention.weak = run.weak && first === run.first;
  mention.isWhere = first > 0 && WHERE.has(words[first - 1].lower) && words[run.end]?.lower !== "'s";
  return mention;
}

const isTitle = ({ lower }: Word): boolean => isRole(lower) || HONORIFICS.has(lower);

/** "in Carrow": what stands behind these is a place sooner than a person. */
const WHERE = wordSet('in near');

/** An office and its place before a name: word indexes of the office's noun and of the name. */
interface Office {
  readonly role: number;
  readonly name: number;
}

/** "Mayor of Brennick Ada Roe": the office, where a first name, or what is left after a known place, begins the name. */
function officeBefore(words: readonly Word[], { first, end }: Capitals): Office | undefined {
  let of = first;
  while (of < end && !isOf(words[of])) of++;
  if (of === end) of = first > 0 && words[first - 1].lower === 'the' ? first - 2 : first - 1;
  const role = of - 1;
  const from = Math.max(of + 1, first);
  if (role < 0 || !isOf(words[of]) || !isRole(words[role].lower)) return undefined;
  for (let name = from + 1; name + 2 <= end; name++) {
    const place = words
      .slice(from, name)
      .map(({ lower }) => lower)
      .join(' ');
    if (!FUNCTION_WORDS.has(words[name].lower) && (isFirstNameWord(words[name].lower) || wordList('place').has(place)))
      return { role, name };
  }
  return undefined;
}

const isOf = ({ lower }: Word): boolean => lower === 'of' || lower === 'for';

function officeHolder(prose: Prose, run: Capitals, { role, name }: Office, taken: Uint8Array): Found {
  const { words } = prose;
  const first = withDeterminer(words, leftEdge(words, role, taken), taken, true);
  const nameSpan = { start: words[name].start, end: words[run.end - 1].end };
  const { lower } = words[role];
  const mention = phrase(words, first, run.end, 'name', lower, roleGender(lower));
  mention.name = cleanName(prose.text.slice(nameSpan.start, nameSpan.end));
  mention.nameSpan = nameSpan;
  mention.role = roleText(prose, first, name);
  mention.type = 'person';
  mention.determination = determination(words[first]);
  return mention;
}

/** "the Dane", "another Muslim": a person by where they come from, or by belief or party, where no noun follows. */
function nationality(words: readonly Word[], { first, end }: Capitals): Found | undefined {
  if (end - first !== 1 || first === 0 || !BEFORE_ONE.has(words[first - 1].lower)) return undefined;
  const { lower } = words[first];
  if (!(wordList('demonym').has(lower) || FAITHS.has(lower) || /[a-z](?:man|woman)$/.test(lower)) || isPlural(lower))
    return undefined;
  const next = words[end];
  const goesOn = next && next.kind !== 'punctuation' && !isVerbForm(next.lower) && !cueLike(next.lower);
  if (goesOn && !AFTER_ONE.has(next.lower)) return undefined;
  const mention = phrase(words, first - 1, end, 'role', lower, roleGender(lower));
  const isKnown = words[first - 1].lower === 'the';
  mention.role = words[first].text;
  mention.type = isKnown ? 'role' : 'unnamed';
  mention.determination = isKnown ? 'definite' : 'indefinite';
  return mention;
}

const BEFORE_ONE = wordSet('the a an another one');
const AFTER_ONE = wordSet('who from in familiar close');
const FAITHS = wordSet('muslim christian jew catholic protestant hindu buddhist sikh democrat republican');

const cueLike = (lower: string): boolean => /ed$|^(?:said|says)$/.test(lower);

const spansBreak = (prose: Prose, a: number, b: number): boolean =>
  prose.text.slice(prose.words[a].end, prose.words[b].start).includes('\n\n');
