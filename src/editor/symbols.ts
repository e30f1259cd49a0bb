import * as vscode from 'vscode';
import type { Documents } from './documents';
import { rangeOf } from './ranges';
import { sourcesOf, type Said } from './text/outline';
import { count } from './text/words';

/** The outline: speakers, and below each what they say. */
export function symbolProvider(documents: Documents): vscode.DocumentSymbolProvider {
  return {
    async provideDocumentSymbols(document, token) {
      const analysed = await documents.settled(document);
      if (!analysed || token.isCancellationRequested) return undefined;
      const { speakers, open } = sourcesOf(analysed.analysis);
      const symbolOf = ({ kind, label, span }: Said): vscode.DocumentSymbol => {
        const range = rangeOf(document, span);
        const symbol = kind === 'quotation' ? vscode.SymbolKind.String : vscode.SymbolKind.Event;
        return new vscode.DocumentSymbol(label || '…', kind, symbol, range, range);
      };
      const named = speakers.map(({ speaker, says }) => {
        const range = rangeOf(document, speaker.mentions[0] ?? says[0].span);
        const symbol = new vscode.DocumentSymbol(
          speaker.name || '…',
          speaker.role ?? '',
          vscode.SymbolKind.Object,
          range,
          range,
        );
        symbol.children = says.map(symbolOf);
        return symbol;
      });
      if (!open.length) return named;
      const range = rangeOf(document, open[0].span);
      const detail = count(open.length, 'quotation');
      const nobody = new vscode.DocumentSymbol('No speaker', detail, vscode.SymbolKind.Null, range, range);
      nobody.children = open.map(symbolOf);
      return [...named, nobody];
    },
  };
}
