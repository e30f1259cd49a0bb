import { maySubhead } from './headline';
import { zoneOfLine } from './lines';
import type { Zone } from './article';
import { turnOf, type Turn } from './transcript';

/** The words of a paragraph as a reader sees them, and what they say by themselves of the zone that they stand in. */
export interface Seen {
  readonly text: string;
  /** The zone that the words show wherever they stand, or the format says; undefined for what may be copy. */
  readonly zone: Zone | undefined;
  /** Of what may be copy: the turn of a conversation that it begins as. */
  readonly turn: Turn | undefined;
  /** "Reporting by …": copy ends here. */
  readonly beginsFoot: boolean;
  /** Of what may be copy: whether it may be a subhead, if copy follows. */
  readonly maySubhead: boolean;
}

/** Reads them once for as long as the value lives; `told` is the zone where the format says it. */
export function seen(text: string, told?: Zone): Seen {
  const zone = told ?? zoneOfLine(text);
  const isOpen = zone === undefined;
  return {
    text,
    zone,
    turn: isOpen ? turnOf(text) : undefined,
    beginsFoot: /^\(?(?:reporting|writing|editing) by /i.test(text),
    maySubhead: isOpen && maySubhead(text),
  };
}
