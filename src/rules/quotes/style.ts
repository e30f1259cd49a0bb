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
};

export function closingOf(mark: string): string {
  return CLOSING[mark] ?? mark;
}

export function openingOf(mark: string): string {
  return Object.entries(CLOSING).find(([, close]) => close === mark)?.[0] ?? mark;
}
