import assert from 'node:assert/strict';
import { sep } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { desk, TIDY, UNTIDY, type Desk } from './harness';

describe('the command line', () => {
  let at: Desk;
  beforeEach(() => (at = desk()));
  afterEach(() => at.remove());

  describe('exits with', () => {
    it('0 when there is nothing to mend', async () => {
      at.write('a.txt', TIDY);
      assert.deepEqual(await at.run(['check', 'a.txt']), { code: 0, out: '', err: '' });
    });

    it('1 when check finds a warning', async () => {
      at.write('a.txt', UNTIDY);
      assert.equal((await at.run(['check', 'a.txt'])).code, 1);
    });

    it('0 when what it finds is no warning', async () => {
      at.write('a.txt', UNTIDY);
      at.write('.according-to.json', '{"rules": {"passive-attribution": "information"}}');
      const { code, out } = await at.run(['check', 'a.txt']);
      assert.equal(code, 0);
      assert.match(out, /^a\.txt:3:12: information: /);
    });

    it('0 when sources is asked, whatever the desk thinks of them', async () => {
      at.write('a.txt', UNTIDY);
      assert.equal((await at.run(['sources', 'a.txt'])).code, 0);
    });

    it('0 when the warnings are too mild to be asked for', async () => {
      at.write('a.txt', UNTIDY);
      assert.deepEqual(await at.run(['check', '--severity', 'error', 'a.txt']), { code: 0, out: '', err: '' });
    });
  });

  describe('explains and exits with 2', () => {
    const wrong: readonly (readonly [readonly string[], RegExp])[] = [
      [[], /say what to do: check, sources or rules/],
      [['chekc', 'a.txt'], /"chekc" is no command/],
      [['check'], /check what\?/],
      [['check', '--frmat', 'json', 'a.txt'], /Unknown option '--frmat'/],
      [
        ['check', '--format', 'xml', 'a.txt'],
        /--format of check is one of text, json, jsonl, sarif, github, not "xml"/,
      ],
      [['sources', '--format', 'sarif', 'a.txt'], /--format of sources is one of/],
      [['check', '--severity', 'loud', 'a.txt'], /--severity is one of/],
      [['check', '--language', 'latin', 'a.txt'], /--language is one of/],
      [['check', '--config', 'a.json', '--no-config', 'a.txt'], /exclude each other/],
      [['rules', 'a.txt'], /rules takes no files/],
      [['check', 'missing.txt'], /missing\.txt: no such file or folder/],
      [['check', 'missing/*.txt'], /missing\/\*\.txt: no file matches/],
      [['check', '--config', 'missing.json', 'a.txt'], /missing\.json: cannot be read/],
      [['check', '--config', '.', 'a.txt'], /\.: cannot be read/],
    ];
    for (const [args, message] of wrong)
      it(`according-to ${args.join(' ')}`, async () => {
        at.write('a.txt', TIDY);
        const { code, out, err } = await at.run(args);
        assert.equal(code, 2);
        assert.equal(out, '');
        assert.match(err, message);
      });

    it('a folder without articles', async () => {
      at.write('folder/picture.png', 'no article');
      assert.match((await at.run(['check', 'folder'])).err, /folder: no text, Markdown or HTML files in this folder/);
    });

    it('a file that is no text, after the others were read', async () => {
      at.write('bad.txt', new Uint8Array([0x57, 0xff, 0xfe, 0xc3, 0x28]));
      at.write('good.txt', UNTIDY);
      const { code, out, err } = await at.run(['check', 'bad.txt', 'good.txt']);
      assert.equal(code, 2);
      assert.equal(err, 'according-to: bad.txt: is neither UTF-8 nor UTF-16 text\n');
      assert.match(out, /^good\.txt:3:12: warning: /);
    });
  });

  describe('finds articles', () => {
    beforeEach(() => {
      at.write('news/a.txt', UNTIDY);
      at.write('news/deep/b.MD', UNTIDY);
      at.write('news/c.html', `<p>${UNTIDY}</p>`);
      at.write('news/d.json', UNTIDY);
      at.write('news/node_modules/e.txt', UNTIDY);
    });
    const found = async (...paths: string[]) =>
      (
        JSON.parse((await at.run(['check', '--format', 'json', ...paths])).out) as { files: { path: string }[] }
      ).files.map(({ path }) => path.split(sep).join('/'));

    it('below a folder: text, Markdown and HTML', async () => {
      assert.deepEqual(await found('news'), ['news/a.txt', 'news/c.html', 'news/deep/b.MD']);
    });

    it('but not what articles are taken from', async () => {
      at.write('news/a.source.txt', UNTIDY);
      assert.ok(!(await found('news')).includes('news/a.source.txt'));
    });

    it('by a pattern', async () => assert.deepEqual(await found('news/**/*.txt'), ['news/a.txt']));

    it('by name, whatever the ending', async () => assert.deepEqual(await found('news/d.json'), ['news/d.json']));

    it('each once, in the order given', async () => {
      assert.deepEqual(await found('news/c.html', 'news', './news/a.txt'), [
        'news/c.html',
        'news/a.txt',
        'news/deep/b.MD',
      ]);
    });

    it('with marks of a pattern in their names', async () => {
      at.write('news/[draft] f.txt', TIDY);
      assert.deepEqual(await found('news/[draft] f.txt'), ['news/[draft] f.txt']);
    });
  });

  describe('reads', () => {
    const offset = async (bytes: Uint8Array | string) => {
      at.write('a.txt', bytes);
      const { out } = await at.run(['check', '--format', 'json', 'a.txt']);
      return (JSON.parse(out) as { files: { findings: { start: number }[] }[] }).files[0].findings[0].start;
    };
    const plain = UNTIDY.indexOf('are believed');

    it('UTF-8', async () => assert.equal(await offset(UNTIDY), plain));
    it('UTF-8 after a byte order mark, which does not count', async () =>
      assert.equal(await offset(`\uFEFF${UNTIDY}`), plain));
    it('UTF-16, little end first', async () =>
      assert.equal(await offset(Buffer.from(`\uFEFF${UNTIDY}`, 'utf16le')), plain));
    it('UTF-16, big end first', async () =>
      assert.equal(await offset(Buffer.from(`\uFEFF${UNTIDY}`, 'utf16le').swap16()), plain));
    it('lines that end as on Windows, each end two code units', async () =>
      assert.equal(await offset(UNTIDY.replaceAll('\n', '\r\n')), plain + 2));
    it('letters outside the basic plane as two code units', async () =>
      assert.equal(await offset(`𝒜${UNTIDY}`), plain + 2));

    it('an empty file', async () => {
      at.write('empty.txt', '');
      const { out } = await at.run(['sources', '--format', 'json', 'empty.txt']);
      assert.deepEqual(JSON.parse(out).files, [
        { path: 'empty.txt', quotations: [], attributions: [], agencies: [], speakers: [], findings: [] },
      ]);
    });

    it('standard input, under the name that it is given', async () => {
      const { code, out } = await at.run(['check', '--stdin-filename', 'desk.txt', '-'], UNTIDY);
      assert.equal(code, 1);
      assert.match(out, /^desk\.txt:3:12: /);
    });

    it('standard input with the settings of the folder that its name is in', async () => {
      at.write('blog/.according-to.json', '{"rules": {"passive-attribution": "off"}}');
      assert.equal((await at.run(['check', '--stdin-filename', 'blog/a.txt', '-'], UNTIDY)).code, 0);
    });
  });

  describe('takes settings', () => {
    const OFF = '{"rules": {"passive-attribution": "off"}}';

    it('from the nearest file above the article', async () => {
      at.write('.according-to.json', OFF);
      at.write('strict/.according-to.json', '{}');
      at.write('strict/a.txt', UNTIDY);
      at.write('loose/deep/a.txt', UNTIDY);
      assert.equal((await at.run(['check', 'strict'])).code, 1);
      assert.equal((await at.run(['check', 'loose'])).code, 0);
    });

    it('from the file that is named, for all', async () => {
      at.write('house.json', OFF);
      at.write('news/.according-to.json', '{}');
      at.write('news/a.txt', UNTIDY);
      assert.equal((await at.run(['check', '--config', 'house.json', 'news'])).code, 0);
    });

    it('from nowhere with --no-config', async () => {
      at.write('.according-to.json', OFF);
      at.write('a.txt', UNTIDY);
      assert.equal((await at.run(['check', '--no-config', 'a.txt'])).code, 1);
    });

    it('and names what is wrong in them once, but goes on', async () => {
      at.write('.according-to.json', '{\n"style": "tabloid"\n}');
      at.write('a.txt', UNTIDY);
      at.write('b.txt', TIDY);
      const { code, err } = await at.run(['check', '.']);
      assert.equal(code, 1);
      assert.match(err, /\.according-to\.json:2: style is one of none, wire, .*, not "tabloid"\n$/);
      assert.equal(err.split('tabloid').length, 2);
    });
  });

  describe('prints', () => {
    beforeEach(() => at.write('a.txt', UNTIDY));

    it('a line for each finding, and how many there were', async () => {
      assert.equal(
        (await at.run(['check', 'a.txt'])).out,
        'a.txt:3:12: warning: “are believed to”: by whom? (passive-attribution)\n1 warning\n',
      );
    });

    it('one object a file as JSON lines', async () => {
      at.write('b.txt', TIDY);
      const lines = (await at.run(['check', '--format', 'jsonl', 'a.txt', 'b.txt'])).out.trimEnd().split('\n');
      assert.deepEqual(
        lines.map((line) => JSON.parse(line)).map(({ version, path, findings }) => [version, path, findings.length]),
        [
          [1, 'a.txt', 1],
          [1, 'b.txt', 0],
        ],
      );
    });

    it('one object with a version, even of no files at all', async () => {
      const { out } = await at.run(['sources', '--format', 'json', 'missing.txt']);
      assert.deepEqual(JSON.parse(out), { version: 1, files: [] });
    });

    it('commands that GitHub shows beside the line', async () => {
      at.write('odd, name.txt', UNTIDY);
      const { out } = await at.run(['check', '--format', 'github', 'odd, name.txt']);
      assert.equal(
        out,
        '::warning file=odd%2C name.txt,line=3,endLine=3,col=12,endColumn=27,title=passive-attribution' +
          '::“are believed to”: by whom?\n',
      );
    });

    it('the rules, each with its page', async () => {
      const rules = JSON.parse((await at.run(['rules', '--format', 'json'])).out) as Record<string, string>[];
      const rule = rules.find(({ id }) => id === 'passive-attribution');
      assert.deepEqual(Object.keys(rule ?? {}), ['id', 'severity', 'description', 'docs']);
      assert.equal(rule?.docs, 'docs/rules/passive-attribution.md');
    });

    it('help and version', async () => {
      assert.match((await at.run(['--help'])).out, /according-to check/);
      assert.match((await at.run(['--version'])).out, /^\d+\.\d+\.\d+/);
    });
  });
});
