/**
 * What reads Markdown and HTML. In the bundles this module is not run until something of it is asked for (scripts/late.cjs):
 * setting up the libraries took a sixth of the time for loading, and plain text has no use for them.
 */
import { GFM, parser as commonMark, type MarkdownConfig } from '@lezer/markdown';

export { TreeFragment } from '@lezer/common';
export { parser as htmlParser } from '@lezer/html';

/**
 * Goes over plain words at once, of which the parser would ask a dozen things at each letter. Nothing begins inside a
 * word, nor with one that a blank or a comma ends: addresses go on with other signs.
 */
const WORDS: MarkdownConfig = {
  parseInline: [
    {
      name: 'Word',
      before: 'Escape',
      parse(context, next, at) {
        if (!isLetter(next)) return -1;
        const inside = at > context.offset && isLetter(context.char(at - 1));
        let end = at;
        for (let word = at; isLetter(context.char(word)); word++) {
          while (isLetter(context.char(word))) word++;
          const after = context.char(word);
          if (after === SPACE || after === COMMA || (end === at && inside)) end = word;
          if (after !== SPACE) break;
        }
        return end > at ? end : -1;
      },
    },
  ],
};

const SPACE = 32;
const COMMA = 44;
const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

export const markdownParser = commonMark.configure([GFM, WORDS]);
