/** Verbs that report what somebody says, by language, and the other words that do. */

const forms = (list: string): string[] => list.split(/\s+/u).filter(Boolean);

/** Take a clause or a quotation: "said that …". */
const SAYING: Readonly<Record<string, readonly string[]>> = {
  en: forms(`said says saying told tells telling added adds adding asked asks wrote writes tweeted noted notes argued argues arguing claimed claims claiming stated
    states explained explains warned warns warning suggested suggests insisted insists announced announces declared declares acknowledged
    admitted admits responded replied replies alleged asserted maintained maintains mentioned remarked stressed emphasized emphasised
    reiterated confirmed confirms conceded predicted predicts recalled testified joked complained lamented countered concluded estimated estimates
    indicated signaled signalled hinted implied assured revealed disclosed continued pointed believes believed thinks thought hopes hoped fears
    feared promised vowed vows pledged proposed recommended affirmed affirming affirms denied denies called calls calling described`),
  de: forms(`sagte sagt sagten erklärte erklärt betonte betont warnte warnt kritisierte kritisiert forderte fordert fügte meinte meint teilte schrieb
    schreibt nannte nennt kündigte behauptete versicherte bestätigte bezeichnete`),
  fr: forms(`dit déclaré déclare affirmé affirme expliqué explique estimé estime ajouté ajoute assuré assure souligné souligne prévenu dénoncé regretté
    annoncé annonce indiqué indique précisé confié raconté lancé demandé`),
  es: forms(`dijo dice afirmó afirma declaró declara explicó explica añadió agregó aseguró señaló advirtió criticó anunció indicó sostuvo pidió
    denunció lamentó manifestó`),
};

/** Take a noun phrase: "rejected the demands", "accused Ukraine of …". They state a position without a clause. */
const ACTING: Readonly<Record<string, readonly string[]>> = {
  en: forms(`accused accuses criticized criticised criticizes condemned condemns praised praises rejected rejects welcomed welcomes urged urges blamed blames
    denounced opposed opposes supported supports backed backs dismissed demanded demands defended refused refuses threatened threatens endorsed slammed`),
  de: [],
  fr: [],
  es: [],
};

const SUBJECTLESS = new Set(forms('saying adding arguing claiming warning telling affirming calling'));

export interface CueLexicon {
  isSaying(word: string): boolean;
  isActing(word: string): boolean;
  /** "…, saying that": goes with the subject of the clause before. */
  isParticiple(word: string): boolean;
}

const lexicons = new Map<string, CueLexicon>();

/** A language without a list gets one that knows no verbs: only marks and names are left to go by. */
export function cueLexicon(language: string): CueLexicon {
  let lexicon = lexicons.get(language);
  if (!lexicon) {
    const saying = new Set(SAYING[language] ?? []);
    const acting = new Set(ACTING[language] ?? []);
    lexicon = {
      isSaying: (word) => saying.has(word),
      isActing: (word) => acting.has(word),
      isParticiple: (word) => SUBJECTLESS.has(word),
    };
    lexicons.set(language, lexicon);
  }
  return lexicon;
}

/** "declined to comment" and its kind. */
export const DECLINED =
  /(?<!\p{L})(?:declined to (?:comment|say|answer|discuss)|refused to (?:comment|answer)|did not (?:immediately )?(?:respond|reply|return|answer)|(?:has|have|had) not (?:yet )?(?:responded|replied|commented)|could not (?:immediately )?be reached|would not comment)/u;
