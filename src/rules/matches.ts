const NONE: readonly never[] = [];

/** All matches of a global pattern, in order. Where there are none, as mostly, nothing is made: `matchAll` makes a pattern. */
export function matchesOf(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (!match) return NONE;
  const found: RegExpExecArray[] = [];
  for (; match; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex++;
  }
  return found;
}

/** The same of a sticky pattern that begins with a capital letter. It is tried at capitals alone: a pattern looks slowly for them. */
export function capitalsOf(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 128 ? code < 65 || code > 90 : !mayBeCapital(code)) continue;
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match) continue;
    found.push(match);
    at = pattern.lastIndex - 1;
  }
  return found.length > 0 ? found : NONE;
}

/** Of what is beyond ASCII whatever is no dash or mark of running copy. */
function mayBeCapital(code: number): boolean {
  return code >= 0xc0 && !(code >= 0x2010 && code <= 0x2027) && code !== 0xfffc;
}
