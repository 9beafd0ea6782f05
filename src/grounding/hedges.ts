/** Words that keep a statement from being a fact: possibility, intention, threat, condition. Lost, they leave a mark for the judge. */

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u).filter(Boolean));

const HEDGES = list(`
  could may might would should possibly perhaps probably likely unlikely allegedly reportedly apparently supposedly alleged suspected potential
  threatened threatens threatening threaten plans planned planning hopes hoped wants wanted aims seeks considering considers expected proposes proposed
  könnte könnten dürfte dürften würde würden soll sollen möglicherweise vielleicht wohl angeblich mutmaßlich droht drohte drohen wollen plant planen
  pourrait pourraient serait seraient aurait auraient devrait peut-être probablement menace menacent menacé veut veulent prévoit envisage présumé
  podría podrían sería serían habría habrían debería quizá quizás probablemente presunto presunta amenaza amenazó quiere quieren prevé planea`);
const CONDITION =
  /(?<!\p{L})(?:only if|if|unless|provided|as long as|on (?:the )?condition|nur,? wenn|wenn|falls|sofern|es sei denn|à condition|à moins|sauf si|s['’]il|siempre que|a menos que|con la condición)(?!\p{L})/iu;

export const isHedge = (word: string): boolean => HEDGES.has(word.toLowerCase());

/** The condition that a text states, or `null`. */
export function conditionIn(text: string): string | null {
  return CONDITION.exec(text)?.[0] ?? null;
}
