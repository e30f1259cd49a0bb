import * as vscode from 'vscode';
import { GO_TO } from './commands';
import type { Documents } from './documents';
import { rangeOf } from './ranges';
import { thingAt } from './text/at';
import { hoverText } from './text/hover-text';
import { toMarkdown } from './text/markdown';

/** Who said it, on hovering over a quotation, a cue, a source, an agency or a speaker's name. */
export function hoverProvider(documents: Documents): vscode.HoverProvider {
  return {
    async provideHover(document, position, token) {
      const analysed = await documents.currentAt(document, document.offsetAt(position));
      if (!analysed || token.isCancellationRequested) return undefined;
      const { analysis } = analysed;
      const thing = thingAt(analysis, document.offsetAt(position));
      if (!thing) return undefined;
      const lines = hoverText(analysis, thing, {
        line: (offset) => document.positionAt(offset).line + 1,
        link: (span) => goToLink(document, rangeOf(document, span)),
      });
      if (!lines.length) return undefined;
      const markdown = new vscode.MarkdownString(toMarkdown(lines));
      // the one command that a hover may run, with arguments of our own making
      markdown.isTrusted = { enabledCommands: [GO_TO] };
      markdown.supportHtml = false;
      return new vscode.Hover(markdown, rangeOf(document, thing.span));
    },
  };
}

function goToLink({ uri }: vscode.TextDocument, { start, end }: vscode.Range): string {
  const place = [uri.toString(), start.line, start.character, end.line, end.character];
  return `command:${GO_TO}?${encodeURIComponent(JSON.stringify(place))}`;
}
