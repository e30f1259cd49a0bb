import assert from 'node:assert/strict';
import type { IGrammar } from 'vscode-textmate';
import { coloured, grammarOf } from './colours';

/** A text as it should come out: the same with ‹q …›, ‹c …› and ‹a …› around what is coloured. */
function shows(grammar: () => IGrammar, expected: string): void {
  it(expected.replaceAll('\n', ' ⏎ '), () => {
    assert.equal(coloured(grammar(), expected.replace(/‹[qca] |›/g, '')), expected);
  });
}

describe('the colours of plain text', () => {
  let grammar: IGrammar;
  before(async () => {
    grammar = await grammarOf('text.plain');
  });

  describe('quotations', () => {
    const lines = [
      '‹q "It fell,"› Ada Lund ‹c said›, ‹q "and nobody heard it."›',
      '‹q “It fell,”› ‹c said› Lund. ‹q “Twice.”›',
      'The board called it ‹q “a lesson”› in 1998.',
      '‹q „Es fiel“›, ‹q «Il est tombé»› and ‹q 「落ちた」›',
      "‹q ``It fell,''› she ‹c said›.",
      '‹q “You heard me.›\n‹q “You all did.”›',
      'A 27" screen, 6\'2" tall, and ‹q "a 5\'1" door"› in it',
      '(‹q "twice"›)—‹q "thrice"›',
    ];
    for (const line of lines) shows(() => grammar, line);
  });

  describe('single marks', () => {
    const lines = [
      '‹q ‘It fell,’› Lund ‹c says›. ‹q ‘Don’t ask.’›',
      '‹q ‘The landlords’ dogs were asleep,’› it ‹c said›.',
      "‹q 'It fell,'› Lund ‹c says›. ‹q 'Don't ask.'›",
      "‹q 'The dogs' bowl was full,'› she ‹c said›.",
      "She’s the dogs’ friend, and it’s O'Neil's; the '90s, rock 'n' roll, rock ’n’ roll and ’twas.",
      "The bowl of the dogs' owner and the cats' owner",
      "'Tis the season of the dogs' bowls.",
      "It fell in '08 and 'em dogs' owners ran",
    ];
    for (const line of lines) shows(() => grammar, line);
  });

  describe('cues', () => {
    const lines = [
      '‹c According to› the board, it fell.',
      'Lund ‹c added› that it fell, and ‹c added›: ‹q “Twice.”›',
      'The board added 300 jobs and reported a loss.',
      '‹q “It fell,”› Ada Lund of the board ‹c added›.',
      '‹q “It fell,”› ‹c added› Lund.',
      'Aforesaid saidness was not wellsaid-so.',
    ];
    for (const line of lines) shows(() => grammar, line);
  });

  describe('agencies', () => {
    const lines = [
      '‹c According to› ‹a Reuters›, it fell; ‹a AFP› and ‹a Interfax-Ukraine› too.',
      'TARN (‹a AP›) — It fell, she ‹c told› the ‹a AP›.',
      'AP classes, a PA in Ohio, the spa and the beta fell.',
      'The ‹a Associated Press› of the day',
      '==‹a Kyodo›',
      'the reuters of the AFPs',
    ];
    for (const line of lines) shows(() => grammar, line);
  });

  it('nothing within somebody’s words but the quotation', () => {
    const line = '‹q “Reuters said so, according to AFP,”› she ‹c said›.';
    assert.equal(coloured(grammar, line.replace(/‹[qca] |›/g, '')), line);
  });

  it('have scopes that every theme knows', () => {
    const { tokens } = grammar.tokenizeLine('“No,” said AFP', null);
    const scopes = tokens.map((token) => token.scopes.slice(1).map((scope) => scope.replace('.according-to', '')));
    assert.deepEqual(scopes, [
      ['string.quoted.double.quotation', 'punctuation.definition.string.begin'],
      ['string.quoted.double.quotation'],
      ['string.quoted.double.quotation', 'punctuation.definition.string.end'],
      [],
      ['keyword.other.cue'],
      [],
      ['entity.name.type.agency'],
    ]);
  });

  it('carry nothing over to the next line', () => {
    assert.equal(coloured(grammar, '"It fell\nand it fell'), '‹q "It fell›\nand it fell');
  });
});

describe('the colours of Markdown', () => {
  let grammar: IGrammar;
  before(async () => {
    grammar = await grammarOf('text.html.markdown');
  });

  const lines = [
    '---\ntitle: "It said"\n---\n‹q “It fell,”› she ‹c said›.',
    '```\n"AFP said"\n```\n‹q "It fell"›',
    'The string `"AFP said"` is real.',
    'See [the “said” page](https://a.example/“said”) of ‹a AFP›.',
    '‹q “It **fell** at [noon](x),”› she ‹c said›.',
  ];
  for (const line of lines) shows(() => grammar, line);

  it('leave the emphasis within a quotation', () => {
    const { tokens } = grammar.tokenizeLine('“It **fell**”', null);
    assert.ok(tokens[2].scopes.includes('markup.bold.markdown') && tokens[2].scopes.length > 2);
  });
});

describe('the colours of HTML', () => {
  let grammar: IGrammar;
  before(async () => {
    grammar = await grammarOf('text.html.basic');
  });

  const lines = [
    '<p class="AFP said">‹q “It <em class="x">fell</em>,”› she ‹c said›.</p>',
    '<!-- “It fell,” AFP said -->',
    '<p>‹q &ldquo;It&rsquo;s <b>AFP</b>,&rdquo;› she ‹c said›. ‹q &#8220;So›</p> ‹q &lsquo;It&rsquo;s so,&rsquo;› she',
  ];
  for (const line of lines) shows(() => grammar, line);
});

describe('a very long line', () => {
  const hard = [
    '“',
    '‘',
    "'",
    '"',
    "'a ",
    ' ‘a',
    "s' ",
    '‘s’ ',
    '," a b c d ',
    'said ',
    'AFP ',
    '``',
    '(AP ',
    'a.b,” ',
    ' "a',
  ];
  for (const part of hard)
    it(`is coloured to its end: ${part}`, async () => {
      const grammar = await grammarOf('text.plain');
      const line = part.repeat(Math.ceil(50_000 / part.length));
      assert.ok((grammar.tokenizeLine(line, null).tokens.at(-1)?.endIndex ?? 0) >= line.length);
    });
});
