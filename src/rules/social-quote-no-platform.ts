import { inCopy } from './quotes/words';
import type { Rule } from './rule';

/** Verbs of a post that do not name where it stands. "tweeted" does; "wrote" may be a letter. */
const POSTED = /^(?:post|repost|share|message)$/;
const VERB = /(?:re)?post\p{L}*|shar\p{L}+|messag\p{L}+/iu;
const PLATFORM =
  /(?<![\p{L}])(?:X|Twitter|Facebook|Instagram|Threads|TikTok|LinkedIn|Telegram|YouTube|Reddit|Mastodon|Bluesky|Snapchat|WhatsApp|Weibo|WeChat|VK|Truth Social|Substack|Discord|Twitch|Tumblr|Pinterest|Signal|Medium|tweet\p{L}*|blog\p{L}*|website|forum|channel|page|site|account|app|feed|server|video|newsletter|noticeboard|board|door|wall)(?![\p{L}])/u;

export const socialQuoteNoPlatform: Rule = {
  id: 'social-quote-no-platform',
  severity: 'off',
  whenOn: 'hint',
  description: 'A post is quoted without the platform that it stands on.',
  check(analysis, report) {
    for (const quotation of analysis.quotations) {
      const attribution = analysis.attributionOf(quotation);
      if (quotation.kind !== 'speech' || !attribution?.cue.length || !POSTED.test(attribution.cueLemma)) continue;
      if (!inCopy(analysis, quotation)) continue;
      const home = analysis.article.paragraphs[attribution.paragraph];
      // a platform or a link anywhere in the paragraph will do
      if (PLATFORM.test(analysis.narration(home)) || home.prose.markup.length > 0 || /https?:/.test(home.prose.text))
        continue;
      const [cue] = attribution.cue;
      const verb = VERB.exec(analysis.article.text.slice(cue.start, cue.end));
      const start = cue.start + (verb?.index ?? 0);
      report({ start, end: verb ? start + verb[0].length : cue.end, message: 'Posted where? Name the platform' });
    }
  },
  fixes({ end }) {
    return [
      {
        title: 'Add the platform',
        edits: [{ start: end, end, text: ' on [platform]' }],
        select: { start: 4, end: 14 },
      },
    ];
  },
};
