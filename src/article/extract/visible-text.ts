/** Characters that no reader sees, taken out of page and pasted text alike. */

/**
 * Controls (not tab and line ends), everything Unicode says to ignore (soft hyphen, zero-width space, direction marks and
 * overrides, tag characters …) but joiners and the selectors of emoji, characters for private use (icon fonts), marks of notes.
 */
const UNSEEN =
  /[[\p{Cc}--[\t\n\r]][\p{Default_Ignorable_Code_Point}--[\p{Join_Control}\p{Variation_Selector}]]\p{Co}\ufff9-\ufffb]/gv;
/** The selectors beyond the first sixteen, which emoji use, can spell any text. */
const SELECTORS = /[\u{e0100}-\u{e01ef}]/gu;
/** Joiners shape letters in Arabic and Indic scripts and hold emoji together; elsewhere they only hide. */
const JOINERS = /[\u200c\u200d]/;
const JOINED =
  /(?<![\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Mark}\p{Extended_Pictographic}\ufe0f])[\u200c\u200d]/gu;
const PLAIN = /^[\n\t\x20-\x7e\u00a0-\u00ac\u00ae-\u0233]*$/;

export function stripUnseen(text: string): string {
  if (PLAIN.test(text)) return text;
  const stripped = text.replace(UNSEEN, '').replace(SELECTORS, '');
  return JOINERS.test(stripped) ? stripped.replace(JOINED, '') : stripped;
}

/** White space, the no-break kinds included, becomes one space; ends trimmed. */
export function oneLine(text: string): string {
  return inOneLine(stripUnseen(text));
}

export function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
