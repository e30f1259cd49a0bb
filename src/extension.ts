import type * as vscode from 'vscode';

/** The way in: called by VS Code once a text, Markdown or HTML document is open. */
export function activate(_context: vscode.ExtensionContext): void {}

export function deactivate(): void {}
