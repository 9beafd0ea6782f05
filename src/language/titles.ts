/** Tells titles and labels in quotation marks from speech. */

const MAX_TITLE_WORDS = 7;
const LINKING = /^(?:of|the|and|in|with|for|a|an|on|at|to|de|la|le|les|des|du|el|los|las|y|von|der|die|das|und)$/u;

/** “Saturday Night Live”: up to seven words, all capitalised save linking words, no stop or comma at the end. */
export function isTitle(words: string): boolean {
  const parts = words.split(/\s+/u);
  if (parts.length < 2 || parts.length > MAX_TITLE_WORDS || /[.!?,;]$/u.test(words)) return false;
  return parts.every((part, index) => /^[\p{Lu}\d&(]/u.test(part) || (index > 0 && LINKING.test(part)));
}
