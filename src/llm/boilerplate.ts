/** What a page says of itself: subscriptions, contacts, the firm behind a press release. No part of the story. */
import { type Article, cut, type Sentence } from '#domain';

/** One such sentence, and its whole paragraph is the page's: "The first month costs 1 crown." says nothing by itself. */
const OF_THE_PAGE = new RegExp(
  [
    String.raw`\b(?:this|the full|the rest of this) (?:article|story|content|report) is (?:\p{L}+ )?(?:for|available to|reserved for|open to) (?:our )?(?:\p{L}+ )?(?:subscribers|members)`,
    String.raw`\balready a (?:subscriber|member)|\b(?:sign|log) in (?:to|now|here|below)?\b[^.]{0,20}[.]?$|\bsubscribe (?:now|today|to (?:read|our|continue)|for)|\bfree trial\b|\bcancel any ?time`,
    String.raw`\b(?:continue|keep) reading\b|\bto (?:read|unlock) (?:on|the full|this|more)\b|\bsign up for our|\bour newsletter\b`,
    String.raw`^(?:notes? to editors?|media contacts?|press contacts?|contact|for (?:more|further) information|editor[’']s note|correction)\s*[:,–—-]`,
    String.raw`\ball rights reserved\b|\bfollow us on\b`,
    String.raw`(?:dieser|der vollständige) (?:artikel|text|beitrag) ist (?:\p{L}+ )?für (?:unsere )?(?:abonnent|mitglieder)|bereits abonnent|jetzt (?:abonnieren|anmelden|weiterlesen)|jederzeit kündbar|^(?:pressekontakt|hinweis an die redaktion)`,
    String.raw`(?:cet|la suite de cet) article est réservée? aux abonnés|déjà abonnée?|abonnez-vous|il vous reste [^.]{0,20}à lire|^contact presse`,
    String.raw`este (?:artículo|contenido) es (?:\p{L}+ )?para (?:nuestros )?suscriptores|ya (?:eres|es) suscriptor|suscríb[ea]te|inicia sesión|^contacto de prensa`,
  ].join('|'),
  'iu',
);
/** "About Brannoch Lines": the last heading of a press release. */
const ABOUT_HEADING = /^(?:about|über|à propos d[eu’']|acerca de|sobre)\s?\p{Lu}/iu;

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
  if (heading && ABOUT_HEADING.test(cut(article, heading)))
    for (let index = last; index < article.paragraphs.length; index += 1) found.add(index);
  return found;
}
