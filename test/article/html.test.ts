import assert from 'node:assert/strict';
import { readBlocks } from '../../src/article/blocks';
import { readProse } from '../../src/article/prose';
import { zonesOf } from './zones';

function zones(text: string): string[] {
  return zonesOf(text, 'html');
}

describe('HTML', () => {
  it('has its paragraphs between block elements', () => {
    assert.deepEqual(
      zones('<h1>Late</h1><div>It <b>was</b>.<p>So\nthey say<p>Twice.</div>And so.<br>On.<br><br>End.'),
      ['headline: Late', 'body: It was.', 'body: So they say', 'body: Twice.', 'body: And so.On.', 'body: End.'],
    );
  });

  it('has zones by its elements', () => {
    const page =
      '<!doctype html><html><head><title>Late | Ledger</title><style>a{}</style></head><body><nav>Home</nav>' +
      '<h1>Late</h1><h2>Why</h2><blockquote><p>It was.</p><blockquote>Was it?</blockquote></blockquote>' +
      '<figure><img alt="x"><figcaption>The stop</figcaption></figure><ul><li>One</ul>' +
      '<table><tr><td>A<td>B</table><pre>"x"</pre><script>"y"</script><footer>Contact</footer><!-- z --></body></html>';
    assert.deepEqual(zones(page), [
      'front-matter:',
      'headline: Late',
      'subhead: Why',
      '> block-quote: It was.',
      '> > block-quote: Was it?',
      'caption: The stop',
      'list: One',
      'table: A',
      'table: B',
      'code:',
      'footer: Contact',
      'comment:',
    ]);
  });

  it('has zones by the class names of content systems', () => {
    const classes = ['kicker', 'article-standfirst', 'byline', 'photo-credit', 'c-pullquote', 'editors-note'];
    assert.deepEqual(
      zones(classes.map((name) => `<div class="x ${name}">Of buses</div>`).join('\n')).map(
        (zone) => zone.split(':')[0],
      ),
      ['kicker', 'standfirst', 'byline', 'credit', 'pull-quote', 'note'],
    );
  });

  it('takes the title for the headline where no heading is', () => {
    assert.deepEqual(zones('<title>Late</title><p>It was.'), ['headline: Late', 'body: It was.']);
  });

  it('reads the rest as it reads plain text', () => {
    const copy = 'The bus was late again, and nobody at the depot would say a word about it.';
    assert.deepEqual(zones(`<h1>Late</h1><p>By Ana Ruiz</p><p><b>TARN</b> (AP) &mdash; ${copy}</p><p>(NAN)</p>`), [
      'headline: Late',
      'byline: By Ana Ruiz',
      `body: TARN (AP) — | ${copy}`,
      'footer: (NAN)',
    ]);
  });

  it('decodes character references, each in its own room', () => {
    const text = '<p>&ldquo;Don&rsquo;t,&rdquo; said Z&#233; &#147;Mo&#148; of AT&amp;T &bogus; &lt;now&gt;&nbsp;</p>';
    const [{ start, end, markup }] = readBlocks(text, 'html');
    const prose = readProse(text.slice(start, end), markup);
    assert.equal(
      prose.words.map((word) => word.text).join(' '),
      '“ Don’t , ” said Zé “ Mo ” of AT&T & bogus ; < now >',
    );
    assert.equal(text.slice(start + prose.words[0].start, start + prose.words[0].end), '&ldquo;');
    assert.match(prose.text, /(?:^|\s)“Don/);
    assert.match(prose.text, /”\s+said/);
  });

  it('shows the marks that <q> stands for', () => {
    const text = '<p>She said <q>no</q>.</p>';
    const [{ start, end, markup }] = readBlocks(text, 'html');
    assert.deepEqual(
      readProse(text.slice(start, end), markup).words.map((word) => word.text),
      ['She', 'said', '“', 'no', '”', '.'],
    );
  });

  it('survives what is no HTML', () => {
    assert.deepEqual(zones('a < b & c </p> <'), ['body: a < b & c <']);
    assert.deepEqual(zones(''), []);
  });

  it('reads what stands in ten thousand elements within one another', () => {
    const text = `${'<div>'.repeat(10_000)}She said so.${'</div>'.repeat(10_000)}<p>Then she left.</p>`;
    assert.deepEqual(
      readBlocks(text, 'html').map(({ start, end }) => text.slice(start, end)),
      ['She said so.', 'Then she left.'],
    );
  });
});
