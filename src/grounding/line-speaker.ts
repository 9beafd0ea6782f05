/** Who is made to say what in running text: words of one speaker under the name of another. */
import { type Article, type Attribution, cut } from '#domain';
import { fold, functionWords, sameSpeaker, sentencesIn, stems, tokensOf } from '#language';

import { attributionsOfQuotation, attributionsOfSentence } from './attributions.ts';
import { orderedShare } from './distance.ts';

/** From this share of its words on, in order, inside the words of an attribution, a line counts as a report of that attribution. */
const REPORTS_SHARE = 0.6;
const SHORTEST_CONTENT = 4;
/** Or: so much of what was said stands in the line, whatever the line adds around it. */
const SAID_SHARE = 0.75;

export const contentText = (article: Article, attribution: Attribution): string =>
  attribution.content.map((span) => cut(article, span)).join(' ');

const wordsIn = (text: string): Set<string> => new Set(tokensOf(text).map((token) => fold(token.text)));

/** The words by which a line may name this speaker: last name, mention at the cue, role. */
function namings(article: Article, { speaker, mention }: Attribution): string[] {
  const stop = functionWords(article.language);
  const text = [speaker?.name, speaker?.role, speaker?.speaksFor, mention ? cut(article, mention) : ''].join(' ');
  return [...wordsIn(text)].filter((word) => !stop.has(word));
}

/** "Ines Okafor", not "the pundit" or "Tournament organisers": whom a line can only call by name. */
const isPersonalName = (name: string): boolean =>
  /^\p{Lu}[\p{L}'’.-]*(?: (?:\p{Lu}|(?:van|von|de|del|della|der|bin|al|el|la|le|da|dos|du)\b)[\p{L}'’.-]*)+$/u.test(
    name,
  ) && !name.startsWith('The ');

/** The persons of the article, except this speaker. */
function others(article: Article, speaker: string): string[] {
  const names = article.parties.filter((party) => party.kind === 'person').map((party) => party.name);
  return [...new Set(names)].filter((name) => isPersonalName(name) && !sameSpeaker(name, speaker));
}

const othersByArticle = new WeakMap<Article, Map<string, string[]>>();

function othersThan(article: Article, speaker: string): string[] {
  const known = othersByArticle.get(article) ?? new Map<string, string[]>();
  othersByArticle.set(article, known);
  const ready = known.get(speaker) ?? others(article, speaker);
  known.set(speaker, ready);
  return ready;
}

const isPerson = (article: Article, name: string): boolean =>
  isPersonalName(name) && article.parties.some((party) => party.kind === 'person' && sameSpeaker(party.name, name));

/**
 * Reasons for each sentence that puts somebody's reported or quoted words under another name.
 * @param quoted ids of the quotations whose words stand in the text
 */
export function swappedSpeakers(
  text: string,
  article: Article,
  evidence: readonly number[],
  quoted: readonly string[],
): string[] {
  return sentencesIn(text, article.language).flatMap((line) => {
    const lineStems = stems(line, article.language);
    const words = wordsIn(line);
    const attributions = [
      ...evidence.flatMap((number) => attributionsOfSentence(article, number)),
      ...quoted.flatMap((id) => attributionsOfQuotation(article, id)),
    ];
    for (const attribution of attributions) {
      const { speaker } = attribution;
      if (!speaker || !attribution.certain || attribution.manner === 'declined') continue;
      if (!isPerson(article, speaker.name)) continue;
      const said = contentText(article, attribution);
      const saidStems = stems(said, article.language);
      const isReported =
        saidStems.length >= SHORTEST_CONTENT &&
        (orderedShare(lineStems, saidStems) >= REPORTS_SHARE || orderedShare(saidStems, lineStems) >= SAID_SHARE);
      const isQuoted = attribution.quotations.some((id) => quoted.includes(id));
      if (!isReported && !isQuoted) continue;
      if (namings(article, attribution).some((word) => words.has(word))) continue;
      const inside = wordsIn(said);
      const other = othersThan(article, speaker.name).find((name) => {
        const last = fold(tokensOf(name).at(-1)?.text ?? '');
        return words.has(last) && !inside.has(last);
      });
      if (other) return [`speaker-swapped: ${other} for ${speaker.name}`];
    }
    return [];
  });
}
