import { bodyStartOf } from './dateline';
import { maySubhead } from './headline';
import { zoneOfLine } from './lines';
import type { Zone } from './article';
import { turnOf, type Turn } from './transcript';

/**
 * The words of a paragraph as a reader sees them, and what they say by themselves of the zone that they stand in: each
 * asked once for as long as the value lives, which an edit elsewhere in the article does not end.
 */
export class Seen {
  #zone?: { readonly own: Zone | undefined };
  #turn?: { readonly own: Turn | undefined };
  #bodyStart?: number;
  #foot?: boolean;
  #subhead?: boolean;

  constructor(readonly text: string) {}

  /** The zone that the words show wherever they stand; undefined for what may be copy. */
  get zone(): Zone | undefined {
    return (this.#zone ??= { own: zoneOfLine(this.text) }).own;
  }

  /** The turn of a conversation that they begin as. */
  get turn(): Turn | undefined {
    return (this.#turn ??= { own: turnOf(this.text) }).own;
  }

  /** Where a dateline ends that does not open the body; 0 where there is none. */
  get bodyStart(): number {
    return (this.#bodyStart ??= bodyStartOf(this.text, false));
  }

  /** "Reporting by …": copy ends here. */
  get beginsFoot(): boolean {
    return (this.#foot ??= /^\(?(?:reporting|writing|editing) by /i.test(this.text));
  }

  /** Whether they may be a subhead, if copy follows. */
  get maySubhead(): boolean {
    return (this.#subhead ??= maySubhead(this.text));
  }
}
