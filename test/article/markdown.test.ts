import assert from 'node:assert/strict';
import { readBlocks } from '../../src/article/blocks';
import { readProse } from '../../src/article/prose';
import { zonesOf } from './zones';

function zones(...lines: string[]): string[] {
  return zonesOf(lines.join('\n'), 'markdown');
}

/** The words of the first paragraph of copy, parted by spaces. */
function words(text: string): string {
  const [{ start, end, markup }] = readBlocks(text, 'markdown');
  return readProse(text.slice(start, end), markup)
    .words.map((word) => word.text)
    .join(' ');
}

describe('Markdown', () => {
  it('has headline, body and subheads', () => {
    assert.deepEqual(zones('# The *44* is late', '', 'It was.', '', 'Why', '---', '', 'Nobody knows.'), [
      'headline: The 44 is late',
      'body: It was.',
      'subhead: Why',
      'body: Nobody knows.',
    ]);
  });

  it('takes no mark out of an address, whatever words stand around it', () => {
    const copy = 'See the *page* at www.tarn.example/a*b*c, ask desk_of_night_@tarn.example or call';
    assert.deepEqual(zones(copy), [`body: ${copy.replace('*page*', 'page')}`]);
  });

  it('has a head above the copy', () => {
    const copy = 'TARN (AP) — The bus was late again, and nobody at the depot would say a word about it.';
    assert.deepEqual(zones('# The 44 is late', '', '*By Ana Ruiz*', '', copy, '', '(Reporting by Ana Ruiz)'), [
      'headline: The 44 is late',
      'byline: By Ana Ruiz',
      `body: ${copy.replace('— ', '— | ')}`,
      'footer: (Reporting by Ana Ruiz)',
    ]);
  });

  it('takes the headline from front matter where no heading has it', () => {
    const matter = ['---', 'tags: [bus]', 'title: "The 44 is late"', '---', ''];
    assert.deepEqual(zones(...matter, 'It was.', '', '## Why'), [
      'front-matter:',
      'headline: The 44 is late',
      'front-matter:',
      'body: It was.',
      'subhead: Why',
    ]);
    assert.deepEqual(zones(...matter, '# It is late', '', 'It was.'), [
      'front-matter:',
      'headline: It is late',
      'body: It was.',
    ]);
  });

  it('knows front matter between plus signs', () => {
    assert.deepEqual(zones('+++', "title = 'Late'", '+++', 'It was.'), [
      'front-matter:',
      'headline: Late',
      'front-matter:',
      'body: It was.',
    ]);
  });

  it('takes a rule at the start that nothing closes for a rule', () => {
    assert.deepEqual(zones('---', '', 'It was.'), ['body: It was.']);
  });

  it('keeps code and comments silent', () => {
    assert.deepEqual(zones('It was.', '', '```', '"x"', '```', '', '    "y"', '', '<!-- "z" -->'), [
      'body: It was.',
      'code:',
      'code:',
      'comment:',
    ]);
  });

  it('has block quotes, in each other too', () => {
    assert.deepEqual(zones('> It was late,', 'he wrote.', '>', '> > Was it?', '>', '> - It was.'), [
      '> block-quote: It was late, he wrote.',
      '> > block-quote: Was it?',
      '> block-quote: It was.',
    ]);
  });

  it('has lists and tables', () => {
    assert.deepEqual(
      zones('- The *44*', '- [x] The 45', '', '1. One', '', '| Who | What |', '|---|---|', '| Ana | “No” |'),
      ['list: The 44', 'list: The 45', 'list: One', 'table: Who', 'table: What', 'table: Ana', 'table: “No”'],
    );
  });

  it('has captions: what a picture shows, and the emphasised line below it', () => {
    assert.deepEqual(
      zones(
        '![An empty stop](a.jpg "t")',
        '*The stop. Photo: Olu Brand*',
        '',
        '[![A bus](b.jpg)](/b)',
        '',
        '*The bus*',
        '',
        'It was.',
      ),
      [
        'caption: An empty stop',
        'caption: The stop. Photo: Olu Brand',
        'caption: A bus',
        'caption: The bus',
        'body: It was.',
      ],
    );
  });

  it('has footnotes', () => {
    assert.deepEqual(zones('It was.[^1]', '', '[^1]: So *they* say.', '[^b]: Ibid.'), [
      'body: It was.',
      'footnote: So they say.',
      'footnote: Ibid.',
    ]);
  });

  it('leaves definitions of links out', () => {
    assert.deepEqual(zones('It [was][1].', '', '[1]: https://a.example "“Was”"'), ['body: It was.']);
  });

  it('reads HTML between the paragraphs', () => {
    assert.deepEqual(
      zones('It was.', '', '<figure><img src="a.jpg"><figcaption>The <b>stop</b></figcaption></figure>', '', 'It is.'),
      ['body: It was.', 'caption: The stop', 'body: It is.'],
    );
  });

  it('leaves shortcodes and templates out', () => {
    assert.deepEqual(
      zones('{{< figure caption="“Late”" >}}', '', 'It {% ref "x" %}was{{ y }}. {.lead}', '', '## Why {#why}'),
      ['body: It was.', 'subhead: Why'],
    );
  });

  const copy: readonly (readonly [name: string, text: string, words: string])[] = [
    ['emphasis', 'the *very* __late__ 4*4*', 'the very late 4 4'],
    [
      'links',
      'a [notice](https://a.example "t") and [one][1] and <https://b.example>',
      'a notice and one and https://b.example',
    ],
    ['code', 'says `"late"` here', 'says here'],
    ['references', '&ldquo;It&rsquo;s AT&amp;T&rdquo; &#8212; &eacute;t&eacute;&nbsp;s', '“ It ’s AT&T ” — été s'],
    ['escapes', '\\"late\\" \\*', '" late " *'],
    ['HTML in a line', 'the <b class="x">late</b><br>bus <!-- no -->', 'the late bus'],
    ['struck text', 'the ~~late~~ bus', 'the bus'],
    ['line ends', 'late  \nbus\\\nstop', 'late bus stop'],
  ];
  for (const [name, text, expected] of copy) it(`reads past ${name}`, () => assert.equal(words(text), expected));

  it('points into the source', () => {
    const text = 'The *late* [bus](x) &amp; tram';
    const [{ start, end, markup }] = readBlocks(text, 'markdown');
    assert.deepEqual(
      readProse(text.slice(start, end), markup).words.map((word) => text.slice(word.start, word.end)),
      ['The', 'late', 'bus', '&amp;', 'tram'],
    );
  });
});
