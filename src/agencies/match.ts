import { splitWords, type Word } from '../article/words';
import type { Agency, OwnAgency } from './agency';
import { AGENCIES, COUNTRIES, ownAgency } from './list';

/** A way to write the name of one agency, or of several that share a tag. */
export interface Form {
  readonly agencies: readonly Agency[];
  /** As in the list: "Agence France-Presse". */
  readonly written: string;
  /** Folded words. */
  readonly words: readonly string[];
  /** A name of several words, or one that means nothing else. */
  readonly full: boolean;
  /** How the tag may be matched; `unique` for full names. */
  readonly matching: Agency['matching'];
  /** The tag is not all in capitals, as a person's name or a word may be. */
  readonly mixedCase: boolean;
}

/** A form found at words `first` to `end` (exclusive). */
export interface Hit {
  readonly form: Form;
  readonly first: number;
  readonly end: number;
}

/** Countries by the words that name them; `kind` tells "Portugal" from "Portuguese". */
export interface CountryName {
  readonly code: string;
  readonly kind: 'country' | 'people' | 'city';
  readonly words: readonly string[];
}

/** Finds names from a list in running words; one look-up a word. */
export interface Matcher {
  /** The longest form that begins at word `at`. */
  at(words: readonly Word[], at: number): Hit | undefined;
  country(words: readonly Word[], at: number): CountryName | undefined;
  /** Whether a word begins any form or country, or is "agency" or the like: the quick way out for most words. */
  matters(word: Word): boolean;
  /** The same agency for the same name, for agencies that the copy calls so and the list does not hold. */
  unlisted(name: string): Agency;
}

const stripMarks = (text: string) => (isAscii(text) ? text : text.normalize('NFD').replace(/\p{M}/gu, ''));
const straighten = (text: string) => (isAscii(text) ? text : text.replace(/[‘’ʼ]/g, "'"));
/** Words as `splitWords` has them. Most names are nothing but letters, and a first reading waits for over a thousand of them. */
const split = (name: string) =>
  /^[A-Za-z]+(?:[ -][A-Za-z]+)*$/.test(name)
    ? name.toLowerCase().split(' ')
    : splitWords(name).map(({ lower }) => lower);

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}

/** A matcher over the list and a publication's own agencies. */
export function createMatcher(own: readonly OwnAgency[] = []): Matcher {
  const forms = new Map<string, Form[]>();
  const byText = new Map<string, Form>();
  const add = (agency: Agency, written: string, isName: boolean) => {
    const same = byText.get(written);
    if (same) {
      if (!same.agencies.includes(agency)) (same.agencies as Agency[]).push(agency);
      return;
    }
    const parts = split(written);
    const full = parts.length > 1 || agency.matching === 'unique';
    const mixedCase = written !== written.toUpperCase();
    const form: Form = {
      agencies: [agency],
      written,
      words: parts,
      full: full && !(isName && parts.length === 1 && agency.matching !== 'unique'),
      matching: full ? 'unique' : agency.matching,
      mixedCase,
    };
    byText.set(written, form);
    const key = form.words[0];
    const list = forms.get(key);
    if (list) list.push(form);
    else forms.set(key, [form]);
  };
  for (const agency of [...own.map(ownAgency), ...AGENCIES])
    for (const written of [agency.name, ...agency.tags, ...agency.aliases]) {
      add(agency, written, written === agency.name);
      const plain = stripMarks(written);
      if (plain !== written) add(agency, plain, written === agency.name);
    }
  for (const list of forms.values()) list.sort((a, b) => b.words.length - a.words.length);

  const countries = new Map<string, CountryName[]>();
  for (const [code, { names, people, cities }] of Object.entries(COUNTRIES))
    for (const [kind, list] of [
      ['country', names],
      ['people', people],
      ['city', cities],
    ] as const)
      for (const name of list) {
        const words = split(name);
        const entry = { code, kind, words };
        const known = countries.get(words[0]);
        if (known) known.push(entry);
        else countries.set(words[0], [entry]);
      }
  for (const list of countries.values()) list.sort((a, b) => b.words.length - a.words.length);

  const begins = new Set([...forms.keys(), ...countries.keys(), 'agency', 'newswire', 'service']);
  const unlisted = new Map<string, Agency>();
  return {
    matters: ({ lower }) => begins.has(lower),
    at(words, at) {
      const list = forms.get(words[at].lower);
      if (!list) return undefined;
      for (const form of list) if (matches(form, words, at)) return { form, first: at, end: at + form.words.length };
      return undefined;
    },
    country(words, at) {
      const code = words[at].text.charCodeAt(0);
      if (code >= 97 && code <= 122) return undefined;
      return countries.get(words[at].lower)?.find(({ words: name }) => sameWords(name, words, at));
    },
    unlisted(name) {
      let agency = unlisted.get(name);
      if (!agency) {
        agency = { id: `unlisted:${name}`, name, tags: [], aliases: [], country: 'XX', matching: 'unique' };
        unlisted.set(name, agency);
      }
      return agency;
    },
  };
}

function sameWords(name: readonly string[], words: readonly Word[], at: number): boolean {
  for (let i = 1; i < name.length; i++) if (words[at + i]?.lower !== name[i]) return false;
  return true;
}

function matches(form: Form, words: readonly Word[], at: number): boolean {
  if (form.words.length === 1) {
    const text = straighten(words[at].text);
    return (
      text === form.written || (form.matching === 'unique' && form.mixedCase && text === form.written.toUpperCase())
    );
  }
  if (!sameWords(form.words, words, at)) return false;
  // a name of several words keeps the capitals of its first and last word, or is all in capitals
  const last = at + form.words.length - 1;
  if (!isCapital(words[at].text)) return words[at].text === form.written.slice(0, form.written.indexOf(' '));
  return isCapital(words[last].text) || !isCapital(form.written.slice(form.written.lastIndexOf(' ') + 1));
}

/** Whether a word begins with a capital letter. */
export function isCapital(text: string): boolean {
  const code = text.charCodeAt(0);
  if (code < 128) return code >= 65 && code <= 90;
  return /^\p{Lu}/u.test(text);
}
