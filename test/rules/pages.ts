import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAnalyser, type AnalyserOptions } from '../../src/core';
import type { Analysis } from '../../src/analysis';
import type { Finding, Rule, Severity, TextEdit } from '../../src/rules/rule';

/*
 * The form of a rule's page, docs/rules/<id>.md:
 *
 *   # <id>, an empty line, the rule's description, an empty line, "Severity: warning" (or "Severity: off (hint when on)"),
 *   and the sections What it flags, Why, Fires on, Silent on, Fixes, Configure, Known limits, in this order.
 *
 * Its examples are fenced blocks; the info string says what a block is:
 *
 *   copy fires                    the rule fires on each place between ⟦ and ⟧, and nowhere else
 *   copy silent                   the rule does not fire
 *   copy before: <title of fix>   the fix of that title on the marked finding, or on the first one …
 *   copy after                    … makes this of it; stands right after its "before"
 *
 * An example is body copy: a headline is put above it. "article" after the kind says that it is a whole article with
 * its own headline; "markdown" or "html" says its language; a JSON object gives options (`AnalyserOptions`):
 *
 *   copy fires article markdown {"ownAgencies": ["Interfax"]}
 */

/** A fenced block of a rule's page. */
export interface Example {
  readonly kind: 'fires' | 'silent' | 'before' | 'after';
  /** Of a `before` block: the title of the fix. */
  readonly title: string;
  /** The text as the page gives it, marks ⟦ ⟧ taken out. */
  readonly text: string;
  /** What stood between ⟦ and ⟧, offsets into `text`. */
  readonly marked: readonly { readonly start: number; readonly end: number }[];
  readonly languageId: string;
  readonly options: AnalyserOptions;
  /** Line of the page, from 1. */
  readonly line: number;
}

/** A rule's page, as far as the tests need it. */
export interface Page {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly severity: string;
  readonly sections: readonly string[];
  readonly examples: readonly Example[];
}

/** The first line of an example that is not marked `article`: rules look at the copy under a headline. */
const HEADLINE = 'From the notebook\n\n';

export const PAGES = join(__dirname, '../../docs/rules');

export function readPages(): Page[] {
  return readdirSync(PAGES)
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .sort()
    .map((name) => readPage(name.slice(0, -3), readFileSync(join(PAGES, name), 'utf8')));
}

/** Reads a page; a block with an info string that nobody understands is an error that names its line. */
export function readPage(id: string, source: string): Page {
  const lines = source.split(/\r?\n/);
  const examples: Example[] = [];
  const prose: string[] = [];
  for (let i = 0; i < lines.length; i++) {
    const fence = /^(`{3,})(.*)$/.exec(lines[i]);
    if (!fence) {
      prose.push(lines[i]);
      continue;
    }
    const line = i + 1;
    const body: string[] = [];
    for (i++; i < lines.length && lines[i] !== fence[1]; i++) body.push(lines[i]);
    if (fence[2].startsWith('copy')) examples.push(readExample(fence[2], body.join('\n'), `${id}.md:${line}`, line));
  }
  return {
    id,
    title: /^# (.*)$/.exec(lines[0])?.[1] ?? '',
    description: prose.slice(1).find((text) => text.trim() !== '') ?? '',
    severity: prose.find((text) => text.startsWith('Severity: '))?.slice('Severity: '.length) ?? '',
    sections: prose.filter((text) => text.startsWith('## ')).map((text) => text.slice(3)),
    examples,
  };
}

function readExample(info: string, body: string, place: string, line: number): Example {
  const match = /^copy (fires|silent|before|after)( article)?( markdown| html)?(?: (\{.*\}))?(?:: (.+))?$/.exec(info);
  assert.ok(match, `${place}: cannot read "${info}"`);
  const [, kind, article, language, options, title] = match;
  let text = '';
  const marked: { start: number; end: number }[] = [];
  const source = article ? body : HEADLINE + body;
  let open = -1;
  for (const part of source.split(/([⟦⟧])/)) {
    if (part === '⟦') {
      assert.equal(open, -1, `${place}: ⟦ inside ⟦`);
      open = text.length;
    } else if (part === '⟧') {
      assert.notEqual(open, -1, `${place}: ⟧ without ⟦`);
      marked.push({ start: open, end: text.length });
      open = -1;
    } else text += part;
  }
  assert.equal(open, -1, `${place}: ⟦ without ⟧`);
  return {
    kind: kind as Example['kind'],
    title: title ?? '',
    text,
    marked,
    languageId: language?.trim() ?? 'plaintext',
    options: options ? (JSON.parse(options) as AnalyserOptions) : {},
    line,
  };
}

/** Analysis and findings of one rule on an example, the rule switched on. */
export function run(rule: Rule, example: Example): { analysis: Analysis; findings: Finding[] } {
  const on: Severity = rule.severity === 'off' ? (rule.whenOn ?? 'hint') : rule.severity;
  const { analysis, findings } = createAnalyser({
    ...example.options,
    severities: { [rule.id]: on, ...example.options.severities },
  }).update(example.text, example.languageId);
  return { analysis, findings: findings.filter((finding) => finding.rule === rule.id) };
}

/** The text after `edits`; fails where they overlap, leave the text or stand out of order. */
export function apply(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    assert.ok(edit.start >= at && edit.end >= edit.start && edit.end <= text.length, 'edits overlap or leave the text');
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}
