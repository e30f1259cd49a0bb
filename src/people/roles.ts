import { wordList, wordSet as words } from '../language/lexicon';
import { recently } from '../language/recently';
import type { Gender, SpeakerType } from './speaker';

/** Titles that stand before a name and are no office; what they say of gender. */
export const HONORIFICS: ReadonlyMap<string, Gender> = new Map<string, Gender>([
  ...[
    ...words(
      'mr mr. sir lord baron father brother king prince duke fr. rabbi imam sheikh shaikh herr monsieur señor signor',
    ),
  ].map((w): [string, Gender] => [w, 'male']),
  ...[
    ...words(
      'mrs mrs. ms ms. miss lady dame sister madam mme mme. mlle queen princess duchess baroness frau señora signora',
    ),
  ].map((w): [string, Gender] => [w, 'female']),
  ...[...words('dr dr. prof prof. professor mx mx. rev rev. reverend hon hon. st st.')].map((w): [string, Gender] => [
    w,
    'unknown',
  ]),
]);

const FEMALE = words(
  'mother wife sister daughter aunt auntie niece grandmother granddaughter widow girlfriend girl woman lady queen princess duchess baroness countess actress waitress hostess landlady heiress nun midwife fiancée mum mom bride schoolgirl stepmother housewife goddess businesswoman mrs',
);
const MALE = words(
  'father husband brother son uncle nephew grandfather grandson widower boyfriend boy man gentleman king prince duke baron count actor waiter landlord monk groom dad schoolboy stepfather businessman mr lad fella bloke imam',
);

const MORE_ROLES = words(`
  president vice-president premier minister secretary secretary-general mayor governor lieutenant-governor senator sen. sens. rep. reps. gov. govs. lt. col. gen. capt. sgt. cmdr.
  adm. maj. congressman congresswoman congressmen lawmaker lawmakers legislator legislators mp mps mep meps peer chancellor ambassador envoy diplomat consul commissioner
  councillor councillors councilman councilwoman councilmember councilor alderman delegate delegates representative representatives official officials officer officers
  spokesman spokeswoman spokesperson spokesmen spokespeople spokeswomen spokespersons aide aides adviser advisers advisor advisors strategist strategists consultant pollster pollsters
  candidate candidates nominee nominees contender leader leaders chief chiefs chief-of-staff head boss chair chairman chairwoman chairperson chairmen president-elect whip speaker
  master masters harbourmaster headmaster headmistress postmaster stationmaster quartermaster deputy director directors manager managers executive executives ceo cfo coo founder founders co-founder cofounder owner owners partner partners investor investors shareholder shareholders
  analyst analysts economist economists trader traders banker bankers broker brokers expert experts scientist scientists researcher researchers professor professors lecturer historian historians scholar scholars
  doctor doctors physician physicians surgeon nurse nurses neurologist psychiatrist psychologist epidemiologist virologist biologist physicist chemist geologist astronomer meteorologist forecaster forecasters
  lawyer lawyers attorney attorneys solicitor barrister barristers prosecutor prosecutors judge judges justice justices magistrate coroner sheriff constable detective inspector inspectors superintendent police policeman policewoman policemen trooper
  general admiral colonel major captain lieutenant sergeant commander corporal soldier soldiers veteran veterans
  teacher teachers headteacher principal dean rector provost student students pupil pupils trustee trustees superintendent
  author authors writer writers novelist poet journalist journalists reporter reporters correspondent editor editors columnist commentator commentators critic critics blogger pundit pundits host anchor producer presenter broadcaster
  actor actress singer musician composer conductor artist painter sculptor photographer filmmaker curator designer architect engineer engineers technician tuner organist pianist violinist drummer guitarist
  player players striker forward midfielder defender goalkeeper keeper captain coach coaches trainer referee skipper bowler batsman batter pitcher quarterback runner cyclist swimmer boxer jockey driver drivers rider
  farmer farmers fisherman fishermen worker workers employee employees miner miners docker dockworker welder plumber electrician carpenter baker chef cook waiter waitress barber shopkeeper trader vendor grocer
  resident residents local locals neighbour neighbours neighbor neighbors villager villagers tenant tenants landlord homeowner homeowners passenger passengers commuter commuters rider riders customer customers shopper shoppers consumer
  witness witnesses bystander bystanders survivor survivors victim victims relative relatives mother father sister brother son daughter wife husband uncle aunt cousin grandmother grandfather parent parents friend friends colleague colleagues
  activist activists campaigner campaigners protester protesters organizer organiser organizers organisers volunteer volunteers supporter supporters opponent opponents voter voters donor donors member members
  critic critics observer observers source sources insider insiders person people man woman men women boy girl child
  union unions company firm government ministry department agency council committee commission board court party parliament congress senate house white-house kremlin police army navy military hospital university school bank group club charity campaign administration
  defendant plaintiff suspect accused claimant appellant shooter gunman driver pilot astronaut cleric bishop archbishop priest pastor vicar imam rabbi pope cardinal reverend monk nun chaplain deacon
  bookkeeper accountant auditor treasurer clerk receptionist secretary assistant apprentice intern trainee librarian archivist caretaker gardener builder contractor developer planner surveyor regulator watchdog ombudsman negotiator mediator rapporteur
  commenter user fan fans follower followers subscriber reader readers viewer viewers patient patients carer carers pensioner pensioners retiree mourner worshipper refugee refugees migrant migrants prisoner inmate detainee hostage
  master harbourmaster harbormaster headmaster headmistress stationmaster superstar star champion winner loser favourite favorite rival rivals heir successor predecessor prosecutor-general attorney-general foreman ringleader kingpin billionaire millionaire tycoon magnate mogul entrepreneur industrialist
`);

/** Nouns that name a body rather than a person. */
export const BODY_NOUNS = words(`
  union unions company companies firm firms government ministry department agency council committee commission board court tribunal party parliament congress senate house army navy military hospital university school college bank group club charity
  campaign administration police force bureau office embassy consulate authority regulator watchdog association federation foundation institute institution organisation organization network station newspaper paper magazine website broadcaster retailer manufacturer airline
  carrier operator supplier developer startup start-up studio label publisher panel jury coalition alliance bloc cabinet kremlin pentagon treasury secretariat team squad militia faction movement church diocese mosque synagogue trust cooperative co-operative union corporation industry sector service services team
`);

/** Nouns that name something written or shown. */
export const DOCUMENT_NOUNS = words(`
  report study survey poll letter statement memo memorandum email e-mail document documents filing filings indictment complaint affidavit lawsuit ruling verdict judgment paper note notice sign poster pamphlet leaflet guidebook book article editorial column post tweet message text transcript
  review analysis audit inquiry investigation assessment estimate figures data statistics research findings press-release release communique communiqué manifesto bill law constitution treaty agreement charter policy guidelines script ad advert advertisement headline caption brochure dossier blog screenshot recording video schedule census petition placard leaflet piece story
`);

/** Trades and origins in -man: surnames end so too (Haldeman, Friedman), so that a list must say which are roles. */
const MAN_ROLE =
  /^(?:spokes|chair|states|business|police|fire|fisher|congress|noble|gentle|crafts|trades|boat|camera|sales|fore|post|milk|door|bar|clergy|council|alder|assembly|lay|service|air|sea|gun|hit|marks|sports|bats|oars|yachts|weather|anchor|news|ad|handy|repair|line|lines|work|watch|coastguards|guards|tribes|kins|country|french|english|irish|welsh|dutch|scots|yorkshire|cornish|ombuds|strong|front|hench|horse|hunts|infantry|midship|show|stunt|tax|towns|vestry|woods|cattle|dairy|draughts|ferry|hotel|mid|minute|motor|pitch|rifle|signal|stock|tele|trawler|under|wing)(?:man|men)$/;

export function isRole(lower: string): boolean {
  if (MORE_ROLES.has(lower) || wordList('actor').has(lower)) return true;
  const hyphen = lower.lastIndexOf('-');
  if (hyphen > 0) {
    const last = lower.slice(hyphen + 1);
    const first = lower.slice(0, lower.indexOf('-'));
    return (
      MORE_ROLES.has(last) || last === 'elect' || ((last === 'general' || last === 'chief') && MORE_ROLES.has(first))
    );
  }
  // man, woman, person: most words end otherwise
  return lower.endsWith('n') && (/[a-z]{2}(?:woman|women|person)$/.test(lower) || MAN_ROLE.test(lower));
}

export function isDocument(lower: string): boolean {
  return DOCUMENT_NOUNS.has(lower);
}

export const isPlural = recently(
  (lower: string): boolean =>
    /(?:[^su'i]s|men|people|police|children|media)$/.test(lower) && lower !== 'boss' && !/ss$|us$/.test(lower),
  1000,
);

/** What a role's own word says of gender. */
export const roleGender = recently((lower: string): Gender => {
  if (FEMALE.has(lower) || /woman$|women$|lady$/.test(lower)) return 'female';
  if (MALE.has(lower) || (/[a-z]man$|[a-z]men$/.test(lower) && !/woman|human/.test(lower))) return 'male';
  return 'unknown';
}, 1000);

/** What a role's head noun makes of who bears it. */
export function roleType(head: string, definite: boolean): SpeakerType {
  if (head === 'source' || head === 'sources' || head === 'insider' || head === 'insiders') return 'unnamed';
  if (isDocument(head)) return 'document';
  if (BODY_NOUNS.has(head)) return 'organisation';
  if (isPlural(head)) return 'collective';
  return definite ? 'role' : 'unnamed';
}
