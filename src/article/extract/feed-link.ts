/** Which `<link>` of a page's head leads to its site's feed. */

const FEED_TYPE = /^application\/(?:rss|atom)\+xml/i;
const OF_COMMENTS = /comment|kommentar|coment|commenti/i;

export function isFeed({ rel = '', type = '', title = '', href = '' }: Record<string, string>): boolean {
  return /\balternate\b/i.test(rel) && FEED_TYPE.test(type.trim()) && !OF_COMMENTS.test(`${title} ${href}`);
}
