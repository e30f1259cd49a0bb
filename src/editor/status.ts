import * as vscode from 'vscode';
import { CHECK_NOW, SHOW_OUTPUT, SWITCH_OFF, SWITCH_ON } from './commands';
import type { Documents } from './documents';
import { quotationCounts } from './text/outline';
import { count } from './text/words';

/** What the language status says, and what can be done about it. */
interface Status {
  readonly text: string;
  readonly detail?: string;
  readonly busy?: boolean;
  readonly severity?: vscode.LanguageStatusSeverity;
  readonly command?: vscode.Command;
}

/** The language status of the active article, and the context keys by which commands and views know how it stands. */
export function showStatus(documents: Documents): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem('accordingTo', []);
  item.name = 'According To';
  const update = (): void => {
    const document = vscode.window.activeTextEditor?.document;
    const status = document && statusOf(documents, document);
    const off = document !== undefined && documents.state(document)?.kind === 'off';
    void vscode.commands.executeCommand('setContext', 'accordingTo.article', status !== undefined && !off);
    void vscode.commands.executeCommand('setContext', 'accordingTo.switchedOff', off);
    item.selector = status && document ? { language: document.languageId, scheme: document.uri.scheme } : [];
    if (!status) return;
    item.text = `According To: ${status.text}`;
    item.detail = status.detail;
    item.busy = status.busy ?? false;
    item.severity = status.severity ?? vscode.LanguageStatusSeverity.Information;
    item.command = status.command;
    item.accessibilityInformation = { label: ['According To', status.text, status.detail].filter(Boolean).join(', ') };
  };
  update();
  return vscode.Disposable.from(
    item,
    vscode.window.onDidChangeActiveTextEditor(update),
    documents.onDidChange((document) => {
      if (document === vscode.window.activeTextEditor?.document) update();
    }),
  );
}

function statusOf(documents: Documents, document: vscode.TextDocument): Status | undefined {
  const state = documents.state(document);
  const analysed = documents.latest(document);
  switch (state?.kind) {
    case undefined:
      return undefined;
    case 'off':
      return { text: 'switched off for this file', command: { command: SWITCH_ON, title: 'Switch On' } };
    case 'too large':
      return {
        text: 'this text is too large to read',
        detail: `${megabytes(state.length)} of text; accordingTo.maxFileSize allows ${megabytes(state.limit)}`,
        severity: vscode.LanguageStatusSeverity.Warning,
        command: {
          command: 'workbench.action.openSettings',
          title: 'Change the Limit',
          arguments: ['accordingTo.maxFileSize'],
        },
      };
    case 'failed':
      return {
        text: 'this text could not be read',
        severity: vscode.LanguageStatusSeverity.Error,
        command: { command: SHOW_OUTPUT, title: 'Show Output' },
      };
    case 'waiting':
    case 'working':
      if (!analysed) return { text: 'reading …', busy: true };
  }
  if (!analysed) return { text: 'not read yet', command: { command: CHECK_NOW, title: 'Check Now' } };
  const { quotations, attributed } = quotationCounts(analysed.analysis);
  return {
    text: quotations ? `${count(quotations, 'quotation')}, ${attributed} attributed` : 'no quotations',
    detail: count(analysed.findings.length, 'finding'),
    busy: state?.kind === 'working',
    command: { command: SWITCH_OFF, title: 'Switch Off for This File' },
  };
}

function megabytes(length: number): string {
  return `${(length / 1_000_000).toFixed(1)} MB`;
}
