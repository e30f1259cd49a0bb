/** Names of the characters from U+00A0 to U+00FF, in order. */
const LATIN_1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para ' +
  'middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave ' +
  'Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc ' +
  'Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc ' +
  'iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';

/** Names of other characters that copy uses, each before its character. */
const OTHERS =
  'quot " amp & lt < gt > apos \' lsquo ‘ rsquo ’ sbquo ‚ ldquo “ rdquo ” bdquo „ lsaquo ‹ rsaquo › ndash – mdash — ' +
  'horbar ― hellip … bull • dagger † Dagger ‡ permil ‰ prime ′ Prime ″ euro € trade ™ minus − larr ← uarr ↑ rarr → ' +
  'darr ↓ OElig Œ oelig œ Scaron Š scaron š Yuml Ÿ fnof ƒ circ ˆ tilde ˜ Zcaron Ž zcaron ž Ccaron Č ccaron č Cacute Ć ' +
  'cacute ć Lstrok Ł lstrok ł Sacute Ś sacute ś Nacute Ń nacute ń Abreve Ă abreve ă Scedil Ş scedil ş Gbreve Ğ gbreve ğ ' +
  'Idot İ imath ı rsquor ’ rdquor ” lsquor ‚ ldquor „ lpar ( rpar ) lbrack [ rbrack ] num # excl ! quest ? period . comma , ' +
  'colon : semi ; lowbar _ hyphen ‐ dash ‐ ast * commat @ dollar $ percnt % plus + equals = sol / bsol \\ grave ` vert |';

const BLANKS = 'ensp emsp thinsp hairsp numsp puncsp emsp13 emsp14 Tab NewLine';

const named = new Map<string, string>();
LATIN_1.split(' ').forEach((name, i) => named.set(name, String.fromCharCode(0xa0 + i)));
OTHERS.split(' ').forEach((name, i, list) => i % 2 === 0 && named.set(name, list[i + 1]));
BLANKS.split(' ').forEach((name) => named.set(name, ' '));

/** What numbers 128 to 159 mean: Windows-1252, as browsers read them (HTML, "numeric character reference end state"). */
const WINDOWS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** The character that a reference as written ("&rsquo;", "&#8217;", "&#x2019;") means; undefined for one unknown. */
export function characterOf(reference: string): string | undefined {
  const number = /^&#(?:[xX]([\da-fA-F]{1,6})|(\d{1,7}));?$/.exec(reference);
  if (!number) return named.get(reference.replace(/^&|;$/g, ''));
  const code = number[1] ? Number.parseInt(number[1], 16) : Number(number[2]);
  if (code >= 0x80 && code < 0xa0) return WINDOWS[code - 0x80];
  if (code < 0x20) return ' ';
  return code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? undefined : String.fromCodePoint(code);
}
