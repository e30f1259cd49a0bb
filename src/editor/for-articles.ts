import * as vscode from 'vscode';
import { articleLanguages, SECTION } from './settings';

/** Registers providers for the languages that the settings list, and again whenever that list changes. */
export function forArticles(
  ...register: readonly ((articles: vscode.DocumentSelector) => vscode.Disposable)[]
): vscode.Disposable {
  // named one by one: a selector for any language ranks behind VS Code's own providers
  const all = (): vscode.Disposable => {
    const articles = articleLanguages().map((language) => ({ language }));
    return vscode.Disposable.from(...register.map((one) => one(articles)));
  };
  let registered = all();
  const listener = vscode.workspace.onDidChangeConfiguration((event) => {
    if (!event.affectsConfiguration(`${SECTION}.languages`)) return;
    registered.dispose();
    registered = all();
  });
  return new vscode.Disposable(() => vscode.Disposable.from(listener, registered).dispose());
}
