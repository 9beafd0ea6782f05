/** What a page says of itself: subscriptions, contacts, the firm behind a press release. No part of the story. */
import { type Article, cut, type Sentence } from '#domain';
import { lexiconOf, patternOfAll } from '#language';

/** One such sentence, and its whole paragraph is the page's: "The first month costs 1 crown." says nothing by itself. */
const OF_THE_PAGE = new RegExp(
  patternOfAll(({ page }) => page?.ofThePage),
  'iu',
);
/** "About Brannoch Lines": the last heading of a press release. */
function opensAbout(heading: string, language: string): boolean {
  const about = lexiconOf(language)?.page?.about;
  return about ? new RegExp(String.raw`^(?:${about})\s?\p{L}`, 'iu').test(heading) : false;
}

const pagesOwn = new WeakMap<Article, ReadonlySet<number>>();

export function isBoilerplate(article: Article, { paragraph }: Sentence): boolean {
  const known = pagesOwn.get(article) ?? paragraphsOfThePage(article);
  pagesOwn.set(article, known);
  return known.has(paragraph);
}

function paragraphsOfThePage(article: Article): ReadonlySet<number> {
  const found = new Set<number>();
  for (const sentence of article.sentences) if (OF_THE_PAGE.test(cut(article, sentence))) found.add(sentence.paragraph);
  const last = article.paragraphs.findLastIndex(({ kind }) => kind === 'heading');
  const heading = article.paragraphs[last];
  if (heading && opensAbout(cut(article, heading), article.language))
    for (let index = last; index < article.paragraphs.length; index += 1) found.add(index);
  return found;
}
