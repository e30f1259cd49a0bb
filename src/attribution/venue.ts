/** What the copy says of where it was said. Patterns over the narrator's words of one sentence, first match wins. */
const VENUES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:news|press) conference\b|\bpress briefing\b|\bbriefing\b/i, 'news conference'],
  [/\b(?:in|through|via|with) an? (?:\w+ ){0,2}interview\b|\btold .{0,30} in an interview\b/i, 'interview'],
  [/\bin an? (?:\w+ ){0,3}statement\b|\bstatement (?:said|read|to)\b/i, 'statement'],
  [/\btweet(?:ed|s|ing)?\b|\bon (?:Twitter|X)\b/, 'tweet'],
  [
    /\bon (?:Facebook|Instagram|LinkedIn|Telegram|Mastodon|Bluesky|Threads|TikTok|YouTube|Truth Social|WhatsApp|Weibo|VK)\b|\bposted\b/,
    'post',
  ],
  [
    /\b(?:phone|telephone|video) (?:call|chat|conversation|interview)\b|\bby (?:phone|telephone)\b|\bconference call\b|\bon a call\b/i,
    'phone call',
  ],
  [/\bin an? (?:\w+ ){0,2}e-?mail\b|\bby e-?mail\b|\be-?mailed\b/i, 'email'],
  [/\bin an? (?:\w+ ){0,2}letter\b/i, 'letter'],
  [
    /\bin an? (?:\w+ ){0,2}(?:speech|address|sermon|lecture)\b|\btold (?:the |a )?(?:crowd|rally|audience|supporters)\b|\bat a(?: \w+)? rally\b/i,
    'speech',
  ],
  [
    /\btold (?:the |a )?(?:court|jury|judge|inquiry|hearing|tribunal)\b|\btestif(?:y|ied|ying)\b|\bat (?:a|the|that) hearing\b/i,
    'hearing',
  ],
  [/\btold (?:the )?(?:parliament|lawmakers|mps|senators|congress|house|council)\b/i, 'parliament'],
  [
    /\bin an? (?:\w+ ){0,2}(?:video|broadcast|podcast|op-ed|column|note|memo|report|book|blog post|article)\b/i,
    'publication',
  ],
  [/\btold reporters\b|\btold journalists\b/i, 'to reporters'],
];

const TIME =
  /\b(?:(?:late |early )?on )?(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday) (?:morning|afternoon|evening|night)\b|\b(?:on|late on|early on) (?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b|\b(?:yesterday|today|earlier today|last (?:week|month|night|year))\b/i;

/** Where it was said, by the narrator's words around the cue; undefined where the copy does not say. */
export function venueIn(words: string): string | undefined {
  return VENUES.find(([pattern]) => pattern.test(words))?.[1];
}

/** When it was said, in the copy's own words. */
export function timeIn(words: string): string | undefined {
  return TIME.exec(words)?.[0];
}
