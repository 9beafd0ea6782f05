/** Every step by its name, in the order of the README: what `--explain --without` takes. */
export const STEP_NAMES = [
  // while parsing
  'hidden-text',
  'behind-dialog',
  'one-body',
  'drawn-quotes',
  'consent',
  'hover-card',
  'heading-link',
  // the page's text in pieces
  'blocks',
  'inline',
  'unseen-characters',
  // where the article stands
  'readability',
  'marked-body',
  'named-body',
  'paragraphs',
  'bridge',
  'next-story',
  // what is kept, whatever it looks like
  'entry-times',
  'questions',
  'embedded-post',
  // the filter
  'comments',
  'empty',
  'caption',
  'aside',
  'named-element',
  'furniture',
  'title',
  'twice',
  'pull-quote',
  'menu',
  'byline',
  'date',
  'credit',
  'sign-off',
  'legal',
  'more',
  'call',
  'links',
  'standfirst-heading',
  'author-note',
  'boilerplate',
  'end-heading',
  // lines put together
  'table-rows',
  'broken-lines',
  // other places of the text
  'json-ld',
  'agreement',
  'feed',
] as const;

export type StepName = (typeof STEP_NAMES)[number];
