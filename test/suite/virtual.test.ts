import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { apply, Archive, closeAll, fixFor, hoverOver, problems, problemsOf, until } from './desk';

const UNTIDY = 'Rescue at the pit\n\nTen miners are believed to be trapped.\n\n“We heard them,” Ada Brandwyke said.\n';

describe('a document of a virtual file system', () => {
  const scheme = 'archive';
  const archive = new Archive();
  const at = (path: string) => vscode.Uri.from({ scheme, path });
  const write = (path: string, text: string) => archive.writeFile(at(path), new TextEncoder().encode(text));
  let provider: vscode.Disposable;
  let day = 0;

  before(() => (provider = vscode.workspace.registerFileSystemProvider(scheme, archive)));
  beforeEach(() => void day++);
  afterEach(closeAll);
  after(() => provider.dispose());

  async function open(name: string): Promise<vscode.TextDocument> {
    const document = await vscode.workspace.openTextDocument(at(`/${day}/${name}`));
    await vscode.window.showTextDocument(document);
    return document;
  }

  it('gets the same service as a file', async () => {
    write(`/${day}/a.txt`, UNTIDY);
    const document = await open('a.txt');
    const [problem] = await problemsOf(document, 'passive-attribution');
    assert.match(await hoverOver(document, 'heard them'), /^\*\*Ada Brandwyke\*\*/);
    await apply(await fixFor(document, problem, 'Add a note [who?]'));
    assert.match(document.getText(), /believed \[who\?\] to/);
  });

  it('follows the configuration file above it', async () => {
    write(`/${day}/.according-to.json`, '{ "rules": { "passive-attribution": "error" } }');
    write(`/${day}/deep/a.txt`, UNTIDY);
    const document = await open('deep/a.txt');
    const [problem] = await problemsOf(document, 'passive-attribution');
    assert.equal(problem.severity, vscode.DiagnosticSeverity.Error);
  });

  it('follows it when it is written anew', async () => {
    write(`/${day}/.according-to.json`, '{ "rules": { "passive-attribution": "error" } }');
    write(`/${day}/a.txt`, UNTIDY);
    const document = await open('a.txt');
    await problemsOf(document, 'passive-attribution');
    const config = await open('.according-to.json');
    const edit = new vscode.WorkspaceEdit();
    edit.replace(config.uri, new vscode.Range(0, 0, 1, 0), '{ "rules": { "passive-attribution": "hint" } }');
    await vscode.workspace.applyEdit(edit);
    await config.save();
    await until(() => problems(document)[0]?.severity === vscode.DiagnosticSeverity.Hint);
  });

  it('is no article when it is the source of one', async () => {
    write(`/${day}/a.source.txt`, UNTIDY);
    write(`/${day}/b.txt`, UNTIDY);
    const source = await open('a.source.txt');
    await problemsOf(await open('b.txt'), 'passive-attribution');
    assert.deepEqual(problems(source), []);
  });
});

describe('hostile copy', () => {
  afterEach(closeAll);

  it('makes no link, command, picture or markup in a hover', async () => {
    const name = 'Ada [x](command:workbench.action.quit) <b>Brandwyke</b>';
    const document = await vscode.workspace.openTextDocument({
      language: 'plaintext',
      content: `Day\n\n“See ![p](https://example.org/p.png) and <img src=x> now,” said ${name}.\n\n“[Click](command:x) it all,” Brandwyke said.\n`,
    });
    await vscode.window.showTextDocument(document);
    const hover = await until(async () => (await hoverOver(document, 'and <img')) || undefined);
    const unescaped = hover.replace(/\\[!-/:-@[-`{-~]/g, '');
    assert.doesNotMatch(unescaped.replace(/\]\(command:accordingTo\.goTo\?[^)]*\)/g, ''), /[<>]|\]\(|command/);
  });
});
