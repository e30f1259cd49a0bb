import { TreeFragment, type Parser, type Tree } from '@lezer/common';
import { changeBetween } from './change';

/** A text as a parser read it: what it needs to read another version of the text only where that differs. */
export interface Parsed {
  readonly parser: Parser;
  readonly source: string;
  readonly tree: Tree;
}

/** Parses a text; what it has in common with what was parsed before by the same parser is taken over. */
export function parsed(parser: Parser, source: string, before?: Parsed): Parsed {
  if (before?.parser !== parser) return { parser, source, tree: parser.parse(source) };
  if (before.source === source) return before;
  const { prefix, suffix } = changeBetween(before.source, source);
  const change = {
    fromA: prefix,
    toA: before.source.length - suffix,
    fromB: prefix,
    toB: source.length - suffix,
  };
  const fragments = TreeFragment.applyChanges(TreeFragment.addTree(before.tree), [change]);
  return { parser, source, tree: parser.parse(source, fragments) };
}
