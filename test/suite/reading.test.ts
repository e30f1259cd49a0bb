import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { apply, article, closeAll, fixFor, hoverOver, noProblems, placeOf, problemsOf, until } from './desk';

const SPLIT = [
  'Harbour strike goes on',
  '',
  'The harbour master, Ada Brandwyke, met the crews on Monday.',
  '',
  '“We have come to a halt,” harbour master Ada Brandwyke said at a news conference, “since nobody answered our last letter.”',
  '',
  'Brandwyke said the cranes would stand still until Friday.',
  '',
].join('\n');
const UNTIDY = 'Rescue at the pit\n\nTen miners are believed to be trapped.\n';

describe('the hover', () => {
  afterEach(closeAll);

  it('says of either part of a split quotation who said it, how and why', async () => {
    const document = await article(SPLIT);
    for (const words of ['come to a halt', 'since nobody answered']) {
      const [name, manner, reason] = (await hoverOver(document, words)).split('  \n');
      assert.match(name, /^\*\*Ada Brandwyke\*\*/);
      assert.match(manner, /^said.*news conference · one quotation in two parts$/);
      assert.ok(reason);
    }
  });

  it('leads to what else the speaker said, by one command of our own', async () => {
    const document = await article(`${SPLIT}\n“The crews know that,” Brandwyke said.\n`);
    const hover = await hoverOver(document, 'come to a halt');
    const link = /\]\((command:[^)]+)\)/.exec(hover)?.[1];
    assert.ok(link, hover);
    const { path, query } = vscode.Uri.parse(link);
    assert.equal(path, 'accordingTo.goTo');
    await vscode.commands.executeCommand(path, ...(JSON.parse(query) as unknown[]));
    const { selection } = vscode.window.activeTextEditor ?? assert.fail('no editor');
    assert.equal(document.getText(selection), '“The crews know that,”');
  });

  it('keeps still over plain copy', async () => {
    const document = await article('A quiet day\n\nIt rained, and then it stopped.\n');
    assert.equal(await hoverOver(document, 'rained'), '');
  });
});

describe('with the cursor in an attribution', () => {
  afterEach(closeAll);

  it('what was said lights up with its cue and its source', async () => {
    const document = await article(SPLIT);
    const highlights = await until(async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>(
        'vscode.executeDocumentHighlights',
        document.uri,
        placeOf(document, 'said at a news'),
      );
      return found?.length > 2 && found;
    });
    const words = highlights.map(({ range }) => document.getText(range));
    assert.ok(
      words.some((text) => text.includes('We have come to a halt')),
      words.join(' | '),
    );
    assert.ok(
      words.some((text) => text.includes('since nobody answered')),
      words.join(' | '),
    );
  });

  it('the next quotation is a command away, and after the last comes the first', async () => {
    const document = await article('A day\n\n“One, we think,” Ada Brandwyke said.\n\n“Two, we know,” she said.\n');
    const lines: (number | undefined)[] = [];
    for (const command of ['nextQuotation', 'nextQuotation', 'nextQuotation', 'previousQuotation']) {
      await vscode.commands.executeCommand(`accordingTo.${command}`);
      lines.push(vscode.window.activeTextEditor?.selection.active.line);
    }
    assert.equal(vscode.window.activeTextEditor?.document, document);
    assert.deepEqual(lines, [2, 4, 2, 4]);
  });
});

describe('the outline', () => {
  afterEach(closeAll);

  it('lists speakers and what they say', async () => {
    const document = await article(SPLIT);
    const symbols = await until(async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      return found?.some(({ name }) => name === 'Ada Brandwyke') && found;
    });
    const speaker = symbols.find(({ name }) => name === 'Ada Brandwyke');
    assert.ok(speaker?.children.some(({ name }) => name.startsWith('“We have come to a halt,”')));
  });
});

describe('a quick fix', () => {
  afterEach(closeAll);

  it('mends the copy and is undone in one step', async () => {
    const document = await article(UNTIDY);
    const [problem] = await problemsOf(document, 'passive-attribution');
    await apply(await fixFor(document, problem, 'Add a note [who?]'));
    assert.match(document.getText(), /are believed \[who\?\] to be trapped/);
    assert.equal(document.getText(vscode.window.activeTextEditor?.selection), '[who?]');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), UNTIDY);
  });

  it('still fits after the text above has changed', async () => {
    const document = await article(UNTIDY);
    await problemsOf(document, 'passive-attribution');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(2, 0), 'It rained.\n\n');
    await vscode.workspace.applyEdit(edit);
    const problem = await until(async () =>
      (await problemsOf(document, 'passive-attribution')).find(({ range }) => range.start.line === 4),
    );
    await apply(await fixFor(document, problem, 'Add a note [who?]'));
    assert.match(document.getText(), /It rained\.\n\nTen miners are believed \[who\?\] to be trapped/);
  });

  describe('for all of a kind', () => {
    const IDLE = 'A day\n\n[attribution-ignore]\nIt rained.\n\n[attribution-ignore]\nIt stopped.\n';

    it('mends the file and is undone in one step', async () => {
      const document = await article(IDLE);
      const [problem] = await problemsOf(document, 'unused-suppression');
      await apply(await fixFor(document, problem, 'Fix all in this file: unused-suppression'));
      assert.doesNotMatch(document.getText(), /attribution-ignore/);
      await noProblems(document);
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), IDLE);
    });

    it('is what “fix all” does, on saving say', async () => {
      const document = await article(IDLE);
      await problemsOf(document, 'unused-suppression');
      const [all] = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new vscode.Range(0, 0, document.lineCount, 0),
        'source.fixAll',
      );
      await apply(all);
      assert.doesNotMatch(document.getText(), /attribution-ignore/);
    });

    it('does not touch what only a person can mend', async () => {
      const document = await article(`${UNTIDY}\nThe tide is said to turn.\n`);
      await problemsOf(document, 'passive-attribution');
      const all = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new vscode.Range(0, 0, document.lineCount, 0),
        'source.fixAll',
      );
      assert.deepEqual(all, []);
    });
  });

  it('leads to the page about the rule', async () => {
    const document = await article(UNTIDY);
    const [problem] = await problemsOf(document, 'passive-attribution');
    await apply(await fixFor(document, problem, 'Read about passive-attribution'));
    const label = await until(() => {
      const { label } = vscode.window.tabGroups.activeTabGroup.activeTab ?? {};
      return label?.includes('passive-attribution') && label;
    });
    assert.match(label, /passive-attribution\.md/);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  for (const [language, content, comment] of [
    ['plaintext', UNTIDY, '[attribution-ignore: passive-attribution]\nTen miners'],
    ['markdown', `# ${UNTIDY}`, '<!-- attribution-ignore: passive-attribution -->\nTen miners'],
    [
      'html',
      '<!doctype html>\n<p>Ten miners are believed to be trapped.</p>\n',
      'trapped.</p> <!-- attribution-ignore-line: passive-attribution -->\n',
    ],
  ])
    it(`lets a rule ignore a place in ${language}`, async () => {
      const document = await article(content, language);
      const [problem] = await problemsOf(document, 'passive-attribution');
      await apply(await fixFor(document, problem, 'Ignore passive-attribution here'));
      assert.ok(document.getText().includes(comment), document.getText());
      await noProblems(document);
    });

  for (const [language, content, comment] of [
    ['plaintext', UNTIDY, /^\[attribution-ignore-file: passive-attribution\]\n\nRescue/],
    [
      'markdown',
      `---\ntitle: Rescue\n---\n\n# ${UNTIDY}`,
      /^---\ntitle: Rescue\n---\n\n<!-- attribution-ignore-file: passive-attribution -->\n\n# Rescue/,
    ],
    [
      'html',
      '<!doctype html>\n<p>Ten miners are believed to be trapped.</p>\n',
      /<\/p>\n<!-- attribution-ignore-file: passive-attribution -->\n$/,
    ],
  ] as const)
    it(`lets a rule ignore a ${language} file`, async () => {
      const document = await article(content, language);
      const [problem] = await problemsOf(document, 'passive-attribution');
      await apply(await fixFor(document, problem, 'Ignore passive-attribution in this file'));
      assert.match(document.getText(), comment);
      await noProblems(document);
    });
});
