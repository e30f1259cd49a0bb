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
writeFileSync(new URL('../src/language/lexicon.json', import.meta.url), `${JSON.stringify(out, null, 1)}\n`);
