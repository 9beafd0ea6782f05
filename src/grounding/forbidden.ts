/** What may never be posted, whoever wrote it: ways out of the message, and orders to the model that stand in the page. */
import { type Article, cut, holdsHidden, sentenceAt } from '#domain';
import { patternOfAll } from '#language';

const FORBIDDEN: readonly { readonly reason: string; readonly pattern: RegExp }[] = [
  {
    reason: 'link',
    pattern:
      /\b[a-z][a-z0-9+.-]{1,15}:\/\/|(?<![\p{L}\p{N}])www\.|\]\(|(?:discord(?:app)?\.(?:gg|com\/invite)|dsc\.gg)\b/iu,
  },
  { reason: 'link', pattern: /(?<![\p{L}\p{N}@])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}\/\S/iu },
  { reason: 'mention', pattern: /<[@#/:]|<id:|@(?:everyone|here)(?![\p{L}\p{N}])/iu },
  { reason: 'code-fence', pattern: /```|~~~/u },
  { reason: 'encoded-text', pattern: /[A-Za-z0-9+/]{60,}|(?:\\x[0-9a-f]{2}|%[0-9a-f]{2}){8,}/iu },
];
/** A bare address is no link on Discord, but a name that the article does not have. */
const BARE_DOMAIN =
  /(?<![\p{L}\p{N}@.])(?<domain>[a-z0-9-]{2,}\.(?:com|org|net|info|biz|io|gg|me|ly|xyz|top|shop|site|online|app|dev|ru|cn|link|click|live|tv))(?![\p{L}\p{N}-])/giu;

const lowerTexts = new WeakMap<Article, string>();

/** Made once, and only for an article of which some line names a site: of a long one it is megabytes. */
function lowerText(article: Article): string {
  const known = lowerTexts.get(article) ?? article.text.toLowerCase();
  lowerTexts.set(article, known);
  return known;
}

/** `reason-in-text` for each; empty: may be posted. */
export function forbiddenIn(text: string, article: Article): string[] {
  const found = FORBIDDEN.filter(({ pattern }) => pattern.test(text)).map(({ reason }) => `${reason}-in-text`);
  if (holdsHidden(text) || text.includes('\n')) found.push('hidden-character-in-text');
  for (const [domain] of text.matchAll(BARE_DOMAIN))
    if (!lowerText(article).includes(domain.toLowerCase())) found.push(`link-in-text: ${domain.slice(0, 40)}`);
  return [...new Set(found)];
}

const INSTRUCTION = new RegExp(
  patternOfAll(({ topics }) => topics?.orders),
  'iu',
);

const instructions = new WeakMap<Article, ReadonlySet<number>>();

/** Numbers of the sentences that are orders to the reading machine, outside quotation marks: nothing that an article reports. */
function instructionSet(article: Article): ReadonlySet<number> {
  const known = instructions.get(article);
  if (known) return known;
  const found = new Set(article.sentences.map(({ number }) => number).filter((number) => isOrder(article, number)));
  instructions.set(article, found);
  return found;
}

/** Numbers of the sentences that give orders to the software that reads the page; nothing rests on them. */
export const instructionsIn = (article: Article): number[] => [...instructionSet(article)];
export const isInstruction = (article: Article, number: number): boolean => instructionSet(article).has(number);

function isOrder(article: Article, number: number): boolean {
  const sentence = sentenceAt(article, number);
  if (!sentence) return false;
  const match = INSTRUCTION.exec(cut(article, sentence));
  if (!match) return false;
  const at = sentence.start + match.index;
  return !article.quotations.some((quotation) => quotation.start <= at && quotation.end >= at + match[0].length);
}
