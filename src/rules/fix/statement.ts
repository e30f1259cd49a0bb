import type { Analysis } from '../../analysis';
import type { Span } from '../../article/span';
import type { Speaker } from '../../people/speaker';
import type { Fix } from '../rule';
import { nameAt } from './name';

/** How many speakers a menu of fixes offers. */
const MOST = 4;

/** Those who speak most in the article, people and bodies before the rest; agencies and the unnamed are none. */
export function knownSpeakers(analysis: Analysis): Speaker[] {
  const uses = new Map<Speaker, number>();
  for (const { speaker } of analysis.attributions)
    if (speaker && /^(?:person|organisation|role)$/.test(speaker.type)) uses.set(speaker, (uses.get(speaker) ?? 0) + 1);
  return [...uses]
    .sort((a, b) => b[1] - a[1])
    .map(([speaker]) => speaker)
    .slice(0, MOST);
}

/** Puts `, Ana Ruiz said` before the full stop of a sentence; undefined where it does not end in one. */
export function attributeStatement(analysis: Analysis, sentence: Span, speaker: Speaker): Fix | undefined {
  const text = analysis.article.text.slice(sentence.start, sentence.end);
  const stop = /(?<=[\p{L}\p{N})%])\.$/u.exec(text);
  if (!stop) return undefined;
  const at = sentence.start + stop.index;
  const name = nameAt(analysis, speaker, sentence.start);
  return { title: `Attribute to ${speaker.name}`, edits: [{ start: at, end: at, text: `, ${name} said` }] };
}

/** One fix a speaker of the article, then a snippet for anybody else. */
export function attributionFixes(analysis: Analysis, sentence: Span): Fix[] {
  const named = knownSpeakers(analysis).map((speaker) => attributeStatement(analysis, sentence, speaker));
  const blank = attributeStatement(analysis, sentence, BLANK);
  const other: Fix | undefined = blank && {
    ...blank,
    title: 'Attribute to somebody else',
    select: { start: 2, end: 2 + BLANK.name.length },
  };
  return [...named, other].filter((fix): fix is Fix => fix !== undefined);
}

const BLANK: Speaker = {
  id: '',
  name: 'NAME',
  type: 'person',
  roles: [],
  gender: 'unknown',
  plural: false,
  mentions: [],
};
