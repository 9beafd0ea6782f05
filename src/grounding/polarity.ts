/** Words that turn a statement round: negations, and pairs of opposites that news uses of the same things. */
import { fold, tokensOf } from '#language';

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/u).filter(Boolean));

const NEGATIONS = list(`
  not no never none nor neither nobody nothing nowhere cannot without hardly barely scarcely unable
  nicht kein keine keinen keinem keiner keines nie niemals niemand nichts ohne weder
  ne pas jamais aucun aucune sans personne ni rien
  nunca jamás ningún ninguna ninguno nadie nada sin tampoco
  non mai nessuno nessuna niente senza
  não nunca nenhum nenhuma ninguém nada sem
  niet geen nooit niemand niets zonder
  не нет ни никогда никто ничего нельзя без
  لا لم لن ليس ليست بدون`);
/** Weak alone ("pas" in "faire un pas", "no" as "No. 5"): they count as negations only as whole words, which they are here. */
export const isNegation = (word: string): boolean => {
  const folded = fold(word);
  return NEGATIONS.has(folded) || folded.endsWith("n't") || folded.endsWith('n’t');
};

/** The first negating word of a text, or `null`. "No. 5" and "not only" negate nothing. */
export function negates(text: string): string | null {
  for (const token of tokensOf(text)) {
    if (!isNegation(token.text)) continue;
    const behind = text.slice(token.end);
    if (/^no$/iu.test(token.text) && /^\.? ?\d/u.test(behind)) continue;
    if (
      /^(?:not|nicht|non|no|não|niet)$/iu.test(token.text) &&
      /^ (?:only|just|nur|seulement|solo|sólo|só|alleen)(?!\p{L})/iu.test(behind)
    )
      continue;
    return token.text;
  }
  return null;
}

const PAIRS = `
  increase decrease|increased decreased|increasing decreasing|rise fall|rises falls|rose fell|risen fallen|rising falling|raise lower|raised lowered
  raise cut|raised cut|raised reduced|up down|upward downward|grow shrink|grew shrank|gain lose|gained lost|gains losses|more less|more fewer|most least
  higher lower|highest lowest|high low|better worse|best worst|large small|larger smaller|largest smallest|bigger smaller|biggest smallest|long short|longer shorter
  longest shortest|old new|older newer|older younger|oldest youngest|old young|early late|earlier later|first last|before after|above below|over under|inside outside
  win lose|wins loses|won lost|winning losing|winner loser|victory defeat|victories defeats|beat lost|success failure|succeeded failed|succeed fail
  accept reject|accepted rejected|accepts rejects|approve reject|approved rejected|support oppose|supported opposed|supports opposes|supporting opposing
  supporters opponents|supporter opponent|for against|agree disagree|agreed disagreed|agreed refused|allow ban|allowed banned|allows bans|permit forbid|permitted forbidden
  allow prevent|allowed prevented|confirm deny|confirmed denied|confirms denies|admit deny|admitted denied|guilty innocent|convicted acquitted|convicted cleared
  charged cleared|arrested released|open close|opened closed|opens closes|opening closing|open closed|start end|started ended|starts ends|begin end|began ended|start stop
  started stopped|starting ending|arrive leave|arrived left|enter leave|entered left|enter exit|join leave|joined left|import export|imports exports|imported exported
  buy sell|bought sold|buyer seller|buyers sellers|lend borrow|hire fire|hired fired|hired dismissed|appointed dismissed|legal illegal|lawful unlawful
  likely unlikely|possible impossible|able unable|safe dangerous|safe unsafe|strong weak|stronger weaker|strengthen weaken|strengthened weakened|hot cold|warm cold
  warmer colder|wet dry|positive negative|praise criticise|praised criticised|praised criticized|praise criticism|welcomed condemned|welcomed criticised|optimistic pessimistic
  public private|male female|man woman|men women|boy girl|boys girls|father mother|son daughter|brother sister|husband wife|north south|northern southern|east west
  eastern western|left right|alive dead|survived died|survive die|born died|friend enemy|ally enemy|attack defend|attacked defended|build destroy|built destroyed
  protect destroy|remember forget|remembered forgot|include exclude|included excluded|include excluding|visible invisible|common rare|easy difficult|easier harder
  rich poor|richer poorer|majority minority|maximum minimum|always never|everyone nobody|everybody nobody|all none|tighten loosen|tightened loosened|tighten ease|expand shrink
  expanded cut|accelerate slow|accelerated slowed|profit loss|profits losses|surplus deficit|ahead behind|with without|day night|morning evening|today yesterday|tomorrow yesterday
  steigen sinken|steigt sinkt|stieg sank|gestiegen gesunken|stiegen sanken|erhöhen senken|erhöht gesenkt|mehr weniger|größer kleiner|höher niedriger|gewinnen verlieren
  gewann verlor|gewonnen verloren|für gegen|angenommen abgelehnt|annehmen ablehnen|erlaubt verboten|öffnen schließen|geöffnet geschlossen|vor nach|schuldig unschuldig
  augmenter diminuer|augmente diminue|augmenté diminué|hausse baisse|plus moins|gagner perdre|gagné perdu|pour contre|accepté refusé|accepté rejeté|ouvert fermé|avant après
  aumentar disminuir|aumentó disminuyó|subir bajar|subió bajó|más menos|ganar perder|ganó perdió|favor contra|aceptó rechazó|abrir cerrar|abierto cerrado|antes después`;

const OPPOSITES: ReadonlyMap<string, ReadonlySet<string>> = (() => {
  const map = new Map<string, Set<string>>();
  const add = (a: string, b: string): void => void map.set(a, (map.get(a) ?? new Set()).add(b));
  for (const pair of PAIRS.split(/[|\n]/u)) {
    const [a, b] = pair.trim().split(' ');
    if (!a || !b) continue;
    add(a, b);
    add(b, a);
  }
  return map;
})();

const NEGATING_PREFIX = /^(?:un|in|im|il|ir|dis|non-?|un|anti-?)/u;

/** Does one word say the opposite of the other: a known pair, or the same word behind "un-", "in-", "dis-"? */
export function areOpposites(a: string, b: string): boolean {
  const [first, second] = [fold(a), fold(b)];
  if (OPPOSITES.get(first)?.has(second)) return true;
  const [short, long] = first.length <= second.length ? [first, second] : [second, first];
  return short.length >= 4 && long.endsWith(short) && NEGATING_PREFIX.exec(long)?.[0] === long.slice(0, -short.length);
}
