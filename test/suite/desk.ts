import * as vscode from 'vscode';

/** Asks again and again until there is an answer; throws when there is none within `patience` milliseconds. */
export async function until<T>(
  ask: () => T | undefined | false | Thenable<T | undefined | false>,
  patience = 20_000,
): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`nothing within ${patience} ms: ${ask.toString().replace(/\s+/g, ' ')}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** A new untitled document, shown, with the cursor at its start. */
export async function article(content: string, language = 'plaintext'): Promise<vscode.TextDocument> {
  // VS Code may bring back what an earlier untitled document of that name held
  return until(async () => {
    const opened = await vscode.workspace.openTextDocument({ language, content });
    await vscode.window.showTextDocument(opened, { selection: new vscode.Range(0, 0, 0, 0) });
    if (opened.getText() === content) return opened;
    await closeAll();
    return undefined;
  });
}

/** Closes all editors without asking what to save, and waits until their untitled documents are gone. */
export async function closeAll(): Promise<void> {
  for (let i = 0; i < 20 && vscode.window.activeTextEditor; i++)
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  // the next untitled document gets the name of one that is gone: let it be gone
  await until(() => vscode.workspace.textDocuments.every(({ isUntitled }) => !isUntitled));
}

/** What According To says of a document. */
export function problems({ uri }: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'According To');
}

/** The id of the rule behind a problem. */
export function ruleOf({ code }: vscode.Diagnostic): string {
  return typeof code === 'object' ? String(code.value) : String(code);
}

/** The problems of a rule, once there are any. */
export function problemsOf(document: vscode.TextDocument, rule: string): Promise<vscode.Diagnostic[]> {
  return until(() => {
    const found = problems(document).filter((problem) => ruleOf(problem) === rule);
    return found.length > 0 && found;
  });
}

export function noProblems(document: vscode.TextDocument): Promise<true> {
  return until(() => problems(document).length === 0);
}

/** The place where some words stand first. */
export function placeOf(document: vscode.TextDocument, words: string): vscode.Position {
  const at = document.getText().indexOf(words);
  if (at < 0) throw new Error(`no ${words} in the text`);
  return document.positionAt(at + 1);
}

/** What the hover over some words says, as Markdown; empty where it says nothing. */
export async function hoverOver(document: vscode.TextDocument, words: string): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    placeOf(document, words),
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}

/** The quick fix with this title for a problem. The editor learns of problems a little later than the test: it waits. */
export function fixFor(
  document: vscode.TextDocument,
  { range }: vscode.Diagnostic,
  title: string | RegExp,
): Promise<vscode.CodeAction> {
  return until(async () => {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
      undefined,
      100,
    );
    return actions.find((action) => (typeof title === 'string' ? action.title === title : title.test(action.title)));
  });
}

/** Applies a quick fix as the editor does: its edit, then its command. */
export async function apply({ edit, command }: vscode.CodeAction): Promise<void> {
  if (edit) await vscode.workspace.applyEdit(edit);
  if (command) await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
}

/** Sets settings for one test; returns what puts them back. */
export async function set(name: string, value: unknown): Promise<() => Thenable<void>> {
  const configuration = vscode.workspace.getConfiguration('accordingTo');
  await configuration.update(name, value, vscode.ConfigurationTarget.Global);
  return () =>
    vscode.workspace.getConfiguration('accordingTo').update(name, undefined, vscode.ConfigurationTarget.Global);
}

/** A file system of the test's own, as a virtual workspace has one: files by path, in memory. */
export class Archive implements vscode.FileSystemProvider {
  private readonly files = new Map<string, Uint8Array>();
  private readonly changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changed.event;

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {});
  }
  stat({ path }: vscode.Uri): vscode.FileStat {
    const bytes = this.files.get(path);
    if (bytes) return { type: vscode.FileType.File, ctime: 0, mtime: bytes.length, size: bytes.length };
    if ([...this.files.keys()].some((file) => file.startsWith(path.replace(/\/?$/, '/'))))
      return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    throw vscode.FileSystemError.FileNotFound(path);
  }
  readDirectory(): [string, vscode.FileType][] {
    return [];
  }
  readFile({ path }: vscode.Uri): Uint8Array {
    const bytes = this.files.get(path);
    if (!bytes) throw vscode.FileSystemError.FileNotFound(path);
    return bytes;
  }
  writeFile(uri: vscode.Uri, bytes: Uint8Array): void {
    this.files.set(uri.path, bytes);
    this.changed.fire([{ type: vscode.FileChangeType.Changed, uri }]);
  }
  createDirectory(): void {}
  delete({ path }: vscode.Uri): void {
    this.files.delete(path);
  }
  rename(): void {
    throw vscode.FileSystemError.NoPermissions();
  }
}
