/** What the class and id words of an element say it is, when that is no body text. */

export type Hint =
  | 'caption'
  | 'byline'
  | 'share'
  | 'promotion'
  | 'related'
  | 'comments'
  | 'author'
  | 'unseen'
  | 'furniture';

const words = (hint: Hint, list: string): [string, Hint][] => list.split(' ').map((word) => [word, hint]);
const WORDS = new Map<string, Hint>([
  ...words(
    'caption',
    'caption captions credit credits imagecaption figcaption wp-caption-text legende bildunterschrift',
  ),
  ...words('byline', 'byline dateline timestamp datestamp pubdate publishdate postdate postmeta entrymeta'),
  ...words(
    'share',
    'share sharing social sharedaddy shariff addtoany sharethis teilen partager partage compartir condividi',
  ),
  ...words(
    'promotion',
    'newsletter newsletters signup ad ads cta paywall teaser advert anzeige anzeigen werbung reklame publicite publicidad pubblicita reklama',
  ),
  ...words(
    'related',
    'related gallery slideshow carousel outbrain taboola trending popular mostread readmore jp-relatedposts crp',
  ),
  ...words(
    'comments',
    'comment comments commentlist disqus respond kommentare kommentar commentaires commentaire comentarios commenti reacties komentarze',
  ),
  ...words('author', 'bio authorbio authorbox autorbox autoreninfo'),
  ...words('unseen', 'hidden visuallyhidden sronly'),
  ...words('furniture', 'tags taglist topics breadcrumb breadcrumbs copyright disclaimer print toolbar footer'),
]);
const PREFIXES: readonly (readonly [string, Hint])[] = [
  ['subscri', 'promotion'],
  ['promo', 'promotion'],
  ['advert', 'promotion'],
  ['donat', 'promotion'],
  ['recirc', 'related'],
  ['recommend', 'related'],
  ['screenreader', 'unseen'],
];
/** Two words side by side. */
const PAIRS = new Map<string, Hint>([
  ...words('byline', 'by-line time-stamp pub-date publish-date published-date post-date'),
  ...words('promotion', 'sign-up product-card product-box product-widget buy-box shop-box affiliate-box'),
  ...words('related', 'slide-show read-more more-from more-on more-stories most-read also-on also-read'),
  ...words('author', 'author-bio author-box author-info autor-box autor-info autoren-box auteur-bio'),
  ...words('unseen', 'sr-only visually-hidden screen-reader'),
  ...words('furniture', 'tag-list video-player audio-player media-player'),
]);
/** "hidden-xs", "hidden-print": shown on the screens that matter. */
const SOMEWHERE_SHOWN = new Set([
  'xs',
  'sm',
  'md',
  'lg',
  'xl',
  'print',
  'mobile',
  'phone',
  'tablet',
  'desktop',
  'small',
  'large',
]);
const CAMEL = /([a-z])([A-Z])/g;
const MAX_CHARACTERS = 400;

const remembered = new Map<string, Hint | null>();
const MAX_REMEMBERED = 5_000;

export function hintOf(attributes: Record<string, string>): Hint | null {
  const label = [attributes.class, attributes.id, attributes['data-component']].filter(Boolean).join(' ');
  if (label.length < 2) return null;
  let hint = remembered.get(label);
  if (hint === undefined) {
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    hint = findHint(label);
    remembered.set(ownCopy(label), hint);
  }
  return hint;
}

/** A piece of a page's text keeps the whole page in memory; what is remembered beyond the page must not. */
function ownCopy(text: string): string {
  return ` ${text}`.slice(1);
}

/** The words of class and id in lower case; "authorBio", "author-bio" and "author_bio" are two words each. */
export function nameTokens(attributes: Record<string, string>): string[] {
  return tokensOf([attributes.class, attributes.id].filter(Boolean).join(' '));
}

function tokensOf(label: string): string[] {
  return label
    .slice(0, MAX_CHARACTERS)
    .replace(CAMEL, '$1-$2')
    .toLowerCase()
    .split(/[-_\s]+/);
}

function findHint(label: string): Hint | null {
  const tokens = tokensOf(label);
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1] ?? '';
    if (token === 'hidden' && SOMEWHERE_SHOWN.has(next)) continue;
    const hint =
      WORDS.get(token) ?? PAIRS.get(`${token}-${next}`) ?? PREFIXES.find(([start]) => token.startsWith(start))?.[1];
    if (hint) return hint;
  }
  return null;
}
