import type { Paragraph } from '../article/article';
import type { Agency } from './agency';
import type { Sightings } from './sight';

/** What the article as a whole says: which agencies it names beyond doubt, which tags are people, which countries. */
export interface Known {
  readonly sure: ReadonlySet<string>;
  readonly people: ReadonlySet<string>;
  /** Agencies that the copy calls so and the list does not hold, by their initials. */
  readonly initials: ReadonlyMap<string, Agency>;
  readonly countries: ReadonlySet<string>;
  readonly datelineCountries: readonly string[];
}

/** `before` where it says the same. */
export function gather(
  sightings: readonly (Sightings | undefined)[],
  paragraphs: readonly Paragraph[],
  before: Known | undefined,
): Known {
  const sure = new Set<string>();
  const people = new Set<string>();
  const initials = new Map<string, Agency>();
  const countries = new Set<string>();
  let datelineCountries: readonly string[] = [];
  sightings.forEach((found, index) => {
    if (!found) return;
    const { names, countries: here } = found;
    for (const code of here) countries.add(code);
    for (const { form, citing, place, guard, shouted } of names) {
      if (guard === 'person') people.add(form.written);
      if (!form.words.length) initials.set(initialsOf(form.written), form.agencies[0]);
      if (place?.use === 'dateline' || (paragraphs[index].bodyStart > 0 && !datelineCountries.length))
        datelineCountries = here;
      if (guard || form.agencies.length > 1) continue;
      const [{ id, country, alsoA }] = form.agencies;
      if (form.full || citing.proof === 'agency' || place?.use === 'dateline') sure.add(id);
      if (sure.has(id) || (citing.proof === 'relay' && !shouted && (alsoA !== 'name' || !form.mixedCase)))
        countries.add(country);
    }
  });
  const known = { sure, people, initials, countries, datelineCountries };
  return before && isSameKnown(before, known) ? before : known;
}

/** Whether a paragraph, in two versions, says the same of the article as a whole. */
export function saysTheSame(a: Sightings | undefined, b: Sightings | undefined): boolean {
  const [names, others] = [a?.names ?? [], b?.names ?? []];
  const [here, there] = [a?.countries ?? [], b?.countries ?? []];
  return (
    names.length === others.length &&
    here.length === there.length &&
    here.every((code, i) => code === there[i]) &&
    names.every((one, i) => {
      const other = others[i];
      return (
        one.form === other.form &&
        one.guard === other.guard &&
        one.shouted === other.shouted &&
        one.citing.proof === other.citing.proof &&
        one.place?.use === other.place?.use
      );
    })
  );
}

function isSameKnown(a: Known, b: Known): boolean {
  const isSame = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
    one.size === other.size && [...one].every((item) => other.has(item));
  return (
    isSame(a.sure, b.sure) &&
    isSame(a.people, b.people) &&
    isSame(a.countries, b.countries) &&
    a.datelineCountries.join() === b.datelineCountries.join() &&
    a.initials.size === b.initials.size &&
    [...a.initials].every(([initials, agency]) => b.initials.get(initials) === agency)
  );
}

/** The capitals of an agency's name. */
const initialsOf = (name: string) => name.replace(/[^\p{Lu}]/gu, '');
