import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { article, closeAll, noProblems, problems, problemsOf, ruleOf, set, until } from './desk';

const UNTIDY = 'Rescue at the pit\n\nTen miners are believed to be trapped.\n';

async function edit(change: (edit: vscode.WorkspaceEdit) => void): Promise<void> {
  const made = new vscode.WorkspaceEdit();
  change(made);
  assert.ok(await vscode.workspace.applyEdit(made));
}

describe('problems', () => {
  afterEach(closeAll);

  for (const [language, content] of [
    ['plaintext', UNTIDY],
    ['markdown', `# ${UNTIDY}`],
    ['html', `<!doctype html>\n<h1>Rescue</h1>\n<p>Ten miners are believed to be trapped.</p>\n`],
  ])
    it(`appear in an untitled ${language} document`, async () => {
      const document = await article(content, language);
      const [problem] = await problemsOf(document, 'passive-attribution');
      assert.equal(document.getText(problem.range), 'are believed to');
      assert.equal(problem.severity, vscode.DiagnosticSeverity.Warning);
    });

  it('lead to the page of their rule', async () => {
    const document = await article(UNTIDY);
    const [{ code }] = await problemsOf(document, 'passive-attribution');
    assert.ok(typeof code === 'object');
    const page = await vscode.workspace.fs.readFile(code.target);
    assert.match(new TextDecoder().decode(page), /^# passive-attribution/);
  });

  it('go when the copy is mended', async () => {
    const document = await article(UNTIDY);
    const [{ range }] = await problemsOf(document, 'passive-attribution');
    await edit((edit) => edit.replace(document.uri, range, 'are, police say,'));
    await noProblems(document);
  });

  it('stay with their words when lines come in above', async () => {
    const document = await article(UNTIDY);
    await problemsOf(document, 'passive-attribution');
    await edit((edit) => edit.insert(document.uri, new vscode.Position(2, 0), 'It rained.\n\n'));
    const [{ range }] = await until(
      () => problems(document).some(({ range }) => range.start.line === 4) && problems(document),
    );
    assert.equal(document.getText(range), 'are believed to');
  });

  it('go with their document', async () => {
    const document = await article(UNTIDY);
    await problemsOf(document, 'passive-attribution');
    await closeAll();
    await noProblems(document);
  });

  it('go when the document is no article any more, and come back with it', async () => {
    const document = await article(UNTIDY);
    await problemsOf(document, 'passive-attribution');
    const other = await vscode.languages.setTextDocumentLanguage(document, 'json');
    await noProblems(other);
    const again = await vscode.languages.setTextDocumentLanguage(other, 'markdown');
    await problemsOf(again, 'passive-attribution');
  });

  it('go when the extension is switched off for the file, and come back with it', async () => {
    const document = await article(UNTIDY);
    await problemsOf(document, 'passive-attribution');
    await vscode.commands.executeCommand('accordingTo.switchOff');
    await noProblems(document);
    await vscode.commands.executeCommand('accordingTo.switchOn');
    await problemsOf(document, 'passive-attribution');
  });

  it('forget the switch with an untitled document', async () => {
    const first = await article(UNTIDY);
    await problemsOf(first, 'passive-attribution');
    await vscode.commands.executeCommand('accordingTo.switchOff');
    await noProblems(first);
    await closeAll();
    const next = await article(UNTIDY);
    assert.equal(next.uri.toString(), first.uri.toString(), 'not the same name: this proves nothing');
    await problemsOf(next, 'passive-attribution');
  });

  it('are not looked for in a text that is too large', async () => {
    const reset = await set('maxFileSize', 20);
    try {
      const document = await article(UNTIDY);
      const small = await article('They are said to sing.', 'markdown');
      const reset = await set('maxFileSize', 30);
      try {
        await problemsOf(small, 'passive-attribution');
        assert.deepEqual(problems(document), []);
      } finally {
        await reset();
      }
    } finally {
      await reset();
    }
  });

  describe('follow the settings', () => {
    it('of severity', async () => {
      const document = await article(UNTIDY);
      await problemsOf(document, 'passive-attribution');
      const reset = await set('rules', { 'passive-attribution': 'error' });
      try {
        await until(() => problems(document)[0]?.severity === vscode.DiagnosticSeverity.Error);
      } finally {
        await reset();
      }
      await until(() => problems(document)[0]?.severity === vscode.DiagnosticSeverity.Warning);
    });

    it('of languages', async () => {
      const document = await article(UNTIDY, 'json');
      const reset = await set('languages', ['json']);
      try {
        await problemsOf(document, 'passive-attribution');
      } finally {
        await reset();
      }
      await noProblems(document);
    });

    it('that switch it off for all', async () => {
      const document = await article(UNTIDY);
      await problemsOf(document, 'passive-attribution');
      const reset = await set('enable', false);
      try {
        await noProblems(document);
      } finally {
        await reset();
      }
      await problemsOf(document, 'passive-attribution');
    });

    it('and survive values that cannot be', async () => {
      const reset = await set('rules', { 'passive-attribution': 'loud', 'no-such-rule': 'error' });
      try {
        const document = await article(UNTIDY);
        const [problem] = await problemsOf(document, 'passive-attribution');
        assert.equal(problem.severity, vscode.DiagnosticSeverity.Warning);
      } finally {
        await reset();
      }
    });
  });

  describe('follow .according-to.json', () => {
    let house = 0;
    // a folder for each test: VS Code remembers files that are gone
    const folder = () => {
      const [first] = vscode.workspace.workspaceFolders ?? [];
      assert.ok(first, 'the suite needs a folder');
      return vscode.Uri.joinPath(first.uri, `house ${house}`);
    };
    beforeEach(function () {
      // a window without a folder has no house
      if (!vscode.workspace.workspaceFolders?.length) this.skip();
      house++;
    });
    const write = (name: string, text: string) =>
      vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder(), name), new TextEncoder().encode(text));
    const open = async (name: string) => {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder(), name));
      await vscode.window.showTextDocument(document);
      return document;
    };
    afterEach(async () => {
      await closeAll();
      if (!vscode.workspace.workspaceFolders?.length) return;
      await vscode.workspace.fs.delete(folder(), { recursive: true, useTrash: false });
    });

    it('beside the article, when it is there and when it changes', async () => {
      await write('.according-to.json', '{ "rules": { "passive-attribution": "hint" } }');
      await write('a.txt', UNTIDY);
      const document = await open('a.txt');
      const [problem] = await problemsOf(document, 'passive-attribution');
      assert.equal(problem.severity, vscode.DiagnosticSeverity.Hint);
      const config = await open('.according-to.json');
      await edit((edit) =>
        edit.replace(config.uri, new vscode.Range(0, 0, 1, 0), '{ "rules": { "passive-attribution": "error" } }'),
      );
      await config.save();
      await until(() => problems(document)[0]?.severity === vscode.DiagnosticSeverity.Error);
    });

    it('above the article', async () => {
      await write('.according-to.json', '{ "rules": { "passive-attribution": "information" } }');
      await write('deep/er/a.txt', UNTIDY);
      const [problem] = await problemsOf(await open('deep/er/a.txt'), 'passive-attribution');
      assert.equal(problem.severity, vscode.DiagnosticSeverity.Information);
    });

    it('and name what is wrong in it', async () => {
      await write('.according-to.json', '{\n  "style": "tabloid"\n}\n');
      await write('a.txt', UNTIDY);
      await problemsOf(await open('a.txt'), 'passive-attribution');
      const config = vscode.Uri.joinPath(folder(), '.according-to.json');
      const [problem] = await until(() => {
        const found = vscode.languages.getDiagnostics(config);
        return found.length > 0 && found;
      });
      assert.match(problem.message, /^style is one of none, wire/);
      assert.equal(problem.range.start.line, 1);
    });

    it('when a rule is ignored in the workspace', async () => {
      await write('.according-to.json', '{\n  // the house\n  "style": "wire"\n}\n');
      await write('a.txt', UNTIDY);
      const document = await open('a.txt');
      await problemsOf(document, 'passive-attribution');
      await vscode.commands.executeCommand('accordingTo.ignoreInWorkspace', document.uri, 'passive-attribution');
      await until(() => !problems(document).some((problem) => ruleOf(problem) === 'passive-attribution'));
      const text = new TextDecoder().decode(
        await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder(), '.according-to.json')),
      );
      assert.match(text, /\/\/ the house/);
      assert.match(text, /"passive-attribution": "off"/);
    });
  });
});
