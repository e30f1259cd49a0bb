/**
 * What is measured. Each tool is a function that loads it and hands back `open`: a new document, itself a function that
 * takes the document's text as it now stands and answers with the number of findings. A tool that remembers nothing
 * between two readings hands back the same function for every document.
 */
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
const defaultOf = (module) => module.default ?? module;

/** The cheapest thing that could be called an answer: quoted stretches, and whether a cue stands near each. */
export function regexFloor(text) {
  const cue = /(said|told|added|noted|warned|announced)/;
  let attributed = 0;
  for (const match of text.matchAll(/["\u201c]([^"\u201d]{1,2000})["\u201d]/g)) {
    const from = Math.max(0, match.index - 120);
    if (cue.test(text.slice(from, match.index + match[0].length + 120))) attributed++;
  }
  return attributed;
}

export const TOOLS = {
  ours: {
    label: 'According To',
    async load({ core, trace }) {
      const { createAnalyser } = require(core);
      return (format = 'plaintext') => {
        const analyser = createAnalyser(trace ? { trace } : undefined);
        return (text) => analyser.update(text, format).findings.length;
      };
    },
  },
  floor: {
    label: 'one regular expression (the floor)',
    async load() {
      return () => regexFloor;
    },
  },
  cspell: {
    label: 'cspell-lib (spelling)',
    async load() {
      const { getDefaultSettings, spellCheckDocument } = await import('cspell-lib');
      const settings = await getDefaultSettings();
      const options = { generateSuggestions: false, noConfigSearch: true };
      return () => async (text) => {
        const document = { uri: 'file:///article.txt', text, languageId: 'plaintext', locale: 'en' };
        return (await spellCheckDocument(document, options, settings)).issues.length;
      };
    },
  },
  harper: {
    label: 'harper.js (grammar)',
    async load() {
      const { Dialect, LocalLinter } = await import('harper.js');
      const { binary } = await import('harper.js/binary');
      const linter = new LocalLinter({ binary, dialect: Dialect.American });
      await linter.setup();
      return () => async (text) => (await linter.lint(text, { language: 'plaintext' })).length;
    },
  },
  compromise: {
    label: 'compromise (quotations, people)',
    async load() {
      const nlp = (await import('compromise')).default;
      return () => (text) => {
        const document = nlp(text);
        return document.quotations().length + document.people().length + document.organizations().length;
      };
    },
  },
  retext: {
    label: 'retext (seven rules)',
    async load() {
      const { retext } = await import('retext');
      const { VFile } = await import('vfile');
      let processor = retext();
      for (const rule of [
        'passive',
        'equality',
        'repeated-words',
        'readability',
        'quotes',
        'indefinite-article',
        'simplify',
      ])
        processor = processor.use((await import(`retext-${rule}`)).default);
      processor = processor.freeze();
      return () => async (text) => {
        const file = new VFile(text);
        await processor.run(processor.parse(file), file);
        return file.messages.length;
      };
    },
  },
  textlint: {
    label: 'textlint (three rules)',
    async load() {
      const { TextlintKernel } = await import('@textlint/kernel');
      const kernel = new TextlintKernel();
      const plugins = [{ pluginId: 'text', plugin: defaultOf(require('@textlint/textlint-plugin-text')) }];
      const rules = ['write-good', 'terminology', 'stop-words'].map((name) => ({
        ruleId: name,
        rule: defaultOf(require(`textlint-rule-${name}`)),
      }));
      return () => async (text) => (await kernel.lintText(text, { ext: '.txt', plugins, rules })).messages.length;
    },
  },
  'write-good': {
    label: 'write-good (style)',
    async load() {
      const check = (await import(pathToFileURL(require.resolve('write-good')).href)).default;
      return () => (text) => check(text).length;
    },
  },
};
