import type * as vscode from 'vscode';
import type { Analysis } from '../analysis';
import type { Analyser } from '../core';
import type { Finding } from '../rules/rule';
import { inSlices, type Turns } from './turns';

/** What the engine knows of a document at one version. Its offsets hold for this version alone. */
export interface Analysed {
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly analysis: Analysis;
  readonly findings: readonly Finding[];
}

/** How things stand with a document. */
export type State =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'working' }
  | { readonly kind: 'done' }
  | { readonly kind: 'too large'; readonly length: number; readonly limit: number }
  | { readonly kind: 'failed' };

/** What a session asks of the rest of the extension. */
export interface Surroundings {
  readonly turns: Turns;
  /** An analyser with the settings of the document, and how large the document may be, in UTF-16 code units. */
  prepare(document: vscode.TextDocument): Promise<{ readonly analyser: Analyser; readonly limit: number }>;
  urgency(document: vscode.TextDocument): number;
  /** Where what can be seen of a document ends, an offset; undefined where nothing can. */
  seenTo(document: vscode.TextDocument): number | undefined;
  /** Milliseconds to wait after a change. */
  debounce(document: vscode.TextDocument): number;
  /** Called after each change of `state` or `analysed`. */
  changed(session: Session): void;
  failed(document: vscode.TextDocument, error: unknown): void;
}

/** Shorter articles (UTF-16 code units) are read in one go: nobody notices. */
const LONG = 40_000;
/** What is read besides what can be seen: a speaker may be named just below. */
const BELOW = 2000;

/** Where the part of a long text ends that is read before the rest: after a paragraph below what can be seen. */
export function endOfHead(text: string, seenTo: number | undefined): number {
  if (seenTo === undefined || text.length < LONG) return text.length;
  const end = text.indexOf('\n', text.indexOf('\n', seenTo + BELOW) + 1);
  return end < seenTo + BELOW || 2 * end > text.length ? text.length : end;
}

/** Keeps one document analysed for as long as it lives. */
export class Session {
  state: State = { kind: 'waiting' };
  /** The newest analysis; it may be of an earlier version while the next one is on its way. */
  analysed: Analysed | undefined;
  /** At the first reading of a long document: the analysis of its head, good for offsets up to `to`. */
  private head: (Analysed & { readonly to: number }) | undefined;
  private closed = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private prepared: ReturnType<Surroundings['prepare']> | undefined;
  /** Counts the runs: an earlier run that finds a later one gives up. */
  private run = 0;
  /** The version that the newest run reads. */
  private readVersion = -1;
  private settled: (() => void)[] = [];

  constructor(
    readonly document: vscode.TextDocument,
    private readonly around: Surroundings,
  ) {}

  /** Analyses after `delay` milliseconds, unless asked again before. */
  schedule(delay: number): void {
    clearTimeout(this.timer);
    if (this.closed) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      void this.analyse();
    }, delay);
  }

  /** The document may have changed. Not every new version comes with a change of the text: line ends, say. */
  edited(): void {
    if (this.state.kind !== 'waiting' && this.readVersion === this.document.version) return;
    this.schedule(this.around.debounce(this.document));
  }

  /** Settings have changed: starts over with a new analyser. */
  restart(): void {
    this.prepared = undefined;
    this.run++;
    this.state = { kind: 'waiting' };
    this.schedule(0);
  }

  /**
   * The analysis of the document as it is now; undefined where there will be none. With `hurry`, for somebody who waits
   * for the answer, it does not wait for more typing. Who asks about one `offset` alone may get the analysis of the
   * document's head, which has no findings: what is wrong with an article only all of it can say.
   */
  async current(hurry: boolean, offset = Infinity): Promise<Analysed | undefined> {
    while (!this.closed && !this.isCurrent() && this.state.kind !== 'too large' && this.state.kind !== 'failed') {
      if (this.head?.version === this.document.version && offset < this.head.to) return this.head;
      if (this.state.kind !== 'working' && (hurry || this.timer === undefined)) this.schedule(0);
      await new Promise<void>((resolve) => this.settled.push(resolve));
    }
    return this.isCurrent() ? this.analysed : undefined;
  }

  close(): void {
    this.closed = true;
    clearTimeout(this.timer);
    this.analysed = undefined;
    this.settle();
  }

  private isCurrent(): boolean {
    return this.state.kind === 'done' && this.analysed?.version === this.document.version && !this.closed;
  }

  private async analyse(): Promise<void> {
    const run = ++this.run;
    const { version } = this.document;
    this.readVersion = version;
    const wanted = (): boolean => !this.closed && run === this.run && version === this.document.version;
    this.become({ kind: 'working' });
    try {
      const { analyser, limit } = await (this.prepared ??= this.around.prepare(this.document));
      if (!wanted()) return;
      const text = this.document.getText();
      if (text.length > limit) {
        this.analysed = undefined;
        return this.become({ kind: 'too large', length: text.length, limit });
      }
      const read = (text: string) =>
        this.around.turns.take(
          () => this.around.urgency(this.document),
          () => inSlices(analyser.steps(text, this.document.languageId), wanted),
        );
      const seenTo = this.analysed ? undefined : this.around.seenTo(this.document);
      const cut = endOfHead(text, seenTo);
      if (seenTo !== undefined && cut < text.length) {
        const first = await read(text.slice(0, cut));
        if (!first || !wanted()) return;
        this.head = { document: this.document, version, analysis: first.analysis, findings: [], to: seenTo };
        this.settle();
      }
      const result = await read(text);
      if (!result || !wanted()) return;
      this.analysed = { document: this.document, version, ...result };
      this.become({ kind: 'done' });
    } catch (error) {
      if (!wanted()) return;
      this.prepared = undefined;
      this.analysed = undefined;
      this.around.failed(this.document, error);
      this.become({ kind: 'failed' });
    } finally {
      // whoever changed the version may not have said so
      if (run === this.run && version !== this.document.version) this.edited();
      this.settle();
    }
  }

  private become(state: State): void {
    if (this.closed) return;
    if (state.kind !== 'working') this.head = undefined;
    this.state = state;
    this.around.changed(this);
  }

  private settle(): void {
    const settled = this.settled;
    this.settled = [];
    for (const resolve of settled) resolve();
  }
}
