import * as vscode from 'vscode';
import type { ConfigFiles } from './config-files';
import { shown } from './config-files';
import type { Engine } from './engine';
import type { Log } from './log';
import { Session, type Analysed, type State } from './session';
import { isSourceFile } from '../settings/source-files';
import { editorSettings, houseSettings, SECTION } from './settings';
import type { SourceFiles } from './source-files';
import type { Switches } from './switches';
import { Turns } from './turns';

/** Documents that are views of something else, shown at home, or boxes and cells that hold no article. */
const VIEWS = new Set([
  'git',
  'gitfs',
  'git-commit',
  'output',
  'debug',
  'comment',
  'search-editor',
  'vscode',
  'vscode-scm',
  'vscode-notebook-cell',
  'vscode-interactive-input',
]);

/** How things stand with a document: `off`, somebody switched it off; undefined, it is none of ours. */
export type DocumentState = State | { readonly kind: 'off' };

/** The open articles, each kept analysed. */
export class Documents implements vscode.Disposable {
  private readonly sessions = new Map<vscode.TextDocument, Session>();
  private readonly changed = new vscode.EventEmitter<vscode.TextDocument>();
  private readonly parts: vscode.Disposable[] = [this.changed];
  private readonly turns = new Turns();
  private readonly warned = new Set<string>();
  private engine: Promise<Engine> | undefined;
  /** The state of a document, or what is known of it, has changed. */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly configFiles: ConfigFiles,
    private readonly sourceFiles: SourceFiles,
    private readonly switches: Switches,
    private readonly log: Log,
  ) {
    const { workspace } = vscode;
    this.parts.push(
      workspace.onDidOpenTextDocument((document) => this.look(document)),
      // a change of language closes the document and opens it again
      workspace.onDidCloseTextDocument((document) => {
        this.drop(document);
        this.switches.forget(document.uri);
      }),
      workspace.onDidChangeTextDocument(({ document }) => this.sessions.get(document)?.edited()),
      workspace.onDidChangeConfiguration((event) => {
        for (const document of workspace.textDocuments)
          if (event.affectsConfiguration(SECTION, document)) this.look(document, true);
      }),
      workspace.onDidChangeWorkspaceFolders(() => this.restart()),
      configFiles.onDidChange(() => this.restart()),
      sourceFiles.onDidChange(() => this.restart()),
      switches.onDidChange((uri) => {
        for (const document of workspace.textDocuments)
          if (document.uri.toString() === uri.toString()) this.look(document);
      }),
    );
    for (const document of workspace.textDocuments) this.look(document);
  }

  /** Undefined for a document that is none of ours. */
  state(document: vscode.TextDocument): DocumentState | undefined {
    if (!isArticle(document)) return undefined;
    return this.switches.isOff(document.uri) ? { kind: 'off' } : this.sessions.get(document)?.state;
  }

  /** The newest analysis of a document, perhaps of a version before the present one. */
  latest(document: vscode.TextDocument): Analysed | undefined {
    return this.sessions.get(document)?.analysed;
  }

  /** The analysis of a document as it is at this moment, and at once; undefined where there will be none. */
  async current(document: vscode.TextDocument): Promise<Analysed | undefined> {
    return this.sessions.get(document)?.current(true);
  }

  /** The same for somebody who asks about one offset: in a long article that was just opened the answer comes sooner. */
  async currentAt(document: vscode.TextDocument, offset: number): Promise<Analysed | undefined> {
    return this.sessions.get(document)?.current(true, offset);
  }

  /** The same for what follows the typing by itself: it may wait until the typing stops. */
  async settled(document: vscode.TextDocument): Promise<Analysed | undefined> {
    return this.sessions.get(document)?.current(false);
  }

  /** Analyses a document from scratch, now. */
  async checkNow(document: vscode.TextDocument): Promise<Analysed | undefined> {
    this.sessions.get(document)?.restart();
    return this.current(document);
  }

  /** The core, loaded at the first call. */
  async loaded(): Promise<Engine> {
    this.engine ??= this.load();
    return this.engine;
  }

  dispose(): void {
    for (const session of this.sessions.values()) session.close();
    this.sessions.clear();
    for (const part of this.parts) part.dispose();
  }

  private async load(): Promise<Engine> {
    const start = performance.now();
    const { engine } = await import('./engine');
    this.log.info(`The engine was loaded in ${Math.round(performance.now() - start)} ms`);
    return engine;
  }

  /** Takes a document up or drops it, as the settings have it now. */
  private look(document: vscode.TextDocument, settingsChanged = false): void {
    const session = this.sessions.get(document);
    if (!isArticle(document) || this.switches.isOff(document.uri)) {
      if (session) this.drop(document);
      else this.changed.fire(document);
    } else if (!session) this.take(document);
    else if (settingsChanged) session.restart();
  }

  private take(document: vscode.TextDocument): void {
    const session = new Session(document, {
      turns: this.turns,
      prepare: (document) => this.prepare(document),
      urgency,
      seenTo,
      debounce: (document) => editorSettings(document).debounce,
      changed: ({ document }) => this.changed.fire(document),
      failed: (document, error) => this.log.error(`${shown(document.uri)} could not be analysed`, error),
    });
    this.sessions.set(document, session);
    session.schedule(0);
  }

  private drop(document: vscode.TextDocument): void {
    this.sessions.get(document)?.close();
    if (this.sessions.delete(document)) this.changed.fire(document);
  }

  private restart(): void {
    for (const session of this.sessions.values()) session.restart();
  }

  private async prepare(document: vscode.TextDocument) {
    const engine = await this.loaded();
    const config = await this.configFiles.above(document, engine.readConfig);
    const options = engine.optionsFor(houseSettings(document), config, document.languageId, (message) => {
      if (!this.warned.has(message)) this.log.warn(`Settings: ${message}`);
      this.warned.add(message);
    });
    const sources = await this.sourceFiles.of(document);
    return { analyser: engine.createAnalyser({ ...options, sources }), limit: editorSettings(document).limit };
  }
}

function isArticle(document: vscode.TextDocument): boolean {
  if (isSourceFile(document.uri.path)) return false;
  return !document.isClosed && !VIEWS.has(document.uri.scheme) && editorSettings(document).enabled;
}

/** Where the last visible line of a document ends. */
function seenTo(document: vscode.TextDocument): number | undefined {
  const ends = vscode.window.visibleTextEditors
    .filter((editor) => editor.document === document)
    .flatMap(({ visibleRanges }) => visibleRanges.map(({ end }) => document.offsetAt(end)));
  return ends.length ? Math.max(...ends) : undefined;
}

/** What people look at comes first. */
function urgency(document: vscode.TextDocument): number {
  if (vscode.window.activeTextEditor?.document === document) return 2;
  return vscode.window.visibleTextEditors.some((editor) => editor.document === document) ? 1 : 0;
}
