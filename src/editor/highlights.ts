import * as vscode from 'vscode';
import type { Span } from '../article/span';
import type { Documents } from './documents';
import { rangeOf } from './ranges';
import { attributionOf, thingAt } from './text/at';

/** With the cursor in an attribution: what was said, the cue and the source light up together. */
export function highlightProvider(documents: Documents): vscode.DocumentHighlightProvider {
  return {
    async provideDocumentHighlights(document, position, token) {
      const analysed = await documents.settled(document);
      if (!analysed || token.isCancellationRequested) return undefined;
      const { analysis } = analysed;
      const thing = thingAt(analysis, document.offsetAt(position));
      if (!thing) return undefined;
      const highlight = (kind: vscode.DocumentHighlightKind) => (span: Span) =>
        new vscode.DocumentHighlight(rangeOf(document, span), kind);
      if (thing.kind === 'speaker') return thing.speaker.mentions.map(highlight(vscode.DocumentHighlightKind.Read));
      const attribution = attributionOf(analysis, thing);
      if (!attribution) return [thing.span].map(highlight(vscode.DocumentHighlightKind.Text));
      return [
        ...attribution.content.map(highlight(vscode.DocumentHighlightKind.Text)),
        ...attribution.cue.map(highlight(vscode.DocumentHighlightKind.Write)),
        ...attribution.source.map(highlight(vscode.DocumentHighlightKind.Read)),
      ];
    },
  };
}
