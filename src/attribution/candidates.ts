import { family, type Candidate, type Scene, type Setting } from './candidate';
import { addColon, addDash, addIntroduction, addLabel, addBy, addNameBeforeDash } from './beside-marks';
import { addCues } from './cue-candidates';
import { addFollow, addLeadIn, addNext } from './neighbours';

const NONE_KIND = family`none kind=${'kind'}`;
const NONE_SIZE = family`none size=${'size'}`;
const NONE_NEAR = family`none near=${'near'}`;
const NONE_ENDING = family`none ending=${'ending'}`;
const NONE_OPENING = family`none opening=${'opening'}`;
const NONE_ALONE = family`none alone=${'alone'}`;
const NONE_ZONE = family`none zone=${'zone'}`;

/** Every candidate for quotation `q` with its features, `none` last. */
export function candidatesOf(scene: Scene, q: number): Candidate[] {
  const { article, quotations } = scene;
  const quotation = quotations[q];
  const first = article.paragraphs[quotation.paragraphs[0]];
  const last = article.paragraphs[quotation.paragraphs[quotation.paragraphs.length - 1]];
  const { start } = quotation.spans[0];
  const { end } = quotation.spans[quotation.spans.length - 1];
  const firstEnd = quotation.spans[0].end;
  const before = article.text.slice(first.start, start).trimEnd();
  const after = article.text.slice(end, last.end);
  const setting: Setting = {
    q,
    quotation,
    kind: quotation.kind === 'speech' ? 'S' : 'P',
    first,
    last,
    start,
    end,
    ending: ending(article.text.slice(start, firstEnd), article.text.slice(firstEnd, firstEnd + 1)),
    opening: opening(before),
    opensParagraph: before === '',
    endsParagraph: /^[\s.,]*$/.test(after),
  };
  const candidates: Candidate[] = [];
  let near = false;
  // what a block quote holds is all somebody's words: its cue stands outside
  if (quotation.style !== 'none') {
    near = addCues(scene, setting, first.index, candidates);
    if (last !== first && addCues(scene, setting, last.index, candidates)) near = true;
  }
  if (setting.opensParagraph && first.index > 0) addIntroduction(scene, setting, candidates);
  addColon(setting, candidates);
  addBy(scene, setting, candidates);
  addLabel(scene, setting, candidates);
  addDash(scene, setting, candidates);
  addNameBeforeDash(setting, candidates);
  addFollow(scene, setting, candidates);
  addNext(scene, setting, candidates);
  addLeadIn(scene, setting, candidates);
  const words = quotation.wordCount;
  const size = words <= 1 ? '1' : words <= 3 ? '3' : words <= 6 ? '6' : words <= 15 ? '15' : 'long';
  candidates.push({
    type: 'none',
    paragraph: first.index,
    features: [
      'none',
      NONE_KIND(quotation.kind),
      NONE_SIZE(size),
      NONE_NEAR(near),
      NONE_ENDING(setting.ending),
      NONE_OPENING(setting.opening),
      NONE_ALONE(setting.opensParagraph && setting.endsParagraph),
      NONE_ZONE(first.zone),
    ],
  });
  return candidates;
}

/** How the narrator's words before the quotation, in its paragraph and without blanks behind, end. */
function opening(before: string): string {
  if (before === '') return 'start';
  if (before.endsWith(':')) return 'colon';
  if (before.endsWith(',')) return 'comma';
  if (before.endsWith('that') && /\bthat$/.test(before.slice(-5))) return 'that';
  return '.!?'.includes(endOf(before, '"”’)')) ? 'stop' : 'open';
}

/** The last character before the `closers` that a text ends with; blank where there is nothing else. */
function endOf(text: string, closers: string): string {
  let end = text.length;
  while (end > 0 && closers.includes(text[end - 1])) end--;
  return end > 0 ? text[end - 1] : ' ';
}

/** How the quotation's first part ends: comma inside the marks asks for a cue, a full stop does not. */
function ending(text: string, next: string): string {
  const inner = endOf(text, '"”’\'»“');
  if (inner === ',') return 'comma';
  if (inner === '?' || inner === '!') return 'ask';
  if ('.…–—-'.includes(inner)) return 'stop';
  return next === ',' ? 'comma' : next === '.' ? 'outer' : 'open';
}
