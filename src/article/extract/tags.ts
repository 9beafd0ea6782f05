/** Which elements break a line, hold no text, or are no part of what a reader sees. */

const set = (names: string): ReadonlySet<string> => new Set(names.split(' '));

export const BLOCK_TAGS = set(
  'address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre search section ' +
    'summary table tbody td tfoot th thead title tr ul',
);

/** Left out while parsing, with all they hold. `rt` and `rp` are pronunciation beside the word. */
export const UNREAD_TAGS = set(
  'script style noscript template svg iframe object audio video canvas math select textarea button noframes datalist ' +
    'map rt rp applet progress meter dialog',
);
export const HEADINGS = set('h1 h2 h3 h4 h5 h6');
