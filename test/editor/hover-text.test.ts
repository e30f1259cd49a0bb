import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Analysis } from '../../src/analysis';
import { DOUBTFUL } from '../../src/attribution/attribution';
import { createAnalyser } from '../../src/core';
import { thingAt } from '../../src/editor/text/at';
import { hoverText } from '../../src/editor/text/hover-text';
import { toMarkdown, toPlainText } from '../../src/editor/text/markdown';

/** What the hover at the ¦ says, line by line; `change` alters the analysis first. */
function hover(marked: string, change: (analysis: Analysis) => Analysis = (same) => same): string[] {
  const at = marked.indexOf('¦');
  const text = marked.replace('¦', '');
  const analysis = change(createAnalyser().update(text, 'plaintext').analysis);
  const thing = thingAt(analysis, at);
  if (!thing) return [];
  const line = (offset: number) => text.slice(0, offset).split('\n').length;
  return toPlainText(hoverText(analysis, thing, { line })).split('\n');
}

/** The analysis with other values in its first attribution. */
const withFirst =
  (over: Partial<Analysis['attributions'][number]>) =>
  (analysis: Analysis): Analysis => {
    const [first, ...rest] = analysis.attributions;
    const changed = Object.create(first, Object.getOwnPropertyDescriptors(over)) as typeof first;
    return Object.create(analysis, {
      attributions: { value: [changed, ...rest] },
      attributionOf: { value: () => changed },
    }) as Analysis;
  };

const SPLIT =
  'Harbour strike goes on\n\n' +
  '“We have come¦ to a halt,” harbour master Ada Brandwyke said, “since nobody answered our last letter.”\n';

describe('the hover over a quotation', () => {
  it('names the speaker, then how, then why, then where else', () => {
    const [name, manner, reason, tally] = hover(SPLIT);
    assert.match(name, /^Ada Brandwyke/);
    assert.equal(manner, 'said · one quotation in two parts');
    assert.match(reason, /\.$/);
    assert.equal(tally, 'First mention line 3 · 1 quotation, 0 statements · via: –');
  });

  it('says the venue where the cue does not', () => {
    assert.equal(
      hover(SPLIT, withFirst({ venue: 'news conference' }))[1],
      'said, at a news conference · one quotation in two parts',
    );
    assert.equal(
      hover(SPLIT, withFirst({ venue: 'interview' }))[1],
      'said, in an interview · one quotation in two parts',
    );
  });

  it('says when it was said', () => {
    assert.equal(hover(SPLIT, withFirst({ time: 'on Monday' }))[1], 'said, on Monday · one quotation in two parts');
  });

  it('counts the paragraphs that it runs over', () => {
    const lines = hover(
      'Harbour\n\n“We wa¦ited for days,” Ada Brandwyke said. “Nobody came.\n\n“Then it rained on all of us.”\n',
    );
    assert.ok(
      lines.some((line) => /paragraphs|one quotation/.test(line)),
      lines.join('\n'),
    );
  });

  it('says of a doubtful one first that it is, and why, and who else it may be', () => {
    const other = { ...speaker('Tom Poe') };
    const lines = hover(
      SPLIT,
      withFirst({
        confidence: DOUBTFUL - 0.1,
        reason: { text: 'the nearest name is his.', evidence: [] },
        alternatives: [other],
      }),
    );
    assert.equal(lines[0], 'Probably Ada Brandwyke: the nearest name is his.');
    assert.equal(lines[2], 'Or: Tom Poe');
    assert.equal(lines.filter((line) => line.includes('nearest name')).length, 1);
  });

  it('says that nobody is named where there is nobody', () => {
    assert.equal(hover(SPLIT, withFirst({ speaker: null }))[0], 'Nobody is named');
  });

  it('names who relays it, the nearest to the original first', () => {
    const lines = hover(SPLIT, withFirst({ via: [agency('Interfax'), agency('Reuters')] }));
    assert.match(lines[3], /via: Interfax, then Reuters$/);
  });

  it('lists what else the speaker said, with lines', () => {
    const lines = hover(`${SPLIT}\n“The cranes will stand still,” Brandwyke said.\n`);
    assert.deepEqual(lines.slice(-2), ['Also said:', 'line 5 “The cranes will stand still,”']);
  });

  it('lists five at most and says how many more', () => {
    const more = Array.from({ length: 7 }, (_, i) => `“The cranes will stand still until day ${i},” Brandwyke said.\n`);
    assert.equal(hover(`${SPLIT}\n${more.join('\n')}`).at(-1), 'and 2 more');
  });

  it('says so where nothing tells who speaks', () => {
    assert.deepEqual(hover('Hall\n\nThe hall fell silent.\n\n“We will not ¦pay the levy this year.”\n').slice(0, 2), [
      'No speaker',
      'Nothing here tells who said it.',
    ]);
  });

  it('shows no markup of the article', () => {
    const analysis = createAnalyser().update(
      'Day\n\n“[Click](command:quit) here now,” said <b>Ada</b> Brandwyke.\n',
    ).analysis;
    const thing = thingAt(analysis, 10);
    assert.ok(thing);
    const markdown = toMarkdown(hoverText(analysis, thing, { line: () => 1 }));
    assert.doesNotMatch(markdown, /(^|[^\\])(\]\(|<b>)/);
  });
});

describe('the hover elsewhere', () => {
  it('over the cue tells the same as over the words', () => {
    const over = hover(SPLIT);
    assert.deepEqual(hover(SPLIT.replace('¦', '').replace('said,', 'sa¦id,')), over);
  });

  it('over an agency names it, its country and its use', () => {
    const named = { ...agency('Harbour News'), start: 32, end: 44, why: 'after “according to”' };
    const alternatives = [agency('Harvest News').agency];
    const cited = { ...named, agency: { ...named.agency, tags: ['HNA'], country: 'NO' }, alternatives };
    const lines = hover(
      'Day\n\nThe dam holds, according to Harb¦our News.\n',
      (analysis) => Object.create(analysis, { agencies: { value: [cited, cited] } }) as Analysis,
    );
    assert.deepEqual(lines.slice(0, 4), [
      'Harbour News, HNA, Norway',
      'news agency, cited as a source here · cited two times',
      'After “according to”.',
      'Could also be: Harvest News',
    ]);
  });

  it('over a name tells what the person says', () => {
    const lines = hover('Harbour\n\nAda Brand¦wyke came.\n\n“We have come to a halt,” Ada Brandwyke said.\n');
    assert.match(lines[0], /^Ada Brandwyke/);
    assert.ok(lines.includes('line 5 “We have come to a halt,”'), lines.join('\n'));
  });

  it('over words in marks that nobody said tells what they are', () => {
    const [kind, why] = hover('Day\n\nShe won a prize for the film “A Long W¦ay to the Sea” in Harwick.\n');
    assert.equal(kind, 'Title, no quotation');
    assert.match(why, /^[A-Z].*\.$/);
  });

  it('over plain copy says nothing', () => assert.deepEqual(hover('Day\n\nIt rai¦ned.\n'), []));
});

function speaker(name: string): Analysis['speakers'][number] {
  return { id: name, name, type: 'person', roles: [], gender: 'unknown', plural: false, mentions: [] };
}

function agency(name: string): Analysis['agencies'][number] {
  return {
    agency: { id: name, name, tags: [], aliases: [], country: '', matching: 'unique' },
    use: 'citation',
    start: 0,
    end: 1,
    paragraph: 0,
    anaphoric: false,
    unmistakable: true,
    alternatives: [],
    why: '',
  };
}
