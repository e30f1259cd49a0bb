// Writes src/language/lexicon.json from the word lists of compromise (MIT): npm run lexicon
// The lists are data at run time, without compromise's 300 KB of code and 200 ms of loading.
import nlp from 'compromise';
import { writeFileSync } from 'node:fs';

const lexicon = nlp.model().one.lexicon;
const tags = {
  female: ['FemaleName'],
  male: ['MaleName'],
  firstName: ['FirstName'],
  place: ['Country', 'City', 'Region', 'Place'],
  demonym: ['Demonym'],
  actor: ['Actor'],
  organisation: ['Organization', 'SportsTeam'],
  past: ['PastTense', 'Participle'],
  present: ['PresentTense'],
  infinitive: ['Infinitive'],
  adjective: ['Adjective'],
};
const out = {};
for (const [name, wanted] of Object.entries(tags))
  out[name] = Object.entries(lexicon)
    .filter(([word, found]) => [found].flat().some((tag) => wanted.includes(tag)) && /^[\p{L}' -]+$/u.test(word))
    .map(([word]) => word)
    .sort()
    .join('|');

/** Verbs that may have irregular forms; the forms are compromise's: base, past, participle where it differs. */
const verbs =
  'bear beat become begin bend bet bid bind bite bleed blow break bring build burst buy cast catch choose cling come cost creep cut deal dig draw ' +
  'drink drive eat fall feed feel fight find flee fling fly forbid foresee forget forgive freeze get give go grind grow hang hear hide hit hold hurt ' +
  'keep know lay lead leave lend let lie lose make mean meet pay put quit read rend ride ring rise run say see seek sell send set shake shed shine ' +
  'shoot shrink shut sing sink sit slide sling speak speed spend spin spit split spread spring stand steal stick sting stink stride strike string ' +
  'strive swear sweep swim swing take teach tear tell think throw thrust tread understand wake wear weave weep win wind withdraw withhold wring write';
const { conjugate } = nlp.methods().two.transform.verb;
out.irregular = verbs
  .split(' ')
  .map((verb) => {
    const { PastTense: past, Participle: participle } = conjugate(verb, nlp.model());
    return [verb, past, ...(participle && participle !== past ? [participle] : [])].join(' ');
  })
  .filter((forms) => !/^(\S+?)e? \1ed$/.test(forms))
  .join('|');
writeFileSync(new URL('../src/language/lexicon.json', import.meta.url), `${JSON.stringify(out, null, 1)}\n`);
