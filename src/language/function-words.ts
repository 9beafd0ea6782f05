/** Words that carry no topic, by language: left out when sentences are compared or a subject is named. */
const LISTS: Readonly<Record<string, string>> = {
  en: `a an the this that these those and or but nor so yet if as at by for from in into of off on onto out over to under up with
    about after against before between during through until while who whom whose which what when where why how there here
    i you he she it we they me him her us them my your his its our their be is are was were been being am do does did done have has
    had having will would shall should can could may might must not no also more most many much such only own same than then too
    very all any just now said says say told tell according mr mrs ms dr new one two`,
  de: `der die das den dem des ein eine einer einem einen eines und oder aber wenn als an auf aus bei bis durch für gegen in im mit nach
    ohne über um unter von vom vor zu zum zur ich du er sie es wir ihr ihn ihm ihnen mein sein seine ihre ist sind war waren wird
    werden wurde hat haben hatte nicht kein keine auch noch nur schon sehr so wie was wer dass weil sagte sagt`,
  fr: `le la les l un une des du de d et ou mais si que qui quoi dont où à au aux en dans par pour sur sous avec sans entre je tu il
    elle nous vous ils elles on me te se son sa ses leur leurs mon ma mes ce cet cette ces est sont était être a ont avait avoir ne
    pas plus aussi très dit déclaré`,
  es: `el la los las un una unos unas de del al a y o pero si que quien cuyo donde en por para con sin sobre entre yo tú él ella
    nosotros ellos se me te su sus mi es son era ser fue ha han había haber no más también muy dijo`,
};

const sets = new Map<string, ReadonlySet<string>>();

/** Function words of a language, lower case; empty for a language without a list. */
export function functionWords(language: string): ReadonlySet<string> {
  let known = sets.get(language);
  if (!known) {
    known = new Set((LISTS[language === 'und' ? 'en' : language] ?? '').split(/\s+/u).filter(Boolean));
    sets.set(language, known);
  }
  return known;
}
