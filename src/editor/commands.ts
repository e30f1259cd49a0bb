import * as vscode from 'vscode';
import type { ConfigFiles } from './config-files';
import { rulePage } from './diagnostics';
import type { Documents } from './documents';
import type { Log } from './log';
import { rangeOf } from './ranges';
import { SECTION } from './settings';
import type { Switches } from './switches';

/** Commands that others of the extension's parts call; they are not in the palette. */
export const GO_TO = 'accordingTo.goTo';
export const SELECT = 'accordingTo.select';
export const SHOW_RULE = 'accordingTo.showRule';
export const IGNORE_IN_WORKSPACE = 'accordingTo.ignoreInWorkspace';

export const CHECK_NOW = 'accordingTo.checkNow';
export const SWITCH_OFF = 'accordingTo.switchOff';
export const SWITCH_ON = 'accordingTo.switchOn';
export const SHOW_OUTPUT = 'accordingTo.showOutput';
const NEXT_QUOTATION = 'accordingTo.nextQuotation';
const PREVIOUS_QUOTATION = 'accordingTo.previousQuotation';

/** What the commands work with. */
export interface Parts {
  readonly documents: Documents;
  readonly switches: Switches;
  readonly configFiles: ConfigFiles;
  readonly log: Log;
  readonly extensionUri: vscode.Uri;
}

export function registerCommands({ documents, switches, configFiles, log, extensionUri }: Parts): vscode.Disposable {
  const commands: Readonly<Record<string, (...args: never[]) => unknown>> = {
    [CHECK_NOW]: () => withArticle((editor) => documents.checkNow(editor.document)),
    [SWITCH_OFF]: () => withArticle(({ document }) => switches.set(document.uri, true)),
    [SWITCH_ON]: () => withArticle(({ document }) => switches.set(document.uri, false)),
    [SHOW_OUTPUT]: () => log.show(),
    [NEXT_QUOTATION]: () => withArticle((editor) => goToQuotation(documents, editor, 1)),
    [PREVIOUS_QUOTATION]: () => withArticle((editor) => goToQuotation(documents, editor, -1)),
    [GO_TO]: goTo,
    [SELECT]: select,
    [SHOW_RULE]: (rule: string) => showPage(rulePage(extensionUri, rule)),
    [IGNORE_IN_WORKSPACE]: (uri: vscode.Uri, rule: string) => ignoreInWorkspace(documents, configFiles, uri, rule),
  };
  return vscode.Disposable.from(
    ...Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(name, run)),
  );
}

function withArticle<T>(work: (editor: vscode.TextEditor) => T): T | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor && work(editor);
}

/** Shows a place: the address of its document, then line and character of its start and end, from 0. */
async function goTo(...[address, ...place]: readonly (string | number)[]): Promise<void> {
  const [line, character, endLine, endCharacter] = place.map(Number);
  await show(vscode.Uri.parse(String(address), true), new vscode.Range(line, character, endLine, endCharacter));
}

async function select(uri: vscode.Uri, start: number, end: number): Promise<void> {
  const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
  if (document) await show(uri, rangeOf(document, { start, end }));
}

/** A page of the documentation: rendered where VS Code has its Markdown preview, else as it is. */
async function showPage(page: vscode.Uri): Promise<void> {
  try {
    await vscode.commands.executeCommand('markdown.showPreview', page);
  } catch {
    await vscode.window.showTextDocument(page, { preview: true });
  }
}

/** Only a document that is open can be shown: links lead nowhere else. */
async function show(uri: vscode.Uri, selection: vscode.Range): Promise<void> {
  const open = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  const document = vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
  if (document) await vscode.window.showTextDocument(document, { selection, viewColumn: open?.viewColumn });
}

async function goToQuotation(documents: Documents, editor: vscode.TextEditor, step: 1 | -1): Promise<void> {
  const analysed = await documents.current(editor.document);
  const starts = (analysed?.analysis.quotations ?? [])
    .filter(({ kind }) => kind === 'speech' || kind === 'partial')
    .map(({ spans }) => spans[0].start);
  if (!starts.length) return;
  const here = editor.document.offsetAt(editor.selection.active);
  const next =
    step > 0
      ? (starts.find((start) => start > here) ?? starts[0])
      : (starts.findLast((start) => start < here) ?? starts[starts.length - 1]);
  const position = editor.document.positionAt(next);
  editor.selection = new vscode.Selection(position, position);
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Switches a rule off: in the configuration file where there is one, so that the command line knows, else in the settings. */
async function ignoreInWorkspace(
  documents: Documents,
  configFiles: ConfigFiles,
  uri: vscode.Uri,
  rule: string,
): Promise<void> {
  const engine = await documents.loaded();
  const file = await configFiles.nearest(uri, engine.readConfig);
  if (!file) {
    const configuration = vscode.workspace.getConfiguration(SECTION, uri);
    const { workspaceValue } = configuration.inspect<Record<string, string>>('rules') ?? {};
    const rules = { ...workspaceValue, [rule]: 'off' };
    return configuration.update('rules', rules, vscode.ConfigurationTarget.Workspace);
  }
  const document = await vscode.workspace.openTextDocument(file.uri);
  const edit = new vscode.WorkspaceEdit();
  const changes = engine.switchOff(document.getText(), rule);
  edit.set(
    file.uri,
    changes.map((change) => vscode.TextEdit.replace(rangeOf(document, change), change.text)),
  );
  await vscode.workspace.applyEdit(edit);
  await document.save();
}
