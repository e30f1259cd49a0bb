import type { Gender } from '../../people/speaker';
import { watchFor } from '../watch';

/** An office or form of address that stands with a name. */
export interface Office {
  /** Its base form: "chief executive" for "CEO", "spokesperson" for "spokeswoman". */
  readonly name: string;
  readonly gender: Gender;
  /**
   * `one`: a body has one at a time. `portfolio`: one where a field or a body stands before it ("transit director").
   * `many`: any number.
   */
  readonly holders: 'one' | 'portfolio' | 'many';
  /** A form of address, which says nothing of an office: Mr, Ms. */
  readonly honorific: boolean;
}

const OFFICES = new Map<string, Office>();
const LAST_WORDS = new Set<string>();

function add(holders: Office['holders'], names: string, honorific = false): void {
  for (const entry of names.split(',')) {
    const [forms, base] = entry.trim().split('=');
    for (const form of forms.split('|')) {
      const [word, gender] = form.trim().split(':');
      const known = gender === 'f' ? 'female' : gender === 'm' ? 'male' : 'unknown';
      LAST_WORDS.add(word.split(' ').at(-1) ?? word);
      OFFICES.set(word, {
        name: (base ?? forms.split('|')[0].split(':')[0]).trim(),
        gender: known,
        holders,
        honorific,
      });
    }
  }
}

add(
  'one',
  'mayor, lord mayor, governor, prime minister|pm|premier=prime minister, president, chancellor, secretary-general|secretary general=secretary-general, ' +
    'pope, foreign minister, foreign secretary, home secretary, health secretary, education secretary, defence secretary|defense secretary=defence secretary, ' +
    'secretary of state, attorney general|attorney-general=attorney general, solicitor general, surgeon general, superintendent, ' +
    'chief executive|chief executive officer|ceo=chief executive, chief financial officer|cfo|finance chief=chief financial officer, ' +
    'chief operating officer|coo=chief operating officer, managing director, editor-in-chief|editor in chief=editor-in-chief, ' +
    'police chief|chief of police=police chief, fire chief, chief constable, police commissioner, army chief, harbour master|harbor master|harbormaster=harbour master, ' +
    'head teacher|headteacher|headmaster:m|headmistress:f=head teacher, chief prosecutor, prosecutor general|prosecutor-general=prosecutor general, ' +
    'chief justice, speaker of the house, town clerk, city manager, head coach, treasurer, archbishop, patriarch, first minister, taoiseach, provost, warden, ' +
    'chairman:m|chairwoman:f|chairperson|chair=chairman, general secretary, secretary general, sheriff, chief minister, chief medical officer, chief inspector of prisons',
);
add(
  'portfolio',
  'minister, director, commissioner, chief, head, manager, coach, captain, ambassador, envoy, bishop, principal, dean, curator, secretary, ombudsman, rector, ' +
    'conductor, editor, prosecutor, emir, king:m|queen:f=monarch, leader, boss, coroner, administrator',
);
add(
  'many',
  'spokesman:m|spokeswoman:f|spokesperson=spokesperson, senator|sen=senator, congressman:m|congresswoman:f=member of congress, councilman:m|councilwoman:f=council member, ' +
    'councillor|councilor|councilmember=councillor, mp, alderman:m|alderwoman:f=alderman, assemblyman:m|assemblywoman:f=assembly member, businessman:m|businesswoman:f=business owner, ' +
    'policeman:m|policewoman:f=police officer, judge, professor|prof=professor, doctor|dr=doctor, officer, analyst, lawyer, detective, sergeant|sgt=sergeant, inspector, ' +
    'vice president, vice-president, neurologist, economist, representative|rep=representative, justice, general|gen=general, colonel|col=colonel, lieutenant|lt=lieutenant, captain|capt=captain, rev|reverend=reverend',
);
add('many', 'mr:m, mrs:f|ms:f|miss:f=ms, mx, sir:m|dame:f=sir, lord:m|lady:f=lord, prince:m|princess:f=prince', true);

/** Words that an office may end with. */
export const OFFICE_WORDS = watchFor(() => LAST_WORDS);

const LONGEST = 4;

/** The office whose words end at `words[end]` (inclusive), the longest that there is, and the index of its first word. */
export function officeEndingAt(
  words: readonly { readonly lower: string }[],
  end: number,
): { readonly office: Office; readonly first: number } | undefined {
  if (!LAST_WORDS.has(withoutStop(words[end].lower))) return undefined;
  for (let first = Math.max(0, end - LONGEST + 1); first <= end; first++) {
    let text = words[first].lower;
    for (let i = first + 1; i <= end; i++) text += ` ${words[i].lower}`;
    const office = OFFICES.get(withoutStop(text));
    if (office) return { office, first };
  }
  return undefined;
}

const withoutStop = (text: string): string => (text.endsWith('.') ? text.slice(0, -1) : text);

/** Words before an office that say that somebody does not, or not yet, or no longer hold it. */
export const NOT_IN_OFFICE =
  /^(?:former|ex|ex-.*|then|then-.*|late|past|previous|acting|interim|caretaker|outgoing|incoming|deputy|vice|vice-.*|assistant|associate|junior|shadow|would-be|aspiring|future|next|one-time|onetime|sometime|co|co-.*|under|sub|honorary|emeritus|retired|rival|fellow|first|second|third|both|two|candidate|nominee|.*-elect|.*-designate|.*-in-waiting|senior|another|other|self-styled|self-proclaimed)$/;

/** The same, after it: "mayor-elect", "the president-designate", "emeritus". */
export const NOT_YET = /^(?:elect|designate|emeritus|candidate|hopeful|nominee|apparent)$|-(?:elect|designate)$/;
