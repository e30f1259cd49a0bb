import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { rules } from '../../src/rules/index';
import type { Rule } from '../../src/rules/rule';
import { apply, readPages, run, type Example, type Page } from './pages';

const SECTIONS = ['What it flags', 'Why', 'Fires on', 'Silent on', 'Fixes', 'Configure', 'Known limits'];

const pages = readPages();
const ruleOf = new Map(rules.map((rule) => [rule.id, rule]));

describe('the rules and their pages', () => {
  it('have one page a rule, one rule a page', () => {
    assert.deepEqual(
      pages.map(({ id }) => id),
      rules.map(({ id }) => id).sort(),
    );
  });

  it('have ids of their own', () => {
    assert.equal(ruleOf.size, rules.length);
  });

  for (const page of pages) {
    const rule = ruleOf.get(page.id);
    if (rule) describe(page.id, () => testPage(page, rule));
  }
});

function testPage(page: Page, rule: Rule): void {
  const of = (kind: Example['kind']) => page.examples.filter((example) => example.kind === kind);

  it('opens with its id, its line and its severity', () => {
    assert.equal(page.title, rule.id);
    assert.equal(page.description, rule.description);
    assert.equal(page.severity, rule.severity === 'off' ? `off (${rule.whenOn} when on)` : rule.severity);
  });

  it('has the sections that every page has', () => assert.deepEqual(page.sections, SECTIONS));

  it('has three examples or more of each sort', () => {
    assert.ok(of('fires').length >= 3, `${of('fires').length} that fire`);
    assert.ok(of('silent').length >= 3, `${of('silent').length} that stay silent`);
  });

  for (const example of of('fires'))
    it(`fires on line ${example.line}: ${short(example)}`, async () => {
      assert.ok(example.marked.length, 'mark the place with ⟦ and ⟧');
      const { analysis, findings } = run(rule, example);
      const slice = (places: readonly { start: number; end: number }[]) =>
        places.map(({ start, end }) => `${start}: ${example.text.slice(start, end)}`);
      assert.deepEqual(slice(findings), slice(example.marked));
      for (const finding of findings) {
        assert.match(finding.message, /^\S.*\S$/, 'a message of one line');
        const fixes = (await rule.fixes?.(finding, analysis)) ?? [];
        assert.ok(fixes.filter(({ preferred }) => preferred).length <= 1, 'one preferred fix at most');
        for (const { title, edits } of fixes) {
          assert.match(title, /^\p{Lu}\S* \S/u, 'a title that starts with a verb');
          assertTidy(example.text, apply(example.text, edits), title);
        }
      }
    });

  for (const example of of('silent'))
    it(`is silent on line ${example.line}: ${short(example)}`, () => {
      const { findings } = run(rule, example);
      assert.deepEqual(
        findings.map(({ start, end }) => example.text.slice(start, end)),
        [],
      );
    });

  page.examples.forEach((before, i) => {
    if (before.kind !== 'before') return;
    it(`mends line ${before.line}: ${before.title}`, async () => {
      const after = page.examples[i + 1];
      assert.equal(after?.kind, 'after', 'a block "copy after" follows');
      const { analysis, findings } = run(rule, before);
      const place = before.marked.at(0);
      const finding = place
        ? findings.find(({ start, end }) => start === place.start && end === place.end)
        : findings[0];
      assert.ok(
        finding,
        `no finding there, but ${findings.map(({ start, end }) => `${start}–${end}`).join() || 'none'}`,
      );
      const fixes = (await rule.fixes?.(finding, analysis)) ?? [];
      const fix = fixes.find(({ title }) => title === before.title);
      assert.ok(fix, `no such fix, but ${fixes.map(({ title }) => `"${title}"`).join(', ')}`);
      assert.equal(apply(before.text, fix.edits), after.text);
    });
  });
}

/** Good copy stays good: no double space, no space before a comma or at a line's end, that was not there before. */
function assertTidy(before: string, after: string, title: string): void {
  for (const untidy of [/\S {2,}\S/g, / [,.;:!?](?!\S)/g, /[ \t]+$/gm, /[,.;:][,;:](?!\S)/g])
    assert.ok(
      (after.match(untidy)?.length ?? 0) <= (before.match(untidy)?.length ?? 0),
      `"${title}" leaves untidy copy (${untidy.source}): ${after}`,
    );
}

function short({ text }: Example): string {
  const line = text.trim().split(/\n+/).at(-1) ?? '';
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
