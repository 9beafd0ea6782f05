/** Characters that no reader sees, taken out of page and pasted text alike. */

/**
 * Controls (not tab and line ends), soft hyphen, Mongolian vowel separator, zero-width space, direction marks and
 * overrides, word joiner and invisible operators, byte order mark, interlinear marks, tag characters, the variation
 * selectors beyond the first sixteen, and characters for private use (icon fonts).
 */
const UNSEEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\ue000-\uf8ff\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/gu;
/** Joiners shape letters in Arabic and Indic scripts and hold emoji together; elsewhere they only hide. */
const JOINERS = /[\u200c\u200d]/;
const JOINED =
  /(?<![\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Mark}\p{Extended_Pictographic}\ufe0f])[\u200c\u200d]/gu;
const PLAIN = /^[\n\t\x20-\x7e\u00a0-\u00ac\u00ae-\u0233]*$/;

export function stripUnseen(text: string): string {
  if (PLAIN.test(text)) return text;
  const stripped = text.replace(UNSEEN, '');
  return JOINERS.test(stripped) ? stripped.replace(JOINED, '') : stripped;
}

/** White space, the no-break kinds included, becomes one space; ends trimmed. */
export function oneLine(text: string): string {
  return stripUnseen(text.replace(/\s+/g, ' ')).trim();
}
