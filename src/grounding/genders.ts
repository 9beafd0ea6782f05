/** "She" about somebody in an article that knows no woman: English only, where pronouns follow the person and not the noun. */

const WORDS = {
  she: {
    claimed: /(?<!\p{L})(?:she|her|hers|herself|woman|girl|mother|wife|daughter|sister|actress)(?!\p{L})/iu,
    known:
      /(?<!\p{L})(?:she|hers?|herself|wom[ae]n|girls?|mothers?|mum|mom|wi(?:fe|ves)|daughters?|sisters?|actress|females?|mrs|ms|miss|lad(?:y|ies)|queen|princess|nuns?|aunt|grandmother|widow|\p{L}+(?:woman|women))(?!\p{L})/iu,
  },
  he: {
    claimed: /(?<!\p{L})(?:he|his|him|himself|boy|father|husband|brother|actor)(?!\p{L})/iu,
    known:
      /(?<!\p{L})(?:he|his|him|himself|m[ae]n|boys?|fathers?|dad|husbands?|sons?|brothers?|actors?|males?|mr|sir|lord|king|prince|monks?|uncle|grandfather|widower|\p{L}+(?:man|men))(?!\p{L})/iu,
  },
} as const;

/** The word that speaks of a man or woman where the article speaks of none; `null` when there is none. */
export function unknownGender(text: string, articleText: string): string | null {
  for (const { claimed, known } of Object.values(WORDS)) {
    const found = claimed.exec(text);
    if (found && !known.test(articleText)) return found[0];
  }
  return null;
}
