import * as vscode from 'vscode';

const KEY = 'switchedOff';

/** The files for which somebody switched the extension off, remembered by the workspace. */
export class Switches implements vscode.Disposable {
  private readonly off: Set<string>;
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;

  constructor(private readonly state: vscode.Memento) {
    const kept = state.get<unknown>(KEY);
    this.off = new Set(Array.isArray(kept) ? kept.filter((uri) => typeof uri === 'string') : []);
  }

  isOff(uri: vscode.Uri): boolean {
    return this.off.has(uri.toString());
  }

  set(uri: vscode.Uri, off: boolean): void {
    if (this.isOff(uri) === off) return;
    if (off) this.off.add(uri.toString());
    else this.off.delete(uri.toString());
    this.changed.fire(uri);
    void this.state.update(KEY, [...this.off]);
  }

  /** An untitled document that is closed is gone: the next one of that name is another. */
  forget(uri: vscode.Uri): void {
    if (uri.scheme !== 'untitled' || !this.off.delete(uri.toString())) return;
    void this.state.update(KEY, [...this.off]);
  }

  dispose(): void {
    this.changed.dispose();
  }
}
