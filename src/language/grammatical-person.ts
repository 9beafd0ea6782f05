/** Who is "I" and who is "you": closed lists of the languages that the rules know. */
const FIRST =
  /(?<![\p{L}’'])(?:I|me|my|mine|myself|we|us|our|ours|ich|mich|mir|meine?[mnrs]?|wir|uns|unsere?[mnrs]?|je|j(?=['’])|moi|mon|mes|nous|notre|nos|yo|mí|mis?|nosotr[oa]s|nuestr[oa]s?)(?![\p{L}])/u;
const FIRST_OPENING =
  /^(?:My|Me|We|Us|Our|Ich|Mich|Mir|Meine?[mnrs]?|Wir|Uns|Unsere?[mnrs]?|Je|J(?=['’])|Moi|Mon|Mes|Nous|Notre|Nos|Yo|Mis?|Nosotr[oa]s|Nuestr[oa]s?)(?!\p{L})/u;
const SECOND =
  /(?<![\p{L}’'])(?:you|your|yours|yourself|Sie|Ihnen|Ihre?[mnrs]?|du|dich|dir|deine?[mnrs]?|vous|votre|vos|tu|te|usted(?:es)?|su|sus)(?!\p{L})/iu;

/** "I", "our", "wir", "j’ai" anywhere in the text; spelling counts, since "US" and "mine" are other words. */
export function isFirstPerson(text: string): boolean {
  return FIRST.test(text) || text.split(/(?<=[.!?…])\s+/u).some((sentence) => FIRST_OPENING.test(sentence));
}

/** Somebody is spoken to: "you", "Ihre", "vous". */
export function isSecondPerson(text: string): boolean {
  return SECOND.test(text);
}
