/** Can a sentence be shown without its neighbours? No dangling "he", no "but", no bare voice, of a fair length. */
import { type Article, cut, type Sentence } from '#domain';
import { tokensOf } from '#language';

const SHORTEST_POINT_WORDS = 6;
const LONGEST_POINT_WORDS = 60;
/** More of a sentence than this inside marks: "“We will see.”" alone says nothing without its speaker. */
const MOSTLY_QUOTED = 0.8;

/** Words that lean on the sentence before, by language. */
const LEANING_START = new RegExp(
  String.raw`^["“”„«»‘'\s]*(?:and|but|so|yet|or|then|also|however|meanwhile|still|instead|moreover|nevertheless|though|otherwise|that|this|` +
    String.raw`these|those|such|both|neither|others?|another|he|she|they|it|his|her|their|its|him|them|here|there|in (?:addition|response|turn|return|contrast)|` +
    String.raw`as a result|for (?:example|instance|his part|her part)|on the other hand|at (?:the same|that) time|since then|by then|` +
    String.raw`er|sie|es|dies|diese|dieser|dieses|das|aber|und|doch|auch|dagegen|zudem|außerdem|dabei|damit|dazu|deshalb|dort|seine?|ihre?|` +
    String.raw`il|elle|ils|elles|mais|et|ce|cela|cette|ces|cependant|toutefois|son|sa|ses|leurs?|` +
    String.raw`él|ella|ellos|pero|y|esto|eso|este|esta|estos|sin embargo|además|su|sus)(?!\p{L})`,
  'iu',
);
/** "It is …", "There were …", "This year" point at nothing outside. */
const EMPTY_START =
  /^(?:it (?:is|was|will be|has been) (?:not )?(?:the (?:first|second|third|last)|clear|unclear|expected)|there (?:is|are|was|were|will|has|have)|this (?:week|month|year|morning|summer|autumn|winter|spring)|il y a|es gibt|hay)(?!\p{L})/iu;
/** "rejected those demands", "on the same day": points back from the middle. */
const LEANING_INSIDE =
  /(?<!\p{L})(?:those (?!who|which|that|in|of|with|from)\p{Ll}+|the same (?:day|night|time|week|month|year)|the (?:former|latter)|such an?|that (?:day|night|same)|diese[rnms]? Forderung\p{L}*|le même jour|el mismo día|am (?:gleichen|selben) Tag)(?!\p{L})/iu;

export function standsAlone(article: Article, sentence: Sentence): boolean {
  const text = cut(article, sentence);
  const words = tokensOf(text).length;
  const kind = article.paragraphs[sentence.paragraph]?.kind;
  if (kind === 'heading' || words < SHORTEST_POINT_WORDS || words > LONGEST_POINT_WORDS) return false;
  if (!/[.!?…。！？]["”»“’)]*$/u.test(text) || (LEANING_START.test(text) && !EMPTY_START.test(text))) return false;
  if (LEANING_INSIDE.test(outsideMarks(article, sentence)) || hasOpenPronoun(article, sentence)) return false;
  return !isMostlyQuotation(article, sentence);
}

/** `“…,” he said.`: the speaker is a pronoun whose name stands in another sentence. */
function hasOpenPronoun(article: Article, sentence: Sentence): boolean {
  return article.attributions.some(({ mention }) => {
    if (!mention || mention.start < sentence.start || mention.end > sentence.end) return false;
    if (!/^(?:he|she|they|it|er|sie|il|elle|ils|elles|él|ella)$/iu.test(cut(article, mention))) return false;
    return !/\p{Ll}\s(?:\p{Lu}\p{Ll}+)/u.test(article.text.slice(sentence.start, mention.start));
  });
}

function outsideMarks(article: Article, sentence: Sentence): string {
  let text = '';
  let at = sentence.start;
  for (const { start, end } of article.quotations) {
    if (end <= at || start >= sentence.end) continue;
    text += article.text.slice(at, Math.max(at, start));
    at = Math.max(at, end);
  }
  return text + article.text.slice(at, Math.max(at, sentence.end));
}

function isMostlyQuotation(article: Article, sentence: Sentence): boolean {
  const inside = article.quotations.reduce(
    (sum, quotation) =>
      sum + Math.max(0, Math.min(quotation.end, sentence.end) - Math.max(quotation.start, sentence.start)),
    0,
  );
  return inside > MOSTLY_QUOTED * (sentence.end - sentence.start);
}
