import { createMatcher, type Matcher } from './agencies/match';
import { analyse, nothingAnalysed, type Memory } from './analyse';
import type { Analysis } from './analysis';
import { houseOf, type House } from './attribution/house';
import { rules } from './rules/index';
import { checkInSteps, type Checked } from './rules/check';
import type { Finding, RuleOptions, Severity } from './rules/rule';
import { toEnd } from './steps';

/** What a caller may set. All fields may be left out. */
export interface AnalyserOptions extends Partial<RuleOptions> {
  /** Severity by rule id, over the rules' own defaults. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
  /** Verbs that the house counts as reporting cues, in base form; their other forms count as well. */
  readonly cues?: readonly string[];
  /** Agencies that the list does not hold. */
  readonly agencies?: readonly { readonly name: string; readonly tags?: readonly string[] }[];
  /** Called with the milliseconds that each stage took; for measuring. */
  readonly trace?: (stage: string, milliseconds: number) => void;
}

export interface AnalyserResult {
  readonly analysis: Analysis;
  /** In order of the text. */
  readonly findings: readonly Finding[];
}

/** Analyses one article again and again as it is edited. */
export interface Analyser {
  /** The whole text after each edit; what did not change is not read again. Equal to a fresh analysis, always. */
  update(text: string, languageId?: string): AnalyserResult;
  /** The same in steps of a few milliseconds at most: for callers that must not block. Drop it to cancel. */
  steps(text: string, languageId?: string): Generator<void, AnalyserResult>;
  /** Lets go of the article: the next text is that of another one, and is read quicker so. */
  forget(): void;
}

/** What an analyser has from its options, and what each update leaves for the next. */
interface State {
  readonly options: AnalyserOptions;
  readonly matcher?: Matcher;
  readonly house: House;
  memory: Memory;
  checked?: Checked;
}

/** One analyser for one article. */
export function createAnalyser(options: AnalyserOptions = {}): Analyser {
  const state: State = {
    options,
    matcher: options.agencies?.length ? createMatcher(options.agencies) : undefined,
    house: houseOf(options.cues, options.neverSources),
    memory: nothingAnalysed(),
  };
  return {
    steps: (text, languageId) => updateInSteps(state, text, languageId),
    forget() {
      state.memory = nothingAnalysed();
      state.checked = undefined;
    },
    update: (text, languageId) => toEnd(updateInSteps(state, text, languageId)),
  };
}

/**
 * One update. It stands by itself, as every generator here should: V8 makes a hidden class for each closure that is a
 * generator, and until the next full collection that keeps alive whatever the closure sees, here the whole article.
 */
function* updateInSteps(state: State, text: string, languageId = 'plaintext'): Generator<void, AnalyserResult> {
  const { options, matcher, house } = state;
  const { analysis, memory, since } = yield* analyse(text, languageId, state.memory, options.trace, matcher, house);
  state.memory = memory;
  yield;
  const { checked } = state;
  const before = checked && { checked, since: checked.analysis === since?.before ? since : undefined };
  state.checked = undefined; // what is written over from here on is none to begin from, until all is done
  const all = yield* checkInSteps(analysis, rules, options, options.trace, before);
  state.checked = all.checked;
  return { analysis, findings: all.findings };
}

export { rules };
