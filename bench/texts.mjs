/**
 * Texts to measure on: article-like English made up from a seed, so that every run and every machine reads the same
 * words and no real copy is needed. Names, bodies and places are invented; agencies are named as copy names them.
 */

/** mulberry32: a small seeded generator, so that texts are the same on every machine. */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const FIRST =
  'Mara Ilse Tomas Oren Priya Dagny Luis Anke Femi Rowan Yusra Kaspar Nadia Piotr Selma Bram Ines Goran Thea Idris'.split(
    ' ',
  );
const LAST = (
  'Velden Okonjwe Harrowgate Lindqvarn Tereshin Abadowi Costelmar Brandwyke Ishimora Quennell Varga Dunmorrow ' +
  'Petrescal Hollins Marwan Eskelund Farrington Zabelin Norquay Ottermann'
).split(' ');
const ROLES = [
  'Foreign Minister',
  'council leader',
  'Health Secretary',
  'police spokeswoman',
  'chief executive',
  'deputy mayor',
  'union president',
  'Interior Minister',
  'harbour master',
  'ministry spokesman',
  'professor of economics',
  'Senator',
];
const BODIES = [
  'the Transport Ministry',
  'Norvane Energy',
  'the Central Bank of Ardovia',
  'the Harbour Workers Union',
  'the High Court',
  'Kestrel Airways',
  'the Election Commission',
  'the Port Authority',
  'the opposition Reform Party',
  'Lumen Foods Inc.',
];
const PLACES = [
  'Ardovia',
  'Port Selwyn',
  'Brennick',
  'the Tarn valley',
  'Kasmere',
  'Halden',
  'New Orsk',
  'the northern district',
];
const AGENCIES = [
  'Reuters',
  'AFP',
  'the Associated Press',
  'Interfax',
  'dpa',
  'Xinhua',
  'the state news agency',
  'Bloomberg',
];
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const CUES = [
  'said',
  'said',
  'said',
  'said',
  'told reporters',
  'added',
  'noted',
  'warned',
  'insisted',
  'explained',
  'argued',
  'acknowledged',
];
const INVERTED = ['said', 'said', 'said', 'added', 'explained', 'warned', 'argued'];
const VENUES = [
  'in a statement',
  'at a news conference',
  'by telephone',
  'in a televised address',
  'on the sidelines of the summit',
  'on Twitter',
  '',
];
const SUBJECTS = [
  'the talks',
  'the bridge over the Tarn',
  'the new harbour',
  'the inquiry',
  'the last budget',
  'the court',
  'the ferry',
  'the water supply',
  'most of the schools',
  'the night train',
  'the hospital in Kasmere',
  'the ceasefire',
  'the price of bread',
  'the second reactor',
  'the vaccine',
  'the strike',
  'the old town hall',
  'the pipeline',
  'the census',
  'the wage offer',
  'the coalition',
  'the harvest',
  'the border crossing',
  'the airport tram',
  'the rescue fund',
  'the archive',
  'the fishing fleet',
  'the trial',
];
const PREDICATES = [
  'would resume',
  'had been delayed again',
  'could cost twice as much',
  'was never meant to last',
  'may close for good',
  'will need more time',
  'had failed its first test',
  'is safe',
  'was running at half its capacity',
  'should be handed to the city',
  'had the support of both chambers',
  'did not meet the standard',
  'would go ahead as planned',
  'must be explained to the public',
  'was worth the money',
  'has changed the way people live',
  'cannot go on like this',
  'was paid for by the residents',
  'had nothing to do with the fire',
  'needs a full review',
  'would be ready by spring',
  'was being watched closely',
  'is a matter for the courts',
  'had come as a surprise',
];
const ADJUNCTS = [
  'before the end of the month',
  'after the storm',
  'because of a dispute over land',
  'without the consent of the regions',
  'for the third year running',
  'despite repeated warnings',
  'if the two sides agree',
  'in spite of the sanctions',
  'until the report is published',
  'as long as the weather holds',
  'with money from the regional fund',
  'at a time of rising rents',
  'when the new law comes into force',
  'under an agreement signed in 2014',
  'unless parliament steps in',
  'since the election',
  'in the eyes of many voters',
  '',
  '',
  '',
];
const OPENERS = [
  'I think',
  'We know that',
  'Nobody told us that',
  'It is clear that',
  'People here say',
  'I do not believe',
  'Let me repeat that',
  'You will see that',
  'Of course',
  'We can\u2019t pretend',
  '',
  '',
  '',
];
const TAILS = [
  'and we will say so in parliament',
  'but there are limits to what a town of this size can pay',
  'because the alternative is worse',
  'even if it takes another winter',
  'and that is what the voters asked for',
  'although some questions remain open',
];
const FRAGMENTS = [
  'a step backwards',
  'unacceptable',
  'deeply worrying',
  'a very good sign',
  'entirely political',
  'business as usual',
  'the wrong signal',
];
const FACTS = [
  (n) =>
    `The vote was postponed ${n(2, 9)} times last year after a dispute over ${n(20, 900)} names on the electoral roll.`,
  (n) =>
    `Work on the tunnel began in ${n(1980, 2015)} and has cost $${n(2, 9)}.${n(1, 9)} billion so far, nearly twice the first estimate.`,
  (n) =>
    `Shares in the company closed ${n(1, 9)}.${n(0, 9)} percent lower at ${n(10, 99)}.${n(10, 99)} crowns, their weakest level since March.`,
  (n) => `The two countries share a border of ${n(80, 990)} kilometres, most of it mountainous and hard to patrol.`,
  (n) =>
    `Rescue teams searched ${n(12, 140)} houses until nightfall, helped by volunteers from ${n(3, 19)} nearby villages.`,
  (n) =>
    `About ${n(12, 80)} percent of households in the region heat with coal, according to the census of ${n(1990, 2018)}.`,
  (n) =>
    `The law, which comes into force on Jan. ${n(1, 31)}, bans the sale of ${n(3, 60)} kinds of single-use packaging.`,
  (n) =>
    `Mr. Fenwright, who took office in ${n(1998, 2018)}, had promised a quick decision on the airport\u2019s ${n(2, 5)} runways.`,
  (n) => `Schools and shops stayed shut for ${n(2, 20)} days, and trams ran only every ${n(15, 55)} minutes.`,
  (n) => `The court is expected to publish its reasons within ${n(10, 90)} days of Dec. ${n(1, 31)}.`,
];

/** The next invented article: paragraphs of prose, about `words` words of them. `open`/`close` are its quotation marks. */
export function article(words, seed = 1) {
  const next = random(seed);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const curly = next() < 0.6;
  const [open, close] = curly ? ['\u201c', '\u201d'] : ['"', '"'];
  const quote = (text) => open + text + close;
  const cast = Array.from({ length: 3 + Math.floor(next() * 5) }, () => ({
    first: pick(FIRST),
    last: pick(LAST),
    role: pick(ROLES),
    met: false,
  }));
  const say = () =>
    `${pick(CUES)}${next() < 0.4 ? ` ${pick(VENUES)}` : ''}${next() < 0.3 ? ` on ${pick(DAYS)}` : ''}`
      .replace(/ {2,}/g, ' ')
      .trimEnd();
  const person = () => {
    const who = pick(cast);
    if (!who.met) {
      who.met = true;
      return next() < 0.5
        ? `${who.role[0].toUpperCase()}${who.role.slice(1)} ${who.first} ${who.last}`
        : `${who.first} ${who.last}, the ${who.role},`;
    }
    const way = next();
    return way < 0.6 ? who.last : way < 0.75 ? 'she' : way < 0.9 ? 'he' : `the ${who.role}`;
  };
  const source = () => (next() < 0.75 ? person() : pick(BODIES));
  const named = () => {
    const who = source();
    return who === 'he' || who === 'she' ? pick(cast).last : who;
  };
  const upper = (text) => text[0].toUpperCase() + text.slice(1);
  const number = (from, to) => from + Math.floor(next() * (to - from + 1));
  const fact = () => pick(FACTS)(number);
  const claim = () => `${pick(SUBJECTS)} ${pick(PREDICATES)} ${pick(ADJUNCTS)}`.trimEnd();
  const clause = () => upper(`${pick(OPENERS)} ${claim()}`.trimStart());
  const thought = () => (next() < 0.4 ? `${clause()}, ${pick(TAILS)}` : clause());
  const noComma = (text) => text.replace(/,$/, '');
  const sentences = [
    () => `${quote(`${thought()},`)} ${noComma(source())} ${say()}.`,
    () => `${quote(`${thought()},`)} ${pick(INVERTED)} ${noComma(named())}. ${quote(`${thought()}.`)}`,
    () => `${quote(`${clause()},`)} ${source()} said, ${quote(`${pick(TAILS)}.`)}`,
    () => `${upper(source())} ${say()} that ${claim()}.`,
    () => `${upper(source())} called the move ${quote(pick(FRAGMENTS))} and said ${claim()}.`,
    () => `According to ${pick(BODIES)}, ${claim()}.`,
    () => `${upper(claim())}, ${pick(AGENCIES)} reported on ${pick(DAYS)}, citing ${pick(BODIES)}.`,
    () => `${upper(source())} told ${pick(AGENCIES)}: ${quote(`${thought()}.`)}`,
    () => `A man in ${pick(PLACES)} was reportedly arrested after ${number(2, 40)} protests.`,
    fact,
    fact,
    fact,
  ];
  const paragraphs = [
    `${pick(['BRENNICK', 'PORT SELWYN', 'KASMERE'])}, ${pick(['March', 'June', 'October'])} ${1 + Math.floor(next() * 28)} (${pick(['Reuters', 'AFP', 'AP'])}) \u2013 ${fact()}`,
  ];
  let count = wordsIn(paragraphs[0]);
  while (count < words) {
    const parts = [];
    const length = 1 + Math.floor(next() * 4);
    for (let i = 0; i < length; i++) parts.push(pick(sentences)());
    const paragraph = parts.join(' ');
    paragraphs.push(paragraph);
    count += wordsIn(paragraph);
  }
  return paragraphs;
}

/**
 * A long text in the way a long read is one: about 900 words a section, each with its own people. Plain text, paragraphs
 * parted by an empty line.
 */
export function plain(words, seed = 1) {
  return sections(words, seed)
    .map((section) => section.join('\n\n'))
    .join('\n\n');
}

/** The same in Markdown: headings, emphasis, links, lists and block quotations among the paragraphs. */
export function markdown(words, seed = 1) {
  const next = random(seed + 7);
  return sections(words, seed)
    .map((section, at) => {
      const blocks = section.map((paragraph) => {
        const way = next();
        if (way < 0.08) return `> ${paragraph}`;
        if (way < 0.16)
          return paragraph
            .split('. ')
            .map((sentence) => `- ${sentence}`)
            .join('\n');
        if (way < 0.3) return paragraph.replace(/ (\w+) (\w+) /, ' **$1** *$2* ');
        if (way < 0.4) return paragraph.replace(/ (\w+ \w+)/, ' [$1](https://news.example/a/1 "title")');
        return paragraph;
      });
      return [`## Section ${at + 1}`, ...blocks].join('\n\n');
    })
    .join('\n\n');
}

/** Words as blanks part them. */
export function wordsIn(text) {
  return text.match(/\S+/g)?.length ?? 0;
}

function sections(words, seed) {
  const out = [];
  for (let count = 0, at = 0; count < words; at++) {
    const section = article(Math.min(900, words - count), seed + at * 101);
    out.push(section);
    for (const paragraph of section) count += wordsIn(paragraph);
  }
  return out;
}

/** Texts that break analysers, each with a size that can be doubled to see how the time grows. */
export const PATHOLOGICAL = {
  'unclosed marks on one line': { size: 3000, make: (n) => 'a "b '.repeat(n) },
  'opening curly marks on one line': { size: 3000, make: (n) => '\u201cit was '.repeat(n) },
  'one paragraph, words': { size: 100_000, make: (n) => plain(n, 3).replace(/\n+/g, ' ') },
  'nested marks, deep': {
    size: 3000,
    make: (n) => '\u201c\u2018'.repeat(n / 2) + 'said' + '\u2019\u201d'.repeat(n / 2),
  },
  'nested brackets, deep': { size: 20_000, make: (n) => '('.repeat(n) + ' he said ' + ')'.repeat(n) },
  'nested square brackets (Markdown)': {
    size: 5000,
    format: 'markdown',
    make: (n) => '['.repeat(n) + 'x' + ']'.repeat(n),
  },
  'nested block quotations (Markdown)': {
    size: 2000,
    format: 'markdown',
    make: (n) => '>'.repeat(n) + ' \u201cWe will,\u201d she said.',
  },
  'asterisks (Markdown)': { size: 20_000, format: 'markdown', make: (n) => '*a **b '.repeat(n / 2) },
  'nested elements (HTML)': {
    size: 5000,
    format: 'html',
    make: (n) => '<div>'.repeat(n) + 'She said so.' + '</div>'.repeat(n),
  },
  'one word, letters': { size: 1_000_000, make: (n) => 'a'.repeat(n) },
  'one run of capitals, words': { size: 20_000, make: (n) => 'Alder Birch '.repeat(n / 2) },
  'cues only, words': { size: 20_000, make: (n) => 'said '.repeat(n) },
  commas: { size: 50_000, make: (n) => 'he, '.repeat(n) },
  'empty lines': { size: 200_000, make: (n) => '\n'.repeat(n) },
};
