import * as vscode from 'vscode';

export const SECTION = 'accordingTo';

/** What the editor itself has to know, for a document. */
export interface EditorSettings {
  readonly enabled: boolean;
  /** Milliseconds between the last change and the analysis. */
  readonly debounce: number;
  /** The longest text that is analysed, in UTF-16 code units. */
  readonly limit: number;
}

const HOUSE = ['style', 'rules', 'quotationMarks', 'claimQuotes', 'agencies', 'cues', 'neverSources', 'ownAgencies'];

function configurationFor(document: vscode.TextDocument): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration(SECTION, document);
}

/** The editor's settings for a document, its language's among them. Values that cannot be are as if not set. */
export function editorSettings(document: vscode.TextDocument): EditorSettings {
  const configuration = configurationFor(document);
  return {
    enabled: configuration.get('enable') !== false && languagesIn(configuration).includes(document.languageId),
    debounce: positive(configuration.get('debounce'), 150),
    limit: positive(configuration.get('maxFileSize'), 2_000_000),
  };
}

/** The languages in which articles are written, in any folder of the workspace. */
export function articleLanguages(): readonly string[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const everywhere = [undefined, ...folders].map((scope) => vscode.workspace.getConfiguration(SECTION, scope));
  return [...new Set(everywhere.flatMap(languagesIn))];
}

function languagesIn(configuration: vscode.WorkspaceConfiguration): readonly string[] {
  const languages = configuration.get<unknown>('languages');
  return Array.isArray(languages) ? languages.filter((language) => typeof language === 'string') : [];
}

/** What the house has set for a document by hand; defaults are left out, so that a style can have its say. */
export function houseSettings(document: vscode.TextDocument): Readonly<Record<string, unknown>> {
  const configuration = configurationFor(document);
  const set: Record<string, unknown> = {};
  for (const name of HOUSE) {
    const {
      defaultValue: _default,
      key: _key,
      languageIds: _ids,
      ...scopes
    } = configuration.inspect(name) ?? { key: '' };
    if (Object.values(scopes).some((value) => value !== undefined)) set[name] = configuration.get(name);
  }
  return set;
}

function positive(value: unknown, otherwise: number): number {
  return typeof value === 'number' && value >= 0 ? value : otherwise;
}
