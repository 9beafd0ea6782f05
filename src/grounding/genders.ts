/** "She" about somebody in an article that knows no woman: English only, where pronouns follow the person and not the noun. */
import { GENDERED, wholeWord } from '#language';

const WORDS = Object.values(GENDERED).map(({ claimed, known }) => ({
  claimed: wholeWord(claimed),
  known: wholeWord(known),
}));

/** The word that speaks of a man or woman where the article speaks of none; `null` when there is none. */
export function unknownGender(text: string, articleText: string): string | null {
  for (const { claimed, known } of WORDS) {
    const found = claimed.exec(text);
    if (found && !known.test(articleText)) return found[0];
  }
  return null;
}
