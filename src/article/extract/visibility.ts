/** What is in the page and not on the screen: the usual carrier of text that is meant for machines. */

const HIDING_STYLES: readonly (readonly [RegExp, string])[] = [
  [/(?:^|;)\s?display\s?:\s?none/, 'display:none'],
  [/(?:^|;)\s?visibility\s?:\s?(?:hidden|collapse)/, 'visibility:hidden'],
  [/(?:^|;)\s?font-size\s?:\s?0(?:\.0)?(?:px|em|rem|pt|%)?\s?(?:;|!|$)/, 'font-size:0'],
  [/(?:^|;)\s?(?:text-indent|left|top|margin-left)\s?:\s?-\d{4,5}(?:px|em|rem)/, 'off the screen'],
  [/(?:^|;)\s?clip\s?:\s?rect\(\s?(?:0|1px)/, 'clipped'],
];
/** Scripts fade text in from opacity 0: alone it says little, so such an element stays when it is set to move. */
const TRANSPARENT = /(?:^|;)\s?opacity\s?:\s?0(?:\.0)?\s?(?:;|!|$)/;
const MOVING = /transform|transition|animation|will-change/;
const TEXT_COLOUR = /(?:^|;)\s?color\s?:\s?(#?[\w()., ]{3,30})/;
const BACKGROUND_COLOUR = /(?:^|;)\s?background(?:-color)?\s?:\s?(#?[\w()., ]{3,30})/;
const MAX_STYLE_CHARACTERS = 2_000;

/** Ornaments and doubles are marked so; so is all that stands behind an open dialog. */
export const BEHIND_DIALOG = 'aria-hidden';

/** Why nobody sees an element with these attributes, or `null`. */
export function hiddenReason(attributes: Record<string, string>): string | null {
  if (attributes.hidden !== undefined && attributes.hidden !== 'until-found') return 'hidden';
  if (attributes['aria-hidden'] === 'true') return BEHIND_DIALOG;
  if (attributes['aria-modal'] === 'true') return 'modal dialog';
  const style = attributes.style;
  if (!style) return null;
  return hidingStyle(style.slice(0, MAX_STYLE_CHARACTERS).replace(/\s+/g, ' ').toLowerCase());
}

function hidingStyle(style: string): string | null {
  for (const [pattern, reason] of HIDING_STYLES) if (pattern.test(style)) return reason;
  if (TRANSPARENT.test(style) && !MOVING.test(style)) return 'opacity:0';
  const text = TEXT_COLOUR.exec(style)?.[1]?.trim();
  if (text && text === BACKGROUND_COLOUR.exec(style)?.[1]?.trim()) return 'text in the colour of its ground';
  return null;
}
