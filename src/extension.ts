import * as vscode from 'vscode';
import { CODE_ACTION_KINDS, codeActionProvider } from './editor/code-actions';
import { registerCommands } from './editor/commands';
import { ConfigFiles } from './editor/config-files';
import { showDiagnostics } from './editor/diagnostics';
import { Documents } from './editor/documents';
import { highlightProvider } from './editor/highlights';
import { forArticles } from './editor/for-articles';
import { hoverProvider } from './editor/hover';
import { openLog } from './editor/log';
import { showSources } from './editor/sources-view';
import { SourceFiles } from './editor/source-files';
import { showStatus } from './editor/status';
import { Switches } from './editor/switches';
import { symbolProvider } from './editor/symbols';

/**
 * The way in: called by VS Code once a text, Markdown or HTML document is open. Builds the parts and hands them over;
 * the engine is loaded by the first article that is read.
 */
export function activate({ subscriptions, workspaceState, extensionUri }: vscode.ExtensionContext): void {
  const log = openLog(subscriptions);
  const configFiles = new ConfigFiles(log);
  const sourceFiles = new SourceFiles();
  const switches = new Switches(workspaceState);
  const documents = new Documents(configFiles, sourceFiles, switches, log);
  const { languages } = vscode;
  subscriptions.push(
    configFiles,
    sourceFiles,
    switches,
    documents,
    showDiagnostics(documents, extensionUri),
    showStatus(documents),
    showSources(documents),
    registerCommands({ documents, switches, configFiles, log, extensionUri }),
    forArticles(
      (articles) => languages.registerHoverProvider(articles, hoverProvider(documents)),
      (articles) => languages.registerDocumentHighlightProvider(articles, highlightProvider(documents)),
      (articles) =>
        languages.registerDocumentSymbolProvider(articles, symbolProvider(documents), { label: 'According To' }),
      (articles) =>
        languages.registerCodeActionsProvider(articles, codeActionProvider(documents, log), {
          providedCodeActionKinds: CODE_ACTION_KINDS,
        }),
    ),
  );
}
