import * as vscode from 'vscode';
import type { Finding, Fix, TextEdit } from '../rules/rule';
import { IGNORE_IN_WORKSPACE, SELECT, SHOW_RULE } from './commands';
import { SOURCE } from './diagnostics';
import type { Documents } from './documents';
import type { Log } from './log';
import { rangeOf, spanOf } from './ranges';
import type { Analysed } from './session';
import { selectionAfter, together } from './text/fixes';
import { ignoreHere, ignoreInFile } from './text/ignore';

const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append('accordingTo');

export const CODE_ACTION_KINDS = [vscode.CodeActionKind.QuickFix, FIX_ALL];

/** What can be done about the findings at the cursor: the rules' own fixes first, ignoring them last. */
export function codeActionProvider(documents: Documents, log: Log): vscode.CodeActionProvider {
  return {
    async provideCodeActions(document, range, context, token) {
      const wantsAll = context.only?.contains(FIX_ALL) ?? false;
      const wantsFixes = !context.only || context.only.contains(vscode.CodeActionKind.QuickFix);
      if (!wantsAll && !wantsFixes) return undefined;
      const analysed = await documents.settled(document);
      if (!analysed || token.isCancellationRequested) return undefined;
      const desk = new Desk(analysed, documents, log, context.diagnostics);
      const here = spanOf(document, range);
      const findings = analysed.findings.filter(({ start, end }) => start <= here.end && here.start <= end);
      const actions = [
        ...(wantsFixes ? await desk.fixesOf(findings) : []),
        ...(wantsAll ? await desk.allSafeFixes() : []),
      ];
      // the offsets in these edits are of this version
      return analysed.version === document.version ? actions : undefined;
    },
  };
}

/** Makes code actions out of one analysis. */
class Desk {
  constructor(
    private readonly analysed: Analysed,
    private readonly documents: Documents,
    private readonly log: Log,
    private readonly shown: readonly vscode.Diagnostic[],
  ) {}

  async fixesOf(findings: readonly Finding[]): Promise<vscode.CodeAction[]> {
    const fixes: vscode.CodeAction[] = [];
    const ways: vscode.CodeAction[] = [];
    const seen = new Set<string>();
    for (const finding of findings) {
      for (const fix of await this.fixes(finding)) fixes.push(this.fixAction(finding, fix));
      if (!seen.has(finding.rule)) fixes.push(...(await this.allOfKind(finding)));
      ways.push(...this.waysOut(finding, seen.has(finding.rule)));
      seen.add(finding.rule);
    }
    return [...fixes, ...ways];
  }

  /** One action that makes every safe fix in the file, for saving and for "Fix All". */
  async allSafeFixes(): Promise<vscode.CodeAction[]> {
    const edits = together(await this.safeFixes(this.analysed.findings));
    if (!edits.length) return [];
    const action = new vscode.CodeAction('Mend all that is safe to mend', FIX_ALL);
    action.edit = this.workspaceEdit(edits);
    return [action];
  }

  private async allOfKind(finding: Finding): Promise<vscode.CodeAction[]> {
    const kind = this.analysed.findings.filter(({ rule }) => rule === finding.rule);
    if (kind.length < 2) return [];
    const fixes = await this.safeFixes(kind);
    if (fixes.length < 2) return [];
    const action = new vscode.CodeAction(`Fix all in this file: ${finding.rule}`, vscode.CodeActionKind.QuickFix);
    action.edit = this.workspaceEdit(together(fixes));
    action.diagnostics = this.diagnosticsOf(finding);
    return [action];
  }

  private waysOut(finding: Finding, seen: boolean): vscode.CodeAction[] {
    const { analysis, document } = this.analysed;
    const edit = (title: string, change: TextEdit): vscode.CodeAction => {
      const action = this.quickFix(title, finding);
      action.edit = this.workspaceEdit([change]);
      return action;
    };
    const command = (title: string, command: string, ...args: unknown[]): vscode.CodeAction => {
      const action = this.quickFix(title, finding);
      action.command = { title, command, arguments: args };
      return action;
    };
    const ways = [edit(`Ignore ${finding.rule} here`, ignoreHere(analysis, finding))];
    if (seen) return ways;
    ways.push(edit(`Ignore ${finding.rule} in this file`, ignoreInFile(analysis, finding)));
    if (vscode.workspace.workspaceFolders?.length)
      ways.push(command(`Ignore ${finding.rule} in this workspace`, IGNORE_IN_WORKSPACE, document.uri, finding.rule));
    ways.push(command(`Read about ${finding.rule}`, SHOW_RULE, finding.rule));
    return ways;
  }

  private fixAction(finding: Finding, fix: Fix): vscode.CodeAction {
    const action = this.quickFix(fix.title, finding);
    action.edit = this.workspaceEdit(fix.edits);
    if (fix.preferred) action.isPreferred = true;
    const select = selectionAfter(fix);
    if (select)
      action.command = {
        title: fix.title,
        command: SELECT,
        arguments: [this.analysed.document.uri, select.start, select.end],
      };
    return action;
  }

  private quickFix(title: string, finding: Finding): vscode.CodeAction {
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    action.diagnostics = this.diagnosticsOf(finding);
    return action;
  }

  private diagnosticsOf(finding: Finding): vscode.Diagnostic[] {
    const range = rangeOf(this.analysed.document, finding);
    return this.shown.filter(
      ({ source, code, range: at }) =>
        source === SOURCE && typeof code === 'object' && code.value === finding.rule && at.isEqual(range),
    );
  }

  private workspaceEdit(edits: readonly TextEdit[]): vscode.WorkspaceEdit {
    const { document } = this.analysed;
    const edit = new vscode.WorkspaceEdit();
    // one set of edits is one step to undo
    edit.set(
      document.uri,
      edits.map((one) => vscode.TextEdit.replace(rangeOf(document, one), one.text)),
    );
    return edit;
  }

  private async safeFixes(findings: readonly Finding[]): Promise<Fix[]> {
    const safe: Fix[] = [];
    for (const finding of findings) {
      const fix = (await this.fixes(finding)).find((one) => one.safe);
      if (fix) safe.push(fix);
    }
    return safe;
  }

  /** A rule that stumbles over its own fix must not take the others' fixes with it. */
  private async fixes(finding: Finding): Promise<readonly Fix[]> {
    try {
      const engine = await this.documents.loaded();
      return await engine.fixes(finding, this.analysed.analysis);
    } catch (error) {
      this.log.error(`No fix for ${finding.rule}`, error);
      return [];
    }
  }
}
