import * as vscode from 'vscode';
import type { Finding, Severity } from '../rules/rule';
import type { Documents } from './documents';
import { rangeOf } from './ranges';

export const SOURCE = 'According To';

const SEVERITIES: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** Shows findings as problems for as long as their document is open and analysed. */
export function showDiagnostics(documents: Documents, extensionUri: vscode.Uri): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('according-to');
  const listener = documents.onDidChange((document) => {
    const analysed = documents.latest(document);
    if (!analysed) collection.delete(document.uri);
    // while the next version is being analysed VS Code moves the markers along with the text
    else if (analysed.version === document.version && documents.state(document)?.kind === 'done')
      collection.set(
        document.uri,
        analysed.findings.map((finding) => diagnosticOf(finding, document, extensionUri)),
      );
  });
  return vscode.Disposable.from(listener, collection);
}

/** The page of a rule, as it comes with the extension. */
export function rulePage(extensionUri: vscode.Uri, rule: string): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, 'docs', 'rules', `${rule}.md`);
}

function diagnosticOf(finding: Finding, document: vscode.TextDocument, extensionUri: vscode.Uri): vscode.Diagnostic {
  const range = rangeOf(document, finding);
  const diagnostic = new vscode.Diagnostic(range, finding.message, SEVERITIES[finding.severity]);
  diagnostic.source = SOURCE;
  diagnostic.code = { value: finding.rule, target: rulePage(extensionUri, finding.rule) };
  diagnostic.relatedInformation = finding.related.map(
    (place) =>
      new vscode.DiagnosticRelatedInformation(
        new vscode.Location(document.uri, rangeOf(document, place)),
        place.message,
      ),
  );
  return diagnostic;
}
