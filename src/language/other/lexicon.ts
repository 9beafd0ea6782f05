/** What the rules for German, French and Spanish know of their language: closed lists, no grammar. */

export interface Lexicon {
  /** Finite forms that report speech. */
  readonly verbs: ReadonlySet<string>;
  /** Participles that report speech, with an auxiliary. */
  readonly participles: ReadonlySet<string>;
  readonly auxiliaries: ReadonlySet<string>;
  /** Of the verbs and participles those whose object is no clause: the verb belongs to the statement. */
  readonly acts: RegExp;
  readonly complementisers: ReadonlySet<string>;
  readonly articles: ReadonlySet<string>;
  /** Hold a noun phrase together: "der Chef |der Reederei", "le maire |de Lyon". */
  readonly joints: ReadonlySet<string>;
  /** Prepositions, adverbs and times: they end a subject to the right, and are none to the left. */
  readonly breaks: ReadonlySet<string>;
  readonly conjunctions: ReadonlySet<string>;
  /** Verbs of speaking only behind "se": "s'est écrié", "se quejó". */
  readonly reflexives: ReadonlySet<string>;
  /** The next word without which a verb is no report: "sprach |von", "sprach lange" is none. */
  readonly needs: Readonly<Record<string, RegExp>>;
  /** Gender of a speaker; `p` for several, `''` for what may be of any. */
  readonly pronouns: Readonly<Record<string, 'm' | 'f' | 'p' | ''>>;
  readonly honorifics: Readonly<Record<string, 'm' | 'f'>>;
  readonly role: RegExp;
  readonly femaleRole: RegExp;
  /** "according to" before its name. */
  readonly according: readonly (readonly string[])[];
  /** … and behind it ("Brandt zufolge"). */
  readonly accordingBehind: ReadonlySet<string>;
  readonly declined: RegExp;
  /** A subject may be left out ("«…», dijo."). */
  readonly dropsSubject: boolean;
  /** Every noun has a capital: capitals alone make no name. */
  readonly capitalNouns: boolean;
}

const set = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));

const SPEAK = /^(?:von|über|sich)$/u;

const german: Lexicon = {
  verbs:
    set(`sagt sagte sagten sagen erklärt erklärte erklärten betont betonte betonten meint meinte schreibt schrieb schrieben fragt fragte antwortet
    antwortete behauptet behauptete versichert versicherte bestätigt bestätigte bestätigten berichtet berichtete berichteten teilt teilte teilten
    kündigt kündigte kündigten fügt fügte gibt gab gaben räumt räumte warnt warnte warnten fordert forderte forderten kritisiert kritisierte
    kritisierten verlangt verlangte verlangten verspricht versprach glaubt glaubte hofft hoffte befürchtet befürchtete vermutet vermutete äußerte
    ergänzt ergänzte erläutert erläuterte entgegnet entgegnete erwidert erwiderte beteuert beteuerte klagt klagte lobt lobte nennt nannte bezeichnet
    bezeichnete begrüßt begrüßte begrüßten lehnt lehnte lehnten verurteilt verurteilte verurteilten wies wirft warf spricht sprach sprachen mahnt mahnte
    schätzt schätzte plädiert plädierte appelliert appellierte droht drohte verteidigt verteidigte bedauert bedauerte unterstützt unterstützte rief`),
  participles:
    set(`gesagt erklärt betont gewarnt gefordert kritisiert angekündigt bestätigt mitgeteilt versprochen abgelehnt begrüßt verurteilt bezeichnet
    genannt eingeräumt behauptet verlangt gelobt geschrieben berichtet zurückgewiesen vorgeworfen verteidigt bedauert`),
  auxiliaries: set('hat haben hatte hatten'),
  acts: /^(?:kritisier|forder|geforder|verlang|lob|gelobt|begrüß|lehn|abgelehnt|verurteil|warn|gewarnt|bezeichn|nann|nenn|genannt|verteidig|bedauer|plädier|appellier|wies|zurückgew|wirf|warf|vorgew|sprach|sprich|sprachen|kündig|angekünd|droh|versprach|unterstütz|rief|mahnt)/u,
  complementisers: set('dass ob'),
  articles: set(
    'der die das den dem des ein eine einer einem einen eines sein seine seiner ihr ihre ihrer viele mehrere beide einige',
  ),
  joints: set('der des von vom für und beim bei'),
  breaks:
    set(`am im in an ab auf aus bei nach vor mit zu zum zur seit bis während wegen gegen über unter durch ohne um als wenn weil dagegen zudem außerdem auch
    laut noch bereits erneut heute gestern morgen hingegen jedoch aber doch dabei damit dazu deshalb dort so nun sich nicht nur zunächst zuvor später gegenüber
    montag dienstag mittwoch donnerstag freitag samstag sonntag`),
  conjunctions: set('und aber doch sondern während'),
  reflexives: new Set(),
  needs: { sprach: SPEAK, sprachen: SPEAK, spricht: SPEAK },
  pronouns: { er: 'm', sie: 'f', es: '' },
  honorifics: { herr: 'm', herrn: 'm', frau: 'f' },
  role: /(?:sprecher|minister|chef|präsident|bürgermeister|direktor|leiter|kanzler|professor|forscher|anwalt|anwältin|vorsitzende[rn]?|vorstand|trainer|lehrer|abgeordnete[rn]?|richter|pfarrer|händler|fischer|wirt|autor|experte|expertin|politiker|landrat|landrätin|inhaber|geschäftsführer|arzt|ärztin|biologe|biologin|besitzer)(?:in|s)?$/iu,
  femaleRole: /(?:in|frau)$/u,
  according: [
    ['laut'],
    ['nach', 'angaben'],
    ['nach', 'ansicht'],
    ['nach', 'worten'],
    ['nach', 'meinung'],
    ['nach', 'den', 'worten'],
  ],
  accordingBehind: set('zufolge'),
  declined:
    /(?:(?:wollte|wollten|will|wollen|mochte|möchte)\s+sich\s+(?:\p{L}+\s+){0,4}nicht\s+(?:\p{L}+\s+){0,3}äußern|äußerte[n]?\s+sich\s+(?:zunächst\s+)?nicht|reagierte[n]?\s+(?:zunächst\s+)?nicht|lehnte[n]?\s+(?:eine\s+Stellungnahme|einen\s+Kommentar|ein\s+Interview)\s+ab|(?:war|waren)\s+(?:zunächst\s+)?nicht\s+(?:zu\s+)?erreich\p{L}+|ließ(?:en)?\s+(?:eine|die)\s+Anfrage\s+unbeantwortet|antwortete[n]?\s+nicht|(?:wollte|wollten|will|wollen|mochte|möchte)\s+(?:\p{L}+\s+){0,4}nicht\s+(?:bewerten|kommentieren|beantworten)|(?:wollte|wollten|will|wollen|mochte|möchte)\s+(?:\p{L}+\s+){0,3}nichts\s+(?:\p{L}+\s+){0,2}sagen|lehnte[n]?\s+es\s+ab,\s+(?:\p{L}+\s+){0,5}zu\s+(?:kommentieren|bewerten|antworten|beantworten))/u,
  dropsSubject: false,
  capitalNouns: true,
};

const french: Lexicon = {
  verbs:
    set(`dit disent disait déclare déclarent affirme affirment affirmait explique expliquent expliquait estime estiment estimait ajoute ajoutait assure
    assurent assurait souligne soulignent soulignait prévient avertit dénonce dénoncent regrette regrettent annonce annoncent indique indiquent indiquait précise
    précisait confie raconte lance demande demandent répond rappelle reconnaît insiste juge jugent pense pensent croit craint craignent espère promet confirme
    réclame réclament exige exigent critique critiquent salue saluent rejette refuse condamne condamnent appelle plaide écrit conclut poursuit martèle soutient accuse`),
  participles:
    set(`dit déclaré affirmé expliqué estimé ajouté assuré souligné prévenu averti dénoncé regretté annoncé indiqué précisé confié raconté lancé
    demandé répondu rappelé reconnu insisté jugé promis confirmé réclamé exigé critiqué salué rejeté refusé condamné appelé plaidé écrit conclu poursuivi
    martelé soutenu accusé qualifié`),
  auxiliaries: set('a ont avait avaient ai'),
  acts: /^(?:dénonc|regrett|demand|réclam|exig|critiqu|salu|rejet|refus|condamn|appel|plaid|accus|promi|promet|qualifi|annonc|soutien|soutenu)/u,
  complementisers: set("que qu' si"),
  articles: set("le la les l' un une des du son sa ses leur leurs ce cette plusieurs deux certains"),
  joints: set("de du des d' la l' le à au aux"),
  breaks:
    set(`à au aux dans en par pour sur sous avec sans entre lors après avant depuis pendant selon chez vers contre ce hier aujourd'hui demain lundi mardi mercredi
    jeudi vendredi samedi dimanche mais cependant toutefois ainsi alors aussi encore déjà devant qui dont où ne n' pas également`),
  conjunctions: set('et mais tandis'),
  reflexives:
    set(`félicité félicitée félicités réjoui réjouie inquiété inquiétée étonné étonnée indigné indignée plaint plainte défendu défendue écrié écriée
    exclamé exclamée interrogé interrogée insurgé insurgée ému émue félicite réjouit inquiète étonne indigne plaint défend écrie exclame interroge insurge`),
  needs: {},
  pronouns: { il: 'm', elle: 'f', lui: 'm', ils: 'p', elles: 'p', eux: 'p' },
  honorifics: { m: 'm', 'm.': 'm', monsieur: 'm', mme: 'f', madame: 'f' },
  role: /^(?:maire|ministre|président|présidente|directeur|directrice|porte-parole|chef|cheffe|patron|patronne|député|députée|sénateur|sénatrice|secrétaire|professeur|professeure|chercheur|chercheuse|avocat|avocate|procureur|procureure|préfet|préfète|adjoint|adjointe|conseiller|conseillère|responsable|économiste|syndicaliste|entraîneur|juge|pêcheur|habitant|habitante|propriétaire|premier|première|fondateur|fondatrice|médecin)$/iu,
  femaleRole: /(?:ente|trice|ée|euse|ère|ante|ate|ète|onne|effe)$/u,
  according: [['selon'], ["d'", 'après'], ['aux', 'yeux', 'de'], ['pour']],
  accordingBehind: new Set(),
  declined:
    /(?:n['’](?:a|ont)\s+pas\s+(?:souhaité|voulu|donné\s+suite|répondu|réagi|commenté)|(?:a|ont)\s+(?:refusé|décliné)\s+(?:de\s+(?:commenter|répondre|s['’]exprimer)|tout\s+commentaire)|n['’]était\s+pas\s+joignable|n['’](?:a|ont)\s+pas\s+(?:souhaité|voulu)\s+se\s+prononcer)/u,
  dropsSubject: false,
  capitalNouns: false,
};

const spanish: Lexicon = {
  verbs:
    set(`dijo dice dijeron dicen afirmó afirma afirmaron declaró declara declararon explicó explica explicaron añadió añade agregó agrega aseguró asegura
    aseguraron señaló señala señalaron advirtió advierte advirtieron criticó critica criticaron anunció anuncia anunciaron indicó indica indicaron sostuvo sostiene
    pidió pide pidieron denunció denuncia denunciaron lamentó lamenta manifestó manifestaron reconoció reconoce insistió insiste subrayó destacó comentó respondió
    preguntó recordó prometió confirmó confirmaron exigió exige exigieron rechazó rechaza rechazaron condenó condenaron celebró celebraron acusó acusa apuntó
    precisó contó escribió aclaró opinó opina consideró considera cree espera reclamó defendió informó informaron admitió negó propuso reiteró expresó calificó
    llamó llama tachó tildó describió`),
  participles:
    set(`dicho afirmado declarado explicado añadido asegurado señalado advertido criticado anunciado indicado sostenido pedido denunciado lamentado
    manifestado reconocido insistido subrayado destacado rechazado condenado confirmado prometido exigido calificado`),
  auxiliaries: set('ha han había habían he'),
  acts: /^(?:critic|pid|pedid|denunci|lament|exig|rechaz|conden|celebr|acus|reclam|defend|calific|anunci|promet|propus|neg|llam|tach|tild|describ)/u,
  complementisers: set('que si'),
  articles: set('el la los las un una unos unas su sus este esta varios varias algunos dos'),
  joints: set('de del la las los el y e da do'),
  breaks:
    set(`a al en por para con sin sobre entre desde hasta durante tras según ante bajo contra ayer hoy mañana lunes martes miércoles jueves viernes sábado
    domingo pero también además luego entonces después antes que quien donde cuando no se este`),
  conjunctions: set('y e pero mientras'),
  reflexives: set(
    'quejó queja quejaron felicitó felicita lamentó lamenta preguntó pregunta jactó defendió defiende sinceró mofó',
  ),
  needs: {},
  pronouns: { él: 'm', ella: 'f', ellos: 'p', ellas: 'p' },
  honorifics: { sr: 'm', señor: 'm', don: 'm', sra: 'f', señora: 'f', doña: 'f' },
  role: /^(?:alcalde|alcaldesa|ministro|ministra|presidente|presidenta|director|directora|portavoz|jefe|jefa|diputado|diputada|senador|senadora|secretario|secretaria|profesor|profesora|investigador|investigadora|abogado|abogada|fiscal|concejal|concejala|consejero|consejera|responsable|economista|sindicalista|entrenador|juez|jueza|pescador|pescadora|vecino|vecina|propietario|propietaria|dueño|dueña|fundador|fundadora|médico|médica|primer|primera)$/iu,
  femaleRole: /a$/u,
  according: [
    ['según'],
    ['de', 'acuerdo', 'con'],
    ['de', 'acuerdo', 'a'],
    ['a', 'juicio', 'de'],
    ['en', 'opinión', 'de'],
    ['en', 'palabras', 'de'],
    ['para'],
  ],
  accordingBehind: new Set(),
  declined:
    /(?:no\s+(?:respondió|respondieron|contestó|contestaron|quiso\s+\p{L}+|quisieron\s+\p{L}+|ha\s+respondido|hizo\s+comentarios)|(?:declinó|rehusó|rechazó|se\s+negó\s+a)\s+(?:hacer\s+)?(?:comentar\p{L}*|declaraciones|responder)|no\s+(?:estaba|pudo\s+ser)\s+(?:disponible|localizad\p{L}+|contactad\p{L}+))/u,
  dropsSubject: true,
  capitalNouns: false,
};

/** A language without a list: only marks, colons and names are left to go by. */
const neutral: Lexicon = {
  verbs: new Set(),
  participles: new Set(),
  auxiliaries: new Set(),
  acts: /^(?!)/u,
  complementisers: new Set(),
  articles: new Set(),
  joints: new Set(),
  breaks: new Set(),
  conjunctions: new Set(),
  reflexives: new Set(),
  needs: {},
  pronouns: {},
  honorifics: {},
  role: /^(?!)/u,
  femaleRole: /^(?!)/u,
  according: [],
  accordingBehind: new Set(),
  declined: /^(?!)/u,
  dropsSubject: false,
  capitalNouns: false,
};

const LEXICONS: Readonly<Record<string, Lexicon>> = { de: german, fr: french, es: spanish };

export function lexiconFor(language: string): Lexicon {
  return LEXICONS[language.slice(0, 2)] ?? neutral;
}
