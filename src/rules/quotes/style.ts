/** The closing mark for an opening one, and the other way round. */
const CLOSING: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '“': '”',
  '‘': '’',
  '«': '»',
  '»': '«',
  '„': '“',
  '‚': '‘',
  '‹': '›',
  '「': '」',
  '『': '』',
  '``': "''",
  "''": "''",
  '&quot;': '&quot;',
  '&ldquo;': '&rdquo;',
  '&lsquo;': '&rsquo;',
  '&laquo;': '&raquo;',
  '&bdquo;': '&ldquo;',
  '&#8220;': '&#8221;',
  '&#8216;': '&#8217;',
};

/** Whether a mark, or a character reference for one, has a partner known here. */
export function hasPartner(mark: string): boolean {
  return mark in CLOSING || Object.values(CLOSING).includes(mark);
}

export function closingOf(mark: string): string {
  return CLOSING[mark] ?? mark;
}

export function openingOf(mark: string): string {
  return Object.entries(CLOSING).find(([, close]) => close === mark)?.[0] ?? mark;
}
