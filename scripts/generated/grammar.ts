import { agencies as list } from '../../src/agencies/agencies.json';

/** Cues that are hardly anything else. */
const SURE = words(
  'said says saying told tells tweeted retweeted replied replies insisted insists asserted asserts conceded concedes ' +
    'acknowledged acknowledges remarked remarks quipped quips exclaimed exclaims reiterated alleged alleges claimed claims ' +
    'warned warns argued argues stated announced announces denied denies testified contended contends admitted admits',
);
/** Cues that are other things too: they count beside a quotation mark, before "that", or after a quotation. */
const BESIDE = words(
  'added adds asked asks wrote writes noted notes recalled recalls explained explains continued declared declares joked ' +
    'commented concluded responded posted shouted suggested suggests stressed observed observes called calls predicted ' +
    'agreed complained grinned laughed sighed shrugged smiled reported reports answered repeated went put reads read revealed',
);

function words(text: string): string {
  return text.split(' ').join('|');
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

function alternation(names: readonly string[]): string {
  return [...new Set(names)]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map(escaped)
    .join('|');
}

const SCOPE = 'according-to';
const AGENCY = `entity.name.type.agency.${SCOPE}`;
const CUE = `keyword.other.cue.${SCOPE}`;
/** Not in a word, not before one that is hyphenated to it. */
const ALONE = '(?![\\p{L}\\p{N}]|-\\p{L})';
const NOT_IN_WORD = '(?<![\\p{L}\\p{N}-])';
const OPENER_BEFORE = '(?<![^\\s(\\[{—–―>*_“"‘])';

/** Names that mean nothing but the agency; tags that are words as well count in citations alone. */
const anywhere = alternation(
  list.flatMap(({ name, tags, matching, aliases }) =>
    [name, ...aliases.filter((alias) => alias.includes(' ')), ...(matching === 'context' ? [] : tags)].filter(
      isDistinct,
    ),
  ),
);
const cited = alternation(list.flatMap(({ tags, matching }) => (matching === 'context' ? tags : [])));

/** Of one word, a name has to be a tag or hold an inner capital: "Beta" and "Petra" are no agencies by themselves. */
function isDistinct(name: string, i: number): boolean {
  return i > 0 || name.includes(' ') || /\p{L}\p{Lu}/u.test(name) || /^(?:Reuters|Bernama|Kyodo)/.test(name);
}

const marks = (side: 'begin' | 'end') => ({ 0: { name: `punctuation.definition.string.${side}.${SCOPE}` } });

function quotation(kind: 'double' | 'single' | 'other', begin: string, end: string, inside: readonly string[]) {
  return {
    name: `string.quoted.${kind}.quotation.${SCOPE}`,
    begin,
    beginCaptures: marks('begin'),
    // a quotation that goes on in the next paragraph opens again there
    end: `${end}|$`,
    endCaptures: marks('end'),
    patterns: inside.map((include) => ({ include })),
  };
}

/** What begins with an apostrophe and no quotation: '90s, 'n', 'tis. */
const CLIPPED = '(?!\\d|(?i:n|tis|twas|em|til|till|cause|cos|round|bout|ere|un)(?![\\p{L}]))';

/** A closing single mark: none within a word; after an s none where a surer one follows ("the dogs' bowl is full,' he"). */
function closing(mark: string): string {
  return (
    `(?<![\\p{L}\\p{N}\\s])${mark}(?![\\p{L}\\p{N}])|(?<=[^\\sSs])${mark}(?![\\p{L}\\p{N}])|` +
    `(?<=[Ss])${mark}(?=[.,;:!?)\\]—–]|$)|(?<=[Ss])${mark}(?![\\p{L}\\p{N}])(?![^${mark}‘]{0,200}[,.!?…]${mark})`
  );
}

type Format = 'plain' | 'markdown' | 'html';

/** Quotation marks as character references: what opens and what closes. */
const REFERENCES = [
  ['&(?:ldquo|#8220|#[xX]201[cC]);', '&(?:rdquo|#8221|#[xX]201[dD]);|(?=</(?:p|li|td|div|blockquote|h\\d)\\b)'],
  [
    '(?<=^|[\\s(>])&(?:lsquo|#8216|#[xX]2018);',
    '&(?:rsquo|#8217|#[xX]2019);(?![\\p{L}\\p{N}])|(?=</(?:p|li|td|div|blockquote|h\\d)\\b)',
  ],
] as const;

/** The quotations of a format; `inside` are the rules of that format which go on within them. */
function quotations(inside: readonly string[], format: Format) {
  return {
    patterns: [
      quotation('double', '“(?=\\S)', '”', inside),
      ...(format === 'html' ? REFERENCES.map(([open, close]) => quotation('double', open, close, inside)) : []),
      quotation('double', '„(?=\\S)', '[“”]', inside),
      quotation('other', '«', '»', inside),
      quotation('other', '「', '」', inside),
      // a mark after a figure is inches; 5'1" closes nothing
      quotation('double', `${OPENER_BEFORE}"(?=[^\\s"])`, `(?<!'\\d)(?<!'\\d\\d)"`, inside),
      ...(format !== 'markdown' ? [quotation('double', '(?<!`)``(?=[^\\s`])', "''", inside)] : []),
      quotation('single', `${OPENER_BEFORE}‘(?=\\S)${CLIPPED}`, closing('’'), inside),
      quotation(
        'single',
        `${OPENER_BEFORE}'(?=\\p{L})${CLIPPED}(?=(?:[^'\\n]|(?<=\\p{L})'(?=\\p{L})){1,400}'(?![\\p{L}\\p{N}]))`,
        closing("'"),
        inside,
      ),
    ],
  };
}

const AFTER = '(?<=[,.?!…][”"’\'»])';

/** What stands before an agency that is cited; the alternatives of a look-behind. */
const CITING = [
  'according to',
  'According to',
  'told',
  'citing',
  'reported by',
  'quoted by',
  'via',
  'inputs from',
  'with',
]
  .flatMap((words) => [`${words} `, `${words} the `])
  .join('|');

const repository = {
  agency: {
    patterns: [
      { name: AGENCY, match: `${NOT_IN_WORD}(?:${anywhere})${ALONE}` },
      { match: `\\((${cited})\\)(?= ?[-–—_:])`, captures: { 1: { name: AGENCY } } },
      { name: AGENCY, match: `(?<=${CITING})(?:${cited})${ALONE}` },
      { match: `^ {0,3}(?:[-–—]{1,2}|==) ?(${cited}|${anywhere})\\.?$`, captures: { 1: { name: AGENCY } } },
    ],
  },
  cue: {
    patterns: [
      { name: CUE, match: '\\b(?i:according to)\\b' },
      { name: CUE, match: `${NOT_IN_WORD}(?i:${SURE})${ALONE}` },
      { name: CUE, match: `${NOT_IN_WORD}(?:${BESIDE})(?=,? that\\b|[,:]? ["“‘«„]|: |,? [‘'](?=\\p{L}))` },
      { name: CUE, match: `(?<=[,.?!…][”"’'»] )(?:${BESIDE})${ALONE}` },
      {
        match: `${AFTER}((?: [\\p{L}.’'-]{1,30}){1,5}?) (${BESIDE})${ALONE}`,
        captures: { 1: { patterns: [{ include: '#agency' }] }, 2: { name: CUE } },
      },
    ],
  },
};

const MAIN = 'text.according-to.injection';

/** Where no copy stands: code, front matter, links' targets, tags and their attributes. */
const NO_COPY = '-comment -source -meta.embedded';

function grammar(
  format: Format,
  name: string,
  scopeName: string,
  injectionSelector: string,
  inside: readonly string[],
) {
  const own = scopeName === MAIN;
  const shared = (key: string) => (own ? `#${key}` : `${MAIN}#${key}`);
  return {
    name,
    scopeName,
    injectionSelector,
    patterns: [{ include: '#quotations' }, { include: shared('agency') }, { include: shared('cue') }],
    repository: { quotations: quotations(inside, format), ...(own && repository) },
  };
}

/** The grammars by file name: what colours quotations, cues and agencies before anything has been analysed. */
export const grammars: Readonly<Record<string, object>> = {
  'according-to.injection.tmLanguage.json': grammar(
    'plain',
    'According To',
    MAIN,
    `L:text.plain -string ${NO_COPY}`,
    [],
  ),
  'according-to.markdown.tmLanguage.json': grammar(
    'markdown',
    'According To (Markdown)',
    'text.according-to.markdown',
    `L:text.html.markdown -string -markup.fenced_code -markup.raw -markup.inline.raw -markup.underline.link ` +
      `-meta.link.reference.def -meta.tag ${NO_COPY}`,
    ['text.html.markdown#inline'],
  ),
  'according-to.html.tmLanguage.json': grammar(
    'html',
    'According To (HTML)',
    'text.according-to.html',
    `L:text.html -text.html.markdown -string -meta.tag -punctuation.definition.tag -entity.name.tag ${NO_COPY}`,
    ['text.html.basic#core-minus-invalid'],
  ),
  // plain text has no grammar of its own in VS Code, and without one nothing can be injected
  'plaintext.tmLanguage.json': { name: 'Plain Text', scopeName: 'text.plain', patterns: [] },
};
