import type { Word } from '../article/words';
import { wordList } from '../language/lexicon';
import { isViewOf } from '../people/view';

/** What kind of act a cue reports; the classes of the desk handbook. */
export type CueClass =
  | 'neutral'
  | 'formal'
  | 'written'
  | 'doubt'
  | 'fault'
  | 'factive'
  | 'denial'
  | 'directive'
  | 'evaluative'
  | 'manner'
  | 'gesture'
  | 'mental'
  | 'document'
  | 'legal'
  | 'relay'
  | 'weak'
  | 'preposition'
  | 'unlisted';

/** Verbs by class, base forms; a verb stands in the class that says most about it. */
const CLASSES: Readonly<Record<CueClass, string>> = {
  neutral:
    'say tell add ask answer reply respond continue explain describe recall recount repeat reiterate remark comment mention conclude call offer agree put opine chime interject counter inquire enquire summarise summarize elaborate relate reflect reason term dub label brand deem portray depict characterise characterize compare liken refer cite quote joke predict forecast venture muse volunteer interrupt retort rejoin sum assure inform advise notify apologise apologize swear promise',
  formal:
    'state declare announce report testify read confirm affirm certify proclaim pronounce stress emphasise emphasize underline underscore reaffirm outline detail stipulate decree determine',
  written: 'write tweet retweet post publish share text message email e-mail blog type pen caption',
  doubt:
    'claim allege assert contend maintain insist argue suggest imply hint speculate profess purport boast theorise theorize posit brag crow',
  fault: 'admit acknowledge concede confess own',
  factive:
    'note observe point reveal disclose expose show prove clarify remind refute demonstrate highlight illustrate',
  denial: 'deny reject dismiss dispute rebut contradict decline refuse disagree challenge question doubt',
  directive:
    'urge demand order appeal plead press recommend propose request vow pledge threaten encourage invite instruct implore beg beseech exhort command insist direct caution counsel call',
  evaluative:
    'criticise criticize condemn denounce decry slam blast praise hail welcome blame accuse warn complain lament mock deride ridicule lambast lambaste bemoan rail applaud laud commend endorse defend protest object charge tout bristle gush rave chide scold rebuke fault attack taunt tease jeer',
  manner:
    'shout yell scream whisper mutter exclaim quip joke chant snap bark cry declare intone murmur mumble bellow holler roar chuckle drawl deadpan growl snarl scoff blurt sing croak rasp thunder fume bristle gasp',
  gesture: 'smile grin laugh chuckle sigh shrug nod frown wink giggle smirk wince beam grimace sob weep sniff snort',
  mental:
    'think believe feel hope fear want expect know worry doubt wonder consider suspect assume imagine regret wish fret figure reckon guess see hear learn understand realise realize decide agree intend plan',
  document: 'find indicate estimate project list conclude',
  legal: 'rule plead indict argue',
  relay: 'carry relay run air broadcast',
  weak: 'begin start finish speak talk discuss address brief greet thank congratulate pray',
  preposition: '',
  unlisted: '',
};

const IRREGULAR: Readonly<Record<string, string>> = {
  say: 'says said saying',
  tell: 'tells told telling',
  write: 'writes wrote written writing',
  read: 'reads read reading',
  speak: 'speaks spoke spoken speaking',
  think: 'thinks thought thinking',
  feel: 'feels felt feeling',
  know: 'knows knew known knowing',
  find: 'finds found finding',
  show: 'shows showed shown showing',
  put: 'puts put putting',
  begin: 'begins began begun beginning',
  swear: 'swears swore sworn swearing',
  sing: 'sings sang sung singing',
  run: 'runs ran running',
  see: 'sees saw seen seeing',
  hear: 'hears heard hearing',
  understand: 'understands understood understanding',
  forecast: 'forecasts forecast forecasting',
  plead: 'pleads pleaded pled pleading',
  beseech: 'beseeches beseeched besought beseeching',
  weep: 'weeps wept weeping',
  quip: 'quips quipped quipping',
  snap: 'snaps snapped snapping',
  grin: 'grins grinned grinning',
  nod: 'nods nodded nodding',
  slam: 'slams slammed slamming',
  refer: 'refers referred referring',
  sum: 'sums summed summing',
  admit: 'admits admitted admitting',
  rebut: 'rebuts rebutted rebutting',
  beg: 'begs begged begging',
  brag: 'brags bragged bragging',
  label: 'labels labelled labeled labelling labeling',
  blog: 'blogs blogged blogging',
  plan: 'plans planned planning',
  infer: 'infers inferred inferring',
  dub: 'dubs dubbed dubbing',
  sob: 'sobs sobbed sobbing',
  pen: 'pens penned penning',
  sniff: 'sniffs sniffed sniffing',
  offer: 'offers offered offering',
  answer: 'answers answered answering',
  own: 'owns owned owning',
};

/** A form of a reporting verb. */
export interface CueForm {
  readonly lemma: string;
  readonly cueClass: CueClass;
  readonly form: 'base' | 'present' | 'past' | 'participle';
}

/** The reporting verbs that one reading of an article knows. */
export interface CueLexicon {
  /** The reporting verb that a lower-case word is a form of, read with the word after it; undefined where it is none. */
  readonly form: (lower: string, next?: string) => CueForm | undefined;
}

type Forms = Map<string, CueForm>;

function addVerb(forms: Forms, lemma: string, cueClass: CueClass): void {
  const add = (text: string, form: CueForm['form']): void => {
    if (!forms.has(text)) forms.set(text, { lemma, cueClass, form });
  };
  add(lemma, 'base');
  const irregular = Object.hasOwn(IRREGULAR, lemma) ? IRREGULAR[lemma] : undefined;
  if (irregular) {
    for (const text of irregular.split(' '))
      add(text, text.endsWith('ing') ? 'participle' : text.endsWith('s') ? 'present' : 'past');
    return;
  }
  const sibilant = /(?:s|x|z|ch|sh|o)$/.test(lemma);
  const y = /[^aeiou]y$/.test(lemma);
  add(y ? `${lemma.slice(0, -1)}ies` : sibilant ? `${lemma}es` : `${lemma}s`, 'present');
  add(lemma.endsWith('e') ? `${lemma}d` : y ? `${lemma.slice(0, -1)}ied` : `${lemma}ed`, 'past');
  add(lemma.endsWith('e') && !lemma.endsWith('ee') ? `${lemma.slice(0, -1)}ing` : `${lemma}ing`, 'participle');
}

let loaded: Forms | undefined;

function load(): Forms {
  const forms: Forms = new Map();
  for (const [cueClass, verbs] of Object.entries(CLASSES) as [CueClass, string][])
    for (const verb of verbs.split(' ')) if (verb) addVerb(forms, verb, cueClass);
  return forms;
}

/** The reporting verb of the engine's own list that a lower-case word is a form of; undefined where it is none. */
export function cueForm(lower: string): CueForm | undefined {
  return (loaded ??= load()).get(lower);
}

/** The engine's own list. */
export const knownCues: CueLexicon = { form: (lower) => cueForm(lower) };

/** Past and participle of a verb that forms them irregularly ("strike": struck; "retell": retold); empty for others. */
function irregularPast(verb: string): readonly string[] {
  for (const entry of wordList('irregular')) {
    const [base, ...past] = entry.split(' ');
    const prefix = verb.endsWith(base) ? verb.slice(0, -base.length) : undefined;
    if (prefix !== undefined && PREFIX.test(prefix)) return past.map((form) => prefix + form);
  }
  return [];
}

const PREFIX = /^(?:re|over|under|out|fore|mis|un|with|up|broad|type)?$/;

/**
 * The engine's list with a house's own verbs (base form; "sound off" as well) as neutral ones. Which verbs double their
 * last letter ("averred") depends on the stress, so both spellings count.
 */
export function withCues(verbs: readonly string[]): CueLexicon {
  const own: Forms = new Map();
  let phrases = false;
  for (const verb of verbs) {
    const [head, ...rest] = verb.toLowerCase().trim().split(/\s+/);
    if (!head) continue;
    const forms: Forms = new Map();
    addVerb(forms, head, 'neutral');
    for (const past of irregularPast(head)) forms.set(past, { lemma: head, cueClass: 'neutral', form: 'past' });
    if (/[^aeiou][aeiou][bdglmnprt]$/.test(head)) {
      const double = head + head[head.length - 1];
      forms.set(`${double}ed`, { lemma: head, cueClass: 'neutral', form: 'past' });
      forms.set(`${double}ing`, { lemma: head, cueClass: 'neutral', form: 'participle' });
    }
    phrases ||= rest.length > 0;
    for (const [text, form] of forms) {
      const whole = [text, ...rest].join(' ');
      if (!own.has(whole)) own.set(whole, { ...form, lemma: [head, ...rest].join(' ') });
    }
  }
  if (own.size === 0) return knownCues;
  return {
    form: (lower, next) =>
      (phrases && next !== undefined ? own.get(`${lower} ${next}`) : undefined) ?? cueForm(lower) ?? own.get(lower),
  };
}

/** Whether a lower-case word can begin a prepositional cue. */
export const opensPreposition = (lower: string): boolean =>
  lower === 'to' || lower === 'in' || lower === 'according' || lower === 'per';

/** "according to", "in the words of", "in X's view": the end (word index) of a prepositional cue at `i`; 0 where there is none. */
export function prepositionalCue(words: readonly Word[], i: number): number {
  const { lower } = words[i];
  if (lower === 'to' && isViewOf(words, i)) return i + 1;
  if (lower === 'according' && words[i + 1]?.lower === 'to') return i + 2;
  if (lower === 'per' && i > 0 && words[i - 1].lower === 'as') return i + 1;
  if (
    lower === 'in' &&
    words[i + 1]?.lower === 'the' &&
    words[i + 2]?.lower === 'words' &&
    words[i + 3]?.lower === 'of'
  )
    return i + 4;
  return 0;
}
