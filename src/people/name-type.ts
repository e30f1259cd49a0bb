import type { Word } from '../article/words';
import { wordList } from '../language/lexicon';
import { isFirstNameWord as isFirstName } from './gender';
import { isPlural } from './roles';
import type { SpeakerType } from './speaker';

/** Words in the names of bodies. */
export const BODY = new Set(
  `inc inc. ltd ltd. corp corp. co co. llc plc sa s.a. ag gmbh nv ministry department university college school academy board committee council commission agency authority administration party union bank court
  group holdings association federation foundation institute institution society center centre office bureau service services police hospital church club rovers united athletic museum gallery theatre theater orchestra
  company media homes partners capital securities airlines airways lines ferries shipping railway railways motors energy oil gas systems technologies labs laboratory laboratories senate congress parliament house kremlin pentagon treasury army navy force forces guard
  coalition alliance front movement organization organisation league network project fund trust campaign & industries international survey stone consulting associates advisers advisors archives library`.split(
    /\s+/,
  ),
);
const MEDIA = new Set(
  'times post news journal herald gazette tribune telegraph guardian observer mail express sun mirror independent chronicle star globe examiner press radio tv television magazine today daily weekly bbc cnn nbc abc cbs msnbc npr breitbart politico buzzfeed wikinews ledger echo courier'.split(
    ' ',
  ),
);

/** States as datelines and addresses shorten them (AP style). */
const STATE =
  /^(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Va|Vt|Wash|Wis|Wyo|(?:N\.[CDHJMY]|R\.I|S\.[CD]|D\.C|W\.Va))\.$/;

/** "Congressional Republicans", "Young Americans". */
const isGroup = (lower: string): boolean =>
  /^(?:republicans|democrats)$/.test(lower) || (isPlural(lower) && wordList('demonym').has(lower));

/** What a name says of its bearer by its own words; undefined where it says nothing. */
export function nameType(words: readonly Word[]): SpeakerType | undefined {
  const last = words[words.length - 1];
  const text = words.map(({ lower }) => lower).join(' ');
  if (wordList('place').has(text) || (words.length === 1 && STATE.test(last.text))) return 'place';
  if (
    words.some(({ lower }) => BODY.has(lower)) &&
    !(words.length === 2 && isFirstName(words[0].lower) && (!BODY.has(last.lower) || last.lower === 'stone'))
  )
    return 'organisation';
  if (MEDIA.has(last.lower) || MEDIA.has(words[0].lower))
    if (!(words.length > 1 && isFirstName(words[0].lower))) return 'media';
  if (wordList('organisation').has(text)) return 'organisation';
  if (words.length === 1 && /^(?:\p{Lu}\.?){2,6}$/u.test(last.text)) return 'organisation';
  if (words[0].lower === 'the') return 'organisation';
  if (words.length > 1 && words.some(({ lower }) => lower === 'of')) return 'organisation';
  if (last.text.startsWith('@')) return 'person';
  if (words.length > 1 && isGroup(last.lower)) return 'collective';
  if (words.length > 1 && words.length < 5 && isFirstName(words[0].lower)) return 'person';
  if (words.length === 1 && wordList('demonym').has(text)) return isPlural(text) ? 'collective' : 'place';
  return undefined;
}
