import type { Parser, Tree, TreeFragment } from '@lezer/common';
import { pace } from '../steps';
import { changeBetween } from './change';
import { TreeFragment as Fragments } from './parsers';

/** A text as a parser read it: what it needs to read another version of the text only where that differs. */
export interface Parsed {
  readonly parser: Parser;
  readonly source: string;
  readonly tree: Tree;
}

/** Parses a text with rests between; what it has in common with what was parsed before by the same parser is taken over. */
export function* parsed(parser: Parser, source: string, before?: Parsed): Generator<void, Parsed> {
  if (before?.parser !== parser) return { parser, source, tree: yield* treeOf(parser, source) };
  if (before.source === source) return before;
  const { prefix, suffix } = changeBetween(before.source, source);
  // To the end of the line: the start of a text may not be taken for that of the indented line that it was cut from.
  const lineEnd = source.indexOf('\n', source.length - suffix);
  const toB = lineEnd < 0 ? source.length : lineEnd;
  // From the line above: whether a table begins there, and ends a quotation, the line below says.
  const from = Math.max(0, source.lastIndexOf('\n', prefix - 1));
  const change = { fromA: from, toA: toB + before.source.length - source.length, fromB: from, toB };
  const fragments = Fragments.applyChanges(Fragments.addTree(before.tree), [change]);
  return { parser, source, tree: yield* treeOf(parser, source, fragments) };
}

export function* treeOf(parser: Parser, source: string, fragments?: readonly TreeFragment[]): Generator<void, Tree> {
  const parse = parser.startParse(source, fragments);
  const mayRest = pace();
  for (;;) {
    const tree = parse.advance();
    if (tree) return tree;
    if (mayRest(parse.parsedPos)) yield;
  }
}
