import type { Agency, AgencyMention } from '../../agencies/agency';
import type { Analysis } from '../../analysis';
import type { Paragraph } from '../../article/article';
import { lowerBound } from '../../article/span';

const NONE: readonly never[] = [];

/** The agencies that a paragraph names, in order. */
export function agenciesIn({ agencies }: Analysis, { index }: Paragraph): readonly AgencyMention[] {
  const start = lowerBound(agencies, ({ paragraph }) => paragraph < index);
  let end = start;
  while (end < agencies.length && agencies[end].paragraph === index) end++;
  return end > start ? agencies.slice(start, end) : NONE;
}

/** Whether an agency is one of the publication's own, given by name or tag. */
export function isOwnAgency({ id, name, tags, aliases }: Agency, own: readonly string[]): boolean {
  return own.some((one) => `own:${one}` === id || one === name || tags.includes(one) || aliases.includes(one));
}

/** The name that says most: "Saudi Press Agency" for SPA. */
export function spelledOut({ name, tags, aliases, obsolete = {} }: Agency): string {
  return [name, ...aliases, ...tags].find((one) => one.includes(' ') && !(one in obsolete)) ?? name;
}

/** An agency's name with its tag, for a message: "Mehr News Agency (MNA)". */
export function nameWithTag(agency: Agency): string {
  const full = spelledOut(agency);
  const tag = agency.tags[0];
  return tag && tag !== full ? `${full} (${tag})` : full;
}
