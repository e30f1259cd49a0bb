import * as vscode from 'vscode';
import type { Span } from '../article/span';
import type { SpeakerType } from '../people/speaker';
import { GO_TO } from './commands';
import type { Documents } from './documents';
import type { Analysed } from './session';
import { rangeOf } from './ranges';
import { sourcesOf, type AgencyNamed, type Said, type SpeakerSays } from './text/outline';
import { count } from './text/words';

export const SOURCES_VIEW = 'accordingTo.sources';

type Node =
  | { readonly kind: 'speaker'; readonly speaks: SpeakerSays }
  | { readonly kind: 'agency'; readonly named: AgencyNamed }
  | { readonly kind: 'open'; readonly open: readonly Said[] }
  | { readonly kind: 'place'; readonly label: string; readonly icon: string; readonly span: Span };

const ICONS: Readonly<Record<SpeakerType, string>> = {
  person: 'person',
  role: 'person',
  unnamed: 'question',
  collective: 'organization',
  organisation: 'organization',
  place: 'location',
  agency: 'radio-tower',
  media: 'radio-tower',
  document: 'file-text',
};

/** The view "Sources": who speaks in the active article and what, its agencies, and quotations that nobody said. */
export function showSources(documents: Documents): vscode.Disposable {
  const tree = new SourcesTree(documents);
  const view = vscode.window.createTreeView(SOURCES_VIEW, { treeDataProvider: tree, showCollapseAll: true });
  const update = (): void => {
    tree.follow();
    view.message = tree.message();
  };
  update();
  return vscode.Disposable.from(
    view,
    vscode.window.onDidChangeActiveTextEditor(update),
    documents.onDidChange((document) => {
      if (tree.document === document || vscode.window.activeTextEditor?.document === document) update();
    }),
  );
}

class SourcesTree implements vscode.TreeDataProvider<Node> {
  /** The article on show. */
  document: vscode.TextDocument | undefined;
  private analysed: Analysed | undefined;
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;

  constructor(private readonly documents: Documents) {}

  /** Shows the active article; with something else in focus, a panel say, the article stays while it can be seen. */
  follow(): void {
    const active = vscode.window.activeTextEditor?.document;
    if (active && this.documents.state(active)) this.document = active;
    else if (!vscode.window.visibleTextEditors.some(({ document }) => document === this.document))
      this.document = undefined;
    const analysed = this.document && this.documents.latest(this.document);
    const changed = analysed !== this.analysed;
    this.analysed = analysed;
    if (changed) this.changed.fire();
  }

  /** What to say above the tree where it is not as expected. */
  message(): string | undefined {
    const state = this.document && this.documents.state(this.document);
    if (!this.document || !state) return undefined;
    if (state.kind === 'off') return 'Switched off for this file.';
    if (state.kind === 'too large') return 'This text is too large to read.';
    return this.analysed && !this.roots().length ? 'Nobody speaks in this text.' : undefined;
  }

  getChildren(node?: Node): Node[] {
    switch (node?.kind) {
      case undefined:
        return this.roots();
      case 'speaker':
        return node.speaks.says.map(saidNode);
      case 'open':
        return node.open.map(saidNode);
      case 'agency':
        return node.named.mentions.map(({ use, start, end }) => ({
          kind: 'place',
          label: use,
          icon: 'radio-tower',
          span: { start, end },
        }));
      case 'place':
        return [];
    }
  }

  getTreeItem(node: Node): vscode.TreeItem {
    switch (node.kind) {
      case 'speaker': {
        const { speaker, says } = node.speaks;
        const said = `${count(says.length, 'time')}`;
        const item = parent(speaker.name, ICONS[speaker.type], [speaker.role, said].filter(Boolean).join(' · '));
        item.accessibilityInformation = {
          label: [speaker.name, speaker.role, `speaks ${said}`].filter(Boolean).join(', '),
        };
        return item;
      }
      case 'agency': {
        const { name, mentions } = node.named;
        const item = parent(name, 'radio-tower', `${count(mentions.length, 'time')}`);
        item.accessibilityInformation = { label: `${name}, agency, named ${count(mentions.length, 'time')}` };
        return item;
      }
      case 'open': {
        const item = parent('No speaker', 'warning', count(node.open.length, 'quotation'));
        item.accessibilityInformation = { label: `${count(node.open.length, 'quotation')} without a speaker` };
        return item;
      }
      case 'place':
        return this.placeItem(node);
    }
  }

  private placeItem({ label, icon, span }: Node & { kind: 'place' }): vscode.TreeItem {
    const item = new vscode.TreeItem(label);
    item.iconPath = new vscode.ThemeIcon(icon);
    item.tooltip = label;
    if (!this.document || this.analysed?.version !== this.document.version) return item;
    const { start, end } = rangeOf(this.document, span);
    // the line goes first: in a narrow view the end of the words is cut off
    item.label = `${start.line + 1}: ${label}`;
    item.command = {
      command: GO_TO,
      title: 'Show',
      arguments: [this.document.uri.toString(), start.line, start.character, end.line, end.character],
    };
    item.accessibilityInformation = { label: `${label}, line ${start.line + 1}` };
    return item;
  }

  private roots(): Node[] {
    if (!this.analysed) return [];
    const { speakers, agencies, open } = sourcesOf(this.analysed.analysis);
    return [
      ...(open.length ? [{ kind: 'open', open } as const] : []),
      ...speakers.map((speaks) => ({ kind: 'speaker', speaks }) as const),
      ...agencies.map((named) => ({ kind: 'agency', named }) as const),
    ];
  }
}

function saidNode({ kind, label, span }: Said): Node {
  return { kind: 'place', label, icon: kind === 'quotation' ? 'quote' : 'comment', span };
}

function parent(label: string, icon: string, description: string): vscode.TreeItem {
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Expanded);
  item.iconPath = new vscode.ThemeIcon(icon);
  item.description = description;
  return item;
}
