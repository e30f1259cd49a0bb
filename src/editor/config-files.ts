import * as vscode from 'vscode';
import type { Config } from '../settings/config-file';
import type { Log } from './log';

/** The name is known before the engine is loaded: watching is part of registering. */
const NAME = '.according-to.json';

/**
 * Finds the configuration file that holds for a document, reads it through VS Code's file system (so that virtual
 * workspaces have theirs), and says when one has changed. What is wrong in a file stands in the Problems panel.
 */
export class ConfigFiles implements vscode.Disposable {
  private readonly read = new Map<string, Promise<Config | undefined>>();
  private readonly problems = vscode.languages.createDiagnosticCollection('according-to settings');
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly parts: vscode.Disposable[] = [this.problems, this.changed];
  /** A configuration file has come, changed or gone. */
  readonly onDidChange = this.changed.event;

  constructor(private readonly log: Log) {
    const watcher = vscode.workspace.createFileSystemWatcher(`**/${NAME}`);
    const forget = (uri: vscode.Uri): void => {
      this.read.delete(uri.toString());
      this.problems.delete(uri);
      this.changed.fire(uri);
    };
    this.parts.push(
      watcher,
      watcher.onDidChange(forget),
      watcher.onDidCreate(forget),
      watcher.onDidDelete(forget),
      // not every file system tells of changes; a file that is saved here has changed in any case
      vscode.workspace.onDidSaveTextDocument(({ uri }) => {
        if (uri.path.endsWith(`/${NAME}`)) forget(uri);
      }),
    );
  }

  /** What holds for a document; undefined where there is no configuration file above it. */
  async above({ uri }: vscode.TextDocument, parse: (text: string) => Config): Promise<Config | undefined> {
    return (await this.nearest(uri, parse))?.config;
  }

  /**
   * The nearest configuration file above a document, inside its workspace folder where it has one; for a document that
   * is not saved anywhere the one of the first workspace folder.
   */
  async nearest(
    document: vscode.Uri,
    parse: (text: string) => Config,
  ): Promise<{ readonly uri: vscode.Uri; readonly config: Config } | undefined> {
    for (const folder of foldersAbove(document)) {
      const uri = vscode.Uri.joinPath(folder, NAME);
      const config = await this.at(uri, parse);
      if (config) return { uri, config };
    }
    return undefined;
  }

  dispose(): void {
    for (const part of this.parts) part.dispose();
  }

  private at(uri: vscode.Uri, parse: (text: string) => Config): Promise<Config | undefined> {
    const key = uri.toString();
    let config = this.read.get(key);
    if (!config) this.read.set(key, (config = this.load(uri, parse)));
    return config;
  }

  private async load(uri: vscode.Uri, parse: (text: string) => Config): Promise<Config | undefined> {
    let text: string;
    try {
      text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    } catch {
      return undefined; // most folders have none
    }
    const config = parse(text);
    for (const { line, message } of config.problems) this.log.warn(`${shown(uri)}:${line}: ${message}`);
    this.problems.set(
      uri,
      config.problems.map(({ offset, length, message }) => {
        const range = new vscode.Range(positionIn(text, offset), positionIn(text, offset + length));
        const diagnostic = new vscode.Diagnostic(range, message, vscode.DiagnosticSeverity.Warning);
        diagnostic.source = 'According To';
        return diagnostic;
      }),
    );
    return config;
  }
}

function foldersAbove(uri: vscode.Uri): vscode.Uri[] {
  const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri;
  if (uri.scheme === 'untitled') return (vscode.workspace.workspaceFolders ?? []).slice(0, 1).map(({ uri }) => uri);
  const folders: vscode.Uri[] = [];
  for (let at = vscode.Uri.joinPath(uri, '..'); ; at = vscode.Uri.joinPath(at, '..')) {
    folders.push(at);
    if (at.path === folder?.path || at.path === '/' || !at.path || folders.length > 64) return folders;
  }
}

function positionIn(text: string, offset: number): vscode.Position {
  const lines = text.slice(0, offset).split(/\r\n|\n|\r/);
  return new vscode.Position(lines.length - 1, lines[lines.length - 1].length);
}

/** A file as people name it. */
export function shown(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri);
}
