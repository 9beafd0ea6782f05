/** Words that show where a speaker stands. Used to draft a stance by rules and to check one that a model claims. */
import type { Stance } from '#domain';

type CuedStance = Exclude<Stance, 'unclear' | 'neutral'>;

const start = String.raw`(?<!\p{L})`;
const words = (list: string): RegExp => new RegExp(`${start}(?:${list})`, 'iu');

const CUES: Readonly<Record<CuedStance, RegExp>> = {
  supports: words(
    'support|back(?:s|ed|ing)?(?!\\p{L})|endors|welcom|prais|applaud|favou?r|agree[ds]?(?!\\p{L})|ready to|willing|call(?:s|ed|ing)? (?:for|on)' +
      '|urg|demand|advocat|defend|pledg|vow|promis|propos|recommend|accept|approv|must|should|need(?:s|ed)? to|hop' +
      '|unterstütz|begrüß|befürwort|forder|lobt|soutien|souten|salu(?:e|é)|approuv|réclam|apoy|respald|celebr|exig',
  ),
  opposes: words(
    'oppos|reject|refus|den(?:y|ies|ied)|condemn|criticis|criticiz|accus|denounc|object|against|dismiss|warn|fail(?:ed|ure|s)' +
      "|hoax|waste|will not|won[’']t|would not|wouldn[’']t|not accept|never|blam|slam|disregard|protest|disagre|wrong|mistake" +
      '|unaccept|too (?:much|many|far|late|little)|lehnt|ablehn|kritisier|verurteil|warnt|gegen|rejet|refus|condamn|dénonc|critiqu|contre' +
      '|rechaz|conden|critic|contra(?!\\p{L})',
  ),
  conditional: words(
    'if|unless|provided|as long as|on condition|until|depend|only (?:if|when|after)|(?:wenn|falls|sofern)(?!\\p{L})|à condition|siempre que|a condición',
  ),
};

/** Stances for which the text holds a cue. */
export function cuedStances(text: string): CuedStance[] {
  return (Object.keys(CUES) as CuedStance[]).filter((stance) => CUES[stance].test(text));
}
