/** French. */
import { counted, tens, valued } from './lists.ts';
import type { Lexicon } from './types.ts';

export const fr: Lexicon = {
  abbreviations: {
    binding: 'm mm mme mmes mlle mlles dr me mgr pr prof st ste no art av bd cf env etc fig p pp vol s.a',
    ending: 'janv févr avr juil sept oct nov déc etc',
    openers: '',
  },
  dates: { forms: [], short: '', ordinary: 'mars mai', betweenDays: 'et|au|ou', beforeDay: 'le ' },
  numbers: {
    words: {
      ...counted(2, 'deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize'),
      ...tens('vingt trente quarante cinquante soixante'),
      ...valued({ 80: 'quatre-vingt quatre-vingts' }),
    },
    scales: valued({ 1e3: 'mille', 1e9: 'milliard milliards' }),
    joinedScales: {},
    ordinals: counted(2, 'deuxième troisième quatrième cinquième'),
    joint: 'et',
    percent: 'pour cent',
    currencies: '',
    beforeUnit: " de | d['’]",
  },
  units: {
    isSpaceless: false,
    words: {
      point: 'points? de pourcentage',
      percent: 'pour cent',
      pound: 'livres',
      crown: 'couronnes',
      metre: 'mètres?',
      foot: 'pieds?',
      kilometre: 'kilomètres?',
      mile: 'milles',
      hour: 'heures?',
      day: 'jours?',
      week: 'semaines?',
      month: 'mois',
      year: 'ans?|années?',
    },
  },
  functionWords: `le la les l un une des du de d et ou mais si que qui quoi dont où à au aux en dans par pour sur sous avec sans entre je tu il
    elle nous vous ils elles on me te se son sa ses leur leurs mon ma mes ce cet cette ces est sont était être a ont avait avoir ne
    pas plus aussi très dit déclaré`,
  endings: 'ements ement ations ation ees ent es ee er ez e s',
  polarity: {
    negations: 'ne pas jamais aucun aucune sans personne ni rien',
    not: '',
    only: 'seulement',
    opposites: `augmenter diminuer|augmente diminue|augmenté diminué|hausse baisse|plus moins|gagner perdre|gagné perdu|pour contre|accepté refusé|accepté rejeté|
      ouvert fermé|avant après`,
    hedges:
      'pourrait pourraient serait seraient aurait auraient devrait peut-être probablement menace menacent menacé veut veulent prévoit envisage présumé',
    conditions: "à condition|à moins|sauf si|s['’]il",
    conditionWords: 'si sauf seulement',
    denials: {
      cues: "(?:(?:a |ont |avait )?nié|nie|nient|niait|dément|(?:a |ont )?démenti|réfute|(?:a |ont )?réfuté|conteste|(?:a |ont )contesté) (?=que |qu['’]|avoir |être |toute? )",
      verbs: String.raw`nié|nie|nient|niait|dément\w*|réfut\w*|conteste(?:nt)?|contesté`,
      ofStatements: String.raw`nié|nie|nient|niait|dément\w*`,
      negatedBy: String.raw`\bpas`,
      clauseEnds: 'mais',
      commaEnds: 'et',
      actEnds: '',
      granted: '',
    },
    refusals: String.raw`n['’](?:a|ont|avai(?:t|ent)) pas (?:\p{Ll}+ )?(?:répondu|souhaité|voulu|réagi|commenté)|refus(?:é|e|ent) de|pas de commentaire`,
  },
  stances: {
    supports: 'soutien|souten|salu(?:e|é)|approuv|réclam',
    opposes: 'rejet|refus|condamn|dénonc|critiqu|contre',
    conditional: 'à condition',
    ownConditions: 'à condition',
    naming: 'qualifi',
    contempt: 'erreur|scandale',
    undoing: String.raw`délai|report|dimi\p{L}+`,
    open: 'promet|promis',
  },
  persons: {
    first: "je|j(?=['’])|moi|mon|mes|nous|notre|nos",
    firstOpening: "Je|J(?=['’])|Moi|Mon|Mes|Nous|Notre|Nos",
    second: 'vous|votre|vos|tu|te',
    unnamed: 'je|nous|on',
    third: 'il|elle|ils|elles|lui|on',
  },
  names: {
    dropped: 'le la les l des monsieur madame',
    collective: '',
    groups: 'gouvernement|ministère|parti|police|syndicat',
    articles: 'le|la|les',
    noParty: 'il|elle|ils|elles',
    joiners: 'de la le du',
    openers: '',
  },
  leaning: {
    start: 'il|elle|ils|elles|mais|et|ce|cela|cette|ces|cependant|toutefois|son|sa|ses|leurs?',
    emptyStart: 'il y a',
    inside: 'le même jour',
    end: 'cela|ça',
    verbless: 'Comment|Pourquoi|Ce qu',
  },
  topics: {
    asking: 'qui que quoi quand où pourquoi comment combien quel quelle',
    beforeNoun: 'le|la|les|un|une|des|du|de|au|aux|ce|cette|ces|son|sa|ses|leur|leurs|notre|nos|pour|contre|sur',
    empty: '',
    times: 'ans?|années?|mois|semaines?|jours?|heures?|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche',
    questionLabels: 'Q|Question',
    answerLabels: 'R|Réponse',
    outro: 'propos recueillis|entretien',
    by: 'par',
    orders: String.raw`(?:ignor|oubli)\w*\b.{0,30}\b(?:instruction|consigne)`,
    and: 'et|ou',
    articles: 'le|la',
    modelRefusals: 'désolé',
  },
  page: {
    months: '',
    atHour: 'à',
    oClock: 'h',
    dateLabels: 'publié|mis à jour',
    by: 'par',
    byMore: 'auteur',
    and: 'et',
    noAuthors: 'rédaction',
    pictures: 'crédit',
    credits: 'crédits?',
    creditsInside: 'crédits? photo',
    more: 'lire aussi|à lire (?:aussi|également)|sur le même sujet|voir aussi',
    calls: "partage[rz]? (?:sur|cet|l[’'])|réagi(?:r|ssez) à|abonnez-vous|inscrivez-vous|suivez-nous",
    counted: 'commentaires?|vues|lectures',
    filed: 'ce (?:billet|contenu|message) a été publié|cette entrée (?:a été|est) publiée?|publié dans ',
    junk: 'publicité|commentaires?|partager|imprimer|mots[- ]clés ?:.*|étiquettes?:.*|catégories?:.*|répondre|temps de lecture.*',
    legal: 'tous droits réservés',
    cookies: '(?:ce|notre) site utilise des cookies',
    thePost: "l['’]article",
    appearedOn: 'est apparu en premier sur',
    signOffs: '',
    addressed: 'vous|votre|nous|nos|te|tu',
    comments: 'commentaires?|laisser un commentaire',
    paywall:
      'cet article est réservé aux abonnés|réservé aux abonnés|la suite est réservée|pour lire la suite.{0,40}abonn',
    continued: "lire la suite|lire l[’']article (?:complet|en entier)",
    botWall: '',
    consent: String.raw`nous (?:et nos (?:\d+ )?partenaires )?(?:utilisons|stockons).{0,80}cookies`,
    needsScripts: 'activer javascript',
    about: "[ÀA] propos d(?:e|u|es|[’'])",
    aboutArticles: 'l[ae]',
    contacts: 'contacts? presse',
    ofThePage:
      '(?:cet|la suite de cet) article est réservée? aux abonnés|déjà abonnée?|abonnez-vous|il vous reste [^.]{0,20}à lire|^contact presse',
  },
  speech: {
    verbs: `dit disent disait déclare déclarent affirme affirment affirmait explique expliquent expliquait estime estiment estimait ajoute ajoutait assure
      assurent assurait souligne soulignent soulignait prévient avertit dénonce dénoncent regrette regrettent annonce annoncent indique indiquent indiquait précise
      précisait confie raconte lance demande demandent répond rappelle reconnaît insiste juge jugent pense pensent croit craint craignent espère promet confirme
      réclame réclament exige exigent critique critiquent salue saluent rejette refuse condamne condamnent appelle plaide écrit conclut poursuit martèle soutient accuse`,
    participles: `dit déclaré affirmé expliqué estimé ajouté assuré souligné prévenu averti dénoncé regretté annoncé indiqué précisé confié raconté lancé
      demandé répondu rappelé reconnu insisté jugé promis confirmé réclamé exigé critiqué salué rejeté refusé condamné appelé plaidé écrit conclu poursuivi
      martelé soutenu accusé qualifié`,
    auxiliaries: 'a ont avait avaient ai',
    acts: 'dénonc|regrett|demand|réclam|exig|critiqu|salu|rejet|refus|condamn|appel|plaid|accus|promi|promet|qualifi|annonc|soutien|soutenu',
    complementisers: "que qu' si",
    articles: "le la les l' un une des du son sa ses leur leurs ce cette plusieurs deux certains",
    joints: "de du des d' la l' le à au aux",
    breaks: `à au aux dans en par pour sur sous avec sans entre lors après avant depuis pendant selon chez vers contre ce hier aujourd'hui demain lundi mardi mercredi
      jeudi vendredi samedi dimanche mais cependant toutefois ainsi alors aussi encore déjà devant qui dont où ne n' pas également`,
    conjunctions: 'et mais tandis',
    reflexives: `félicité félicitée félicités réjoui réjouie inquiété inquiétée étonné étonnée indigné indignée plaint plainte défendu défendue écrié écriée
      exclamé exclamée interrogé interrogée insurgé insurgée ému émue félicite réjouit inquiète étonne indigne plaint défend écrie exclame interroge insurge`,
    needs: {},
    pronouns: { il: 'm', elle: 'f', lui: 'm', ils: 'p', elles: 'p', eux: 'p' },
    honorifics: { m: 'm', 'm.': 'm', monsieur: 'm', mme: 'f', madame: 'f' },
    roles:
      'maire|ministre|président|présidente|directeur|directrice|porte-parole|chef|cheffe|patron|patronne|député|députée|sénateur|sénatrice|' +
      'secrétaire|professeur|professeure|chercheur|chercheuse|avocat|avocate|procureur|procureure|préfet|préfète|adjoint|adjointe|conseiller|' +
      'conseillère|responsable|économiste|syndicaliste|entraîneur|juge|pêcheur|habitant|habitante|propriétaire|premier|première|fondateur|' +
      'fondatrice|médecin',
    femaleRoles: 'ente|trice|ée|euse|ère|ante|ate|ète|onne|effe',
    according: ['selon', "d' après", 'aux yeux de', 'pour'],
    accordingBehind: '',
    declined: String.raw`(?:n['’](?:a|ont)\s+pas\s+(?:souhaité|voulu|donné\s+suite|répondu|réagi|commenté)|(?:a|ont)\s+(?:refusé|décliné)\s+(?:de\s+(?:commenter|répondre|s['’]exprimer)|tout\s+commentaire)|n['’]était\s+pas\s+joignable|n['’](?:a|ont)\s+pas\s+(?:souhaité|voulu)\s+se\s+prononcer)`,
    notPersons: 'île|ville|mairie|rue|place|port|banque|société|compagnie|groupe|parti|conseil',
    dropsSubject: false,
    capitalNouns: false,
  },
};
