/** English verbs that report speech, thought or finding, with their forms. */

/** `say/said` = lemma and irregular forms; regular forms are made. */
function forms(list: string): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const entry of list.trim().split(/\s+/u)) {
    const [lemma = '', ...irregular] = entry.split('/');
    const stem = lemma.endsWith('e') ? lemma.slice(0, -1) : lemma;
    const consonantY = /[^aeiou]y$/u.test(lemma);
    const made = [
      lemma,
      /(?:s|x|z|ch|sh)$/u.test(lemma) ? `${lemma}es` : consonantY ? `${lemma.slice(0, -1)}ies` : `${lemma}s`,
      ...(irregular.length > 0 ? irregular : [consonantY ? `${lemma.slice(0, -1)}ied` : `${stem}ed`]),
      lemma.endsWith('ee') ? `${lemma}ing` : `${stem}ing`,
    ];
    for (const form of made) map.set(form, lemma);
  }
  return map;
}

/** Takes a quotation or a clause, whose "that" may be dropped. */
export const CLAUSE_VERBS =
  forms(`say/said tell/told add ask write/wrote/written tweet note report argue claim state explain warn suggest
  insist announce declare acknowledge admit/admitted/admitting respond reply contend allege assert maintain mention remark comment
  stress emphasize emphasise reiterate confirm concede confess predict recall recount testify joke quip/quipped/quipping boast
  brag/bragged/bragging complain lament counter retort exclaim shout conclude observe estimate indicate signal hint imply caution
  assure inform remind reveal disclose continue point read think/thought believe know/knew/known feel/felt hope fear worry expect assume guess
  suspect agree doubt realize realise understand/understood learn/learned/learnt find/found show/showed/shown see/saw/seen hear/heard figure
  decide propose recommend promise vow pledge swear/swore/sworn bet/bet/betting speculate theorize theorise surmise opine marvel muse post vent
  go/went/goes/gone hold/held rule tease crow fume bemoan gripe reason repeat deny affirm reaffirm clarify demand forecast/forecast/forecasted
  project accept plead/pleaded/pled whisper scream yell chant sigh echo interject proclaim dispute prove underline underscore
  advise inquire wonder message text email blog rap/rapped/rapping`);

/** Takes a noun phrase, an infinitive or a prepositional phrase as what is said. */
export const PHRASE_VERBS =
  forms(`call criticize criticise slam/slammed/slamming blast attack mock praise describe deny reject dismiss urge
  tout cite accuse charge blame condemn denounce defend decry rip/ripped/ripping hammer chide scold support oppose endorse want
  plan/planned/planning intend threaten refuse decline demand question discuss address favor favour welcome applaud embrace doubt consider
  promise vow pledge hope expect advocate lambaste lambast assail ridicule deride disavow renounce repudiate label dub/dubbed/dubbing brand
  characterize characterise portray liken compare thank congratulate regret apologize apologise propose recommend suggest acknowledge
  admit/admitted/admitting concede note mention recall disapprove approve agree disagree object protest encourage advise warn
  caution beg/begged/begging plead implore press push challenge ask tell/told speak/spoke/spoken talk think/thought complain joke
  boast brag/bragged/bragging testify respond reply comment elaborate rail lash vouch argue attribute credit predict announce unveil
  outline detail explain highlight emphasize emphasise stress underscore downplay lament bemoan worry wonder
  believe reiterate repeat claim reveal disclose confirm dispute refute report rebuke rebuff echo express voice
  hail laud scoff quote appeal accept reaffirm affirm insist point float signal foresee/foresaw/foreseen envision back`);

/** May stand before its subject: "said X", "added Y". */
export const INVERTING = new Set(
  `said says say added adds asked asks wrote writes tweeted noted notes argued argues explained explains replied responded concluded
  recalled continued declared insisted warned joked quipped exclaimed remarked observed stated claimed announced admitted conceded
  acknowledged shouted lamented complained predicted boasted countered asserted contended told reads cautioned reported wondered
  mused stressed emphasized recounted commented agreed cried yelled laughed texted sighed went`.split(/\s+/u),
);

/** Said without doubt whatever the tagger thinks. */
export const UNAMBIGUOUS = new Set(
  `said told added asked wrote tweeted noted argued explained insisted believe believes thinks says tells wants vowed urged praised
  criticized criticised warned claimed denied accused suggested announced acknowledged declared hopes called opposed endorsed
  stated stressed predicted testified recalled replied responded admitted alleged contended maintains insists argues`.split(
    /\s+/u,
  ),
);

/** "expressed |support for", "voiced |his concern that". */
const STANCE_NOUN =
  /^(?:his|her|their|its|a|an|the|deep|strong|some|serious|grave|full|support|opposition|concerns?|doubts?|hopes?|regrets?|confidence|frustration|disappointment|outrage|sk?cepticism|interest|sympathy|fears?|anger|surprise|solidarity|reservations?|willingness|optimism|dismay|alarm|approval|disapproval|condolences)$/u;

/** The preposition or word without which the verb is no report ("spoke about", "called for"). `none` = never with a phrase. */
export const NEEDS: Readonly<Record<string, RegExp>> = {
  express: STANCE_NOUN,
  voice: STANCE_NOUN,
  speak: /^(?:about|of|on|against|out|for)$/u,
  talk: /^(?:about|of|on)$/u,
  complain: /^(?:about|of)$/u,
  joke: /^about$/u,
  boast: /^(?:about|of)$/u,
  brag: /^(?:about|of)$/u,
  testify: /^(?:about|to)$/u,
  comment: /^on$/u,
  elaborate: /^on$/u,
  rail: /^(?:against|about)$/u,
  lash: /^out$/u,
  think: /^(?:about|of)$/u,
  worry: /^about$/u,
  wonder: /^(?:if|whether|why|how|what|about|aloud)$/u,
  push: /^(?:for|back)$/u,
  argue: /^(?:for|against|with)$/u,
  approve: /^of$/u,
  disapprove: /^of$/u,
  object: /^to$/u,
  vouch: /^for$/u,
  agree: /^(?:with|to|on)$/u,
  disagree: /^with$/u,
  aim: /^to$/u,
  appeal: /^(?:for|to)$/u,
  scoff: /^at$/u,
  stand: /^by$/u,
  point: /^(?:out)$/u,
  back: /^(?:the|a|an|his|her|their)$/u,
  attack: /^$/u,
  challenge: /^$/u,
  press: /^for$/u,
  commit: /^to$/u,
  offer: /^to$/u,
  insist: /^on$/u,
  hear: /^$/u,
  respond: /^$/u,
  reply: /^$/u,
  continue: /^$/u,
  need: /^$/u,
  read: /^$/u,
  post: /^$/u,
  add: /^$/u,
  go: /^$/u,
  repeat: /^(?:his|her|their|its|a|the|calls?)$/u,
  issue: /^(?:a|an)$/u,
  report: /^$/u,
  hold: /^$/u,
  reason: /^$/u,
  project: /^$/u,
  forecast: /^$/u,
  decide: /^$/u,
  charge: /^$/u,
  order: /^$/u,
  message: /^$/u,
  text: /^$/u,
  email: /^$/u,
  blog: /^$/u,
  rap: /^$/u,
  inform: /^$/u,
  address: /^$/u,
  quote: /^$/u,
};

/** Only with "that" or a colon: "found that", "reads:". */
export const NEEDS_THAT = new Set(
  'go read find show see hold figure hear rule decide learn prove forget know realize realise understand feel conclude'.split(
    ' ',
  ),
);

/** Verbs whose object is the hearer, before the clause. */
export const HEARER_VERBS = new Set(
  'tell ask remind assure warn inform caution urge advise message text email'.split(' '),
);
