import * as vscode from 'vscode';
import { sourceFilesOf } from '../settings/source-files';

/** Reads what stands beside an article as the source of its quotations, and says when such a file has changed. */
export class SourceFiles implements vscode.Disposable {
  private readonly watcher = vscode.workspace.createFileSystemWatcher('**/*.source.{txt,md}');
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;

  constructor() {
    const tell = (uri: vscode.Uri): void => this.changed.fire(uri);
    this.watcher.onDidChange(tell);
    this.watcher.onDidCreate(tell);
    this.watcher.onDidDelete(tell);
  }

  async of({ uri }: vscode.TextDocument): Promise<readonly { readonly name: string; readonly text: string }[]> {
    if (uri.scheme === 'untitled') return [];
    const names = sourceFilesOf(uri.path.slice(uri.path.lastIndexOf('/') + 1));
    const found = await Promise.all(
      names.map(async (name) => {
        try {
          const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(uri, '..', name));
          return [{ name, text: new TextDecoder().decode(bytes) }];
        } catch {
          return []; // most articles have none
        }
      }),
    );
    return found.flat();
  }

  dispose(): void {
    this.watcher.dispose();
    this.changed.dispose();
  }
}
