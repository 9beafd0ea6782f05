/** English: what turns a statement round, and where a speaker stands. */
import type { Polarity, Stances } from '../types.ts';

const REPORTS = String.raw`(?:claims?|reports?|allegations?|accusations?|charges?|suggestions?|rumou?rs?|the (?:idea|notion))`;

export const polarity: Polarity = {
  negations: 'not no never none nor neither nobody nothing nowhere cannot without hardly barely scarcely unable',
  not: 'not',
  only: 'only|just',
  opposites: `increase decrease|increased decreased|increasing decreasing|rise fall|rises falls|rose fell|risen fallen|rising falling|raise lower|raised lowered|
    raise cut|raised cut|raised reduced|up down|upward downward|grow shrink|grew shrank|gain lose|gained lost|gains losses|more less|more fewer|most least|
    higher lower|highest lowest|high low|better worse|best worst|large small|larger smaller|largest smallest|bigger smaller|biggest smallest|long short|longer shorter|
    longest shortest|old new|older newer|older younger|oldest youngest|old young|early late|earlier later|first last|before after|above below|over under|inside outside|
    win lose|wins loses|won lost|winning losing|winner loser|victory defeat|victories defeats|beat lost|success failure|succeeded failed|succeed fail|
    accept reject|accepted rejected|accepts rejects|approve reject|approved rejected|support oppose|supported opposed|supports opposes|supporting opposing|
    supporters opponents|supporter opponent|for against|agree disagree|agreed disagreed|agreed refused|allow ban|allowed banned|allows bans|permit forbid|permitted forbidden|
    allow prevent|allowed prevented|confirm deny|confirmed denied|confirms denies|admit deny|admitted denied|guilty innocent|convicted acquitted|convicted cleared|
    charged cleared|arrested released|open close|opened closed|opens closes|opening closing|open closed|start end|started ended|starts ends|begin end|began ended|start stop|
    started stopped|starting ending|arrive leave|arrived left|enter leave|entered left|enter exit|join leave|joined left|import export|imports exports|imported exported|
    buy sell|bought sold|buyer seller|buyers sellers|lend borrow|hire fire|hired fired|hired dismissed|appointed dismissed|legal illegal|lawful unlawful|
    likely unlikely|possible impossible|able unable|safe dangerous|safe unsafe|strong weak|stronger weaker|strengthen weaken|strengthened weakened|hot cold|warm cold|
    warmer colder|wet dry|positive negative|praise criticise|praised criticised|praised criticized|praise criticism|welcomed condemned|welcomed criticised|optimistic pessimistic|
    public private|male female|man woman|men women|boy girl|boys girls|father mother|son daughter|brother sister|husband wife|north south|northern southern|east west|
    eastern western|left right|alive dead|survived died|survive die|born died|friend enemy|ally enemy|attack defend|attacked defended|build destroy|built destroyed|
    protect destroy|remember forget|remembered forgot|include exclude|included excluded|include excluding|visible invisible|common rare|easy difficult|easier harder|
    rich poor|richer poorer|majority minority|maximum minimum|always never|everyone nobody|everybody nobody|all none|tighten loosen|tightened loosened|tighten ease|expand shrink|
    expanded cut|accelerate slow|accelerated slowed|profit loss|profits losses|surplus deficit|ahead behind|with without|day night|morning evening|today yesterday|tomorrow yesterday`,
  hedges: `could may might would should possibly perhaps probably likely unlikely allegedly reportedly apparently supposedly alleged suspected potential
    threatened threatens threatening threaten plans planned planning hopes hoped wants wanted aims seeks considering considers expected proposes proposed`,
  conditions: 'only if|if|unless|provided|as long as|on (?:the )?condition',
  conditionWords: 'if unless only provided',
  denials: {
    cues: [
      String.raw`den(?:y|ies|ied|ying) (?=(?:that|having|ever|any|knowing|being|he|she|they|it|his|her|their) |\p{Ll}{3,}ing |(?:the |all |these |those )?${REPORTS})`,
      String.raw`(?:reject|dismiss|disput|refut|contradict|rebuff)(?:e|es|s|ed|ing)? (?=(?:the |all |these |those |any )?${REPORTS} (?:that|of) )`,
      String.raw`rul(?:e|es|ed|ing) out (?=that |\p{Ll}{3,}ing |any )`,
      String.raw`(?:refus|declin)(?:es|ed) to (?!(?:say|comment|discuss|answer|speak|talk|give|provide|disclose|reveal|explain|name|identify) )`,
      'failed to (?!(?:say|comment|mention|explain) )',
    ].join('|'),
    verbs:
      'den(?:y|ies|ied|ying|ial|ials)|(?:reject|dismiss|disput|refut|contradict|rebuff)(?:e|es|s|ed|ing)?|rul(?:e|es|ed|ing) out|' +
      '(?:refus|declin)(?:e|es|ed|ing|al)|fail(?:s|ed|ing|ure)?',
    ofStatements: 'den(?:y|ies|ied|ying)|refut(?:e|es|ed|ing)|rul(?:e|es|ed|ing) out',
    negatedBy: String.raw`\bnot|n['’]t|\bnever`,
    clauseEnds: 'but|while|although|though|because|whereas',
    commaEnds: 'which|who|and|saying|adding|calling',
    actEnds: 'and|or|but|after|before|when|while|until|because|who|which',
    granted: 'how|why|when|where|who|what|which',
  },
  refusals: [
    String.raw`(?:declin|refus)(?:e|es|ed|ing) (?:to|any|all|an)\b`,
    String.raw`\b(?:no|without) comment\b|unavailable for comment`,
    String.raw`\b(?:did|do|does|has|have|had|would|could)(?: not|n['’]t)(?: \p{Ll}+)? (?:respond|responded|reply|replied|answer|answered|comment|commented|be reached|return|returned|say|said|discuss|discussed)\b`,
  ].join('|'),
};

export const stances: Stances = {
  supports:
    String.raw`support|back(?:s|ed|ing)?(?!\p{L})|endors|welcom|prais|applaud|favou?r|agree[ds]?(?!\p{L})|ready to|willing|call(?:s|ed|ing)? (?:for|on)` +
    '|urg|demand|advocat|defend|pledg|vow|promis|propos|recommend|accept|approv|must|should|need(?:s|ed)? to|hop',
  opposes:
    'oppos|reject|refus|den(?:y|ies|ied)|condemn|criticis|criticiz|accus|denounc|object|against|dismiss|warn|fail(?:ed|ure|s)' +
    "|hoax|waste|will not|won[’']t|would not|wouldn[’']t|not accept|never|blam|slam|disregard|protest|disagre|wrong|mistake" +
    '|unaccept|too (?:much|many|far|late|little)',
  conditional: 'if|unless|provided|as long as|on condition|until|depend|only (?:if|when|after)',
  ownConditions: String.raw`only (?:be \p{L}+ )?(?:if|when|after|on condition)|unless|provided that|as long as|on (?:the )?condition that`,
  naming: 'call|describ|label|brand|dub|denounc',
  contempt: 'mistake|hoax|failure|disgrace|lie|betrayal|scandal|disaster|waste|shame',
  undoing: String.raw`(?:an? |the )?(?:end|halt|stop) (?:to|of)|to (?:\p{Ll}+ly )?(?:overturn|scrap|stop|halt|end|block|abandon|withdraw|cancel|drop|repeal|reverse|resign|undo|fight)|delay|postpone\p{L}*`,
  open: 'warn|urg|ask|encourag|advis|vow|pledg|promis|hop|propos',
};
