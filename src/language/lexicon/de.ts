/** German. */
import { counted, joined, tens, valued } from './lists.ts';
import type { Lexicon } from './types.ts';

export const de: Lexicon = {
  abbreviations: {
    binding: `dr prof hr fr frl nr abs art bzw ca evtl ggf inkl mio mrd mind max min nr sog st str tel usw vgl z.b z u.a u d.h d o.ä bd
      hl jh jhd geb gest gegr kath ev dipl ing med phil rer nat jur s.o vors stv`,
    ending: 'jan feb mär apr jun jul aug sept okt nov dez usw etc',
    openers: `der die das ein eine er sie es wir ich in im am auf mit nach bei doch aber und dies diese diesem diesen dieser dieses diesmal dort danach dann
      dabei damit da hier heute auch nun man niemand viele alle seit für um wer was wie`,
  },
  dates: { forms: [], short: '', ordinary: '', betweenDays: 'und|bis|oder', beforeDay: '' },
  numbers: {
    words: {
      ...counted(
        2,
        'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn',
      ),
      ...tens('zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig'),
      ...joined(
        'ein zwei drei vier fünf sechs sieben acht neun',
        'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig',
        (unit, ten) => `${unit}und${ten}`,
      ),
    },
    scales: valued({ 1e3: 'tausend', 1e6: 'millionen mio', 1e9: 'milliarde milliarden mrd' }),
    joinedScales: {},
    ordinals: counted(2, 'zweite dritte vierte fünfte'),
    joint: '',
    percent: 'Prozent',
    currencies: '',
    beforeUnit: '',
  },
  units: {
    isSpaceless: false,
    words: {
      point: String.raw`Prozentpunkt\p{L}*`,
      percent: 'Prozent',
      pound: 'Pfund',
      rouble: 'Rubel',
      crown: 'Kronen',
      franc: 'Franken',
      metre: 'Metern?',
      foot: 'Fuß',
      kilometre: 'Kilometern?',
      mile: 'Meilen?',
      tonne: 'Tonnen?',
      kilogram: 'Kilogramm',
      gram: 'Gramm',
      minute: 'Minuten?',
      hour: 'Stunden?',
      day: 'Tagen?|Tage',
      week: 'Wochen?',
      month: 'Monate?n?',
      year: 'Jahren?|Jahre',
    },
  },
  functionWords: `der die das den dem des ein eine einer einem einen eines und oder aber wenn als an auf aus bei bis durch für gegen in im mit nach
    ohne über um unter von vom vor zu zum zur ich du er sie es wir ihr ihn ihm ihnen mein sein seine ihre ist sind war waren wird
    werden wurde hat haben hatte nicht kein keine auch noch nur schon sehr so wie was wer dass weil sagte sagt`,
  endings: 'ungen erin ern en em er es st e n s t',
  polarity: {
    negations: 'nicht kein keine keinen keinem keiner keines nie niemals niemand nichts ohne weder',
    not: 'nicht',
    only: 'nur',
    opposites: `steigen sinken|steigt sinkt|stieg sank|gestiegen gesunken|stiegen sanken|erhöhen senken|erhöht gesenkt|mehr weniger|größer kleiner|höher niedriger|
      gewinnen verlieren|gewann verlor|gewonnen verloren|für gegen|angenommen abgelehnt|annehmen ablehnen|erlaubt verboten|öffnen schließen|
      geöffnet geschlossen|vor nach|schuldig unschuldig`,
    hedges:
      'könnte könnten dürfte dürften würde würden soll sollen möglicherweise vielleicht wohl angeblich mutmaßlich droht drohte drohen wollen plant planen',
    conditions: 'nur,? wenn|wenn|falls|sofern|es sei denn',
    conditionWords: 'wenn falls sofern nur',
    denials: {
      cues: '(?:bestreitet|bestreiten|bestritt|bestritten|leugnet|leugnete|dementiert|dementierte|dementierten),? ',
      verbs: String.raw`bestr(?:eite\w*|itt\w*)|leugne\w*|dementi\w*|weist|wies`,
      ofStatements: String.raw`bestr(?:eite\w*|itt\w*)|dementi\w*`,
      negatedBy: String.raw`\bnicht`,
      clauseEnds: 'aber|sondern',
      commaEnds: 'und',
      actEnds: '',
      granted: '',
    },
    refusals: String.raw`nicht (?:äußern|geäußert|reagiert|geantwortet|erreichbar|zu erreichen)|reagierte\p{L}* .{0,30}nicht|kein(?:e|en)? (?:Kommentar|Stellungnahme|Antwort)|lehnte\p{L}* .{0,60}\bab\b`,
  },
  stances: {
    supports: 'unterstütz|begrüß|befürwort|forder|lobt',
    opposes: 'lehnt|ablehn|kritisier|verurteil|warnt|gegen',
    conditional: String.raw`(?:wenn|falls|sofern)(?!\p{L})`,
    ownConditions: 'nur wenn|sofern',
    naming: 'nann|nenn|bezeichn',
    contempt: 'Fehler|Skandal',
    undoing: 'Aufschub|Rücktritt',
    open: 'mahn|versprach',
  },
  persons: {
    first: 'ich|mich|mir|meine?[mnrs]?|wir|uns|unsere?[mnrs]?',
    firstOpening: 'Ich|Mich|Mir|Meine?[mnrs]?|Wir|Uns|Unsere?[mnrs]?',
    second: 'Sie|Ihnen|Ihre?[mnrs]?|du|dich|dir|deine?[mnrs]?',
    unnamed: 'ich|wir|man',
    third: 'er|sie|es',
  },
  names: {
    dropped: 'der die das herr frau',
    collective: '',
    groups: 'regierung|ministerium|polizei|partei|verband',
    articles: 'der|die|das',
    noParty: 'er|sie|es',
    joiners: 'der den von',
    openers: '',
  },
  leaning: {
    start:
      'er|sie|es|dies|diese|dieser|dieses|das|aber|und|doch|auch|dagegen|zudem|außerdem|dabei|damit|dazu|deshalb|dort|seine?|ihre?',
    emptyStart: 'es gibt',
    inside: String.raw`diese[rnms]? Forderung\p{L}*|am (?:gleichen|selben) Tag`,
    end: 'das|dies',
    verbless: 'Was|Wie|Warum|Wer',
  },
  topics: {
    asking: 'wer was wann wo warum wie welche welcher',
    beforeNoun: '',
    empty: '',
    times: 'jahre?n?|monate?n?|wochen?|tage?n?|stunden?|uhr|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch',
    questionLabels: 'F|Frage',
    answerLabels: 'A|Antwort',
    outro: 'das gespräch|die fragen stellte',
    noSpeakers: '',
    by: 'von',
    orders: String.raw`(?:ignorier|vergiss|missacht)\w*\b.{0,30}\b(?:anweisung|instruktion|vorgabe|regel)`,
    and: 'und|oder',
    articles: 'der|die|das',
    modelRefusals: 'leider',
  },
  page: {
    months: 'jänner',
    atHour: 'um',
    oClock: 'uhr',
    dateLabels: 'veröffentlicht|stand|aktualisiert',
    by: 'von',
    byMore: 'autor',
    and: 'und',
    noAuthors: 'redaktion',
    pictures: 'foto|fotos|bild',
    credits: 'foto|fotos|bild|bilder|quelle|grafik',
    creditsInside: 'foto:|bild:',
    more: 'siehe auch|lesen sie (?:auch|mehr)|mehr zum thema|mehr dazu|auch interessant|das könnte sie|weiterlesen|zum thema',
    calls:
      'hat ihnen .{0,40} gefallen|teilen sie|kommentieren sie|abonnieren sie|jetzt abonnieren|folgen sie uns|teilen (?:auf|via)',
    counted: 'kommentare?|aufrufe|mal gelesen|leser',
    filed: 'dieser (?:beitrag|eintrag|artikel) wurde |veröffentlicht (?:in|unter):? |abgelegt unter',
    junk:
      'anzeige|werbung|kommentare?|teilen|drucken|schließen|nach oben|schlagw(?:orte?|örter):.*|stichworte?:.*|themen:.*|kategorien?:.*|' +
      'gefällt mir:?|gefällt mir wird geladen.*|wird geladen.*|antworten|lesezeit:?.*',
    legal: 'alle rechte vorbehalten',
    cookies: '(?:diese|unsere) (?:web)?(?:seite|site) (?:verwendet|nutzt|benutzt) cookies|wir verwenden cookies',
    thePost: 'der beitrag',
    appearedOn: 'erschien (?:zuerst )?auf',
    signOffs: '',
    addressed: 'sie|ihre?n?|uns|unsere?n?',
    comments:
      'kommentare?|schreibe? einen kommentar|kommentar (?:schreiben|verfassen)|(?:kommentare?|gedanken?|antworten) zu .{0,200}',
    paywall:
      'diesen (?:artikel|beitrag) (?:weiterlesen|lesen sie|jetzt).{0,40}(?:abo|plus|digital|anmelden)|jetzt weiterlesen mit|nur für abonnent|' +
      'mit .{0,20}(?:plus|abo) weiterlesen',
    continued: '(?:den )?(?:ganzen|vollständigen) (?:artikel|beitrag|text) (?:lesen|auf)|weiterlesen|weiter lesen',
    botWall: '',
    consent: String.raw`wir (?:und unsere (?:\d+ )?partner )?(?:verwenden|nutzen|benötigen).{0,80}(?:cookies|zustimmung|einwilligung)|mit werbung (?:und tracking )?(?:weiterlesen|lesen)`,
    needsScripts: 'bitte aktivieren sie javascript|javascript (?:aktivieren|ist deaktiviert)',
    about: 'Über|ÜBER',
    aboutArticles: 'die|das|den',
    contacts: 'pressekontakt',
    ofThePage: String.raw`(?:dieser|der vollständige) (?:artikel|text|beitrag) ist (?:\p{L}+ )?für (?:unsere )?(?:abonnent|mitglieder)|bereits abonnent|jetzt (?:abonnieren|anmelden|weiterlesen)|jederzeit kündbar|^(?:pressekontakt|hinweis an die redaktion)`,
  },
  speech: {
    verbs: `sagt sagte sagten sagen erklärt erklärte erklärten betont betonte betonten meint meinte schreibt schrieb schrieben fragt fragte antwortet
      antwortete behauptet behauptete versichert versicherte bestätigt bestätigte bestätigten berichtet berichtete berichteten teilt teilte teilten
      kündigt kündigte kündigten fügt fügte gibt gab gaben räumt räumte warnt warnte warnten fordert forderte forderten kritisiert kritisierte
      kritisierten verlangt verlangte verlangten verspricht versprach glaubt glaubte hofft hoffte befürchtet befürchtete vermutet vermutete äußerte
      ergänzt ergänzte erläutert erläuterte entgegnet entgegnete erwidert erwiderte beteuert beteuerte klagt klagte lobt lobte nennt nannte bezeichnet
      bezeichnete begrüßt begrüßte begrüßten lehnt lehnte lehnten verurteilt verurteilte verurteilten wies wirft warf spricht sprach sprachen mahnt mahnte
      schätzt schätzte plädiert plädierte appelliert appellierte droht drohte verteidigt verteidigte bedauert bedauerte unterstützt unterstützte rief`,
    participles: `gesagt erklärt betont gewarnt gefordert kritisiert angekündigt bestätigt mitgeteilt versprochen abgelehnt begrüßt verurteilt bezeichnet
      genannt eingeräumt behauptet verlangt gelobt geschrieben berichtet zurückgewiesen vorgeworfen verteidigt bedauert`,
    auxiliaries: 'hat haben hatte hatten',
    acts:
      'kritisier|forder|geforder|verlang|lob|gelobt|begrüß|lehn|abgelehnt|verurteil|warn|gewarnt|bezeichn|nann|nenn|genannt|verteidig|bedauer|' +
      'plädier|appellier|wies|zurückgew|wirf|warf|vorgew|sprach|sprich|sprachen|kündig|angekünd|droh|versprach|unterstütz|rief|mahnt',
    complementisers: 'dass ob',
    articles:
      'der die das den dem des ein eine einer einem einen eines sein seine seiner ihr ihre ihrer viele mehrere beide einige',
    joints: 'der des von vom für und beim bei',
    breaks: `am im in an ab auf aus bei nach vor mit zu zum zur seit bis während wegen gegen über unter durch ohne um als wenn weil dagegen zudem außerdem auch
      laut noch bereits erneut heute gestern morgen hingegen jedoch aber doch dabei damit dazu deshalb dort so nun sich nicht nur zunächst zuvor später gegenüber
      montag dienstag mittwoch donnerstag freitag samstag sonntag`,
    conjunctions: 'und aber doch sondern während',
    reflexives: '',
    needs: { sprach: 'von|über|sich', sprachen: 'von|über|sich', spricht: 'von|über|sich' },
    pronouns: { er: 'm', sie: 'f', es: '' },
    honorifics: { herr: 'm', herrn: 'm', frau: 'f' },
    roles:
      'sprecher|minister|chef|präsident|bürgermeister|direktor|leiter|kanzler|professor|forscher|anwalt|anwältin|vorsitzende[rn]?|vorstand|trainer|' +
      'lehrer|abgeordnete[rn]?|richter|pfarrer|händler|fischer|wirt|autor|experte|expertin|politiker|landrat|landrätin|inhaber|geschäftsführer|' +
      'arzt|ärztin|biologe|biologin|besitzer',
    femaleRoles: 'in|frau',
    according: ['laut', 'nach angaben', 'nach ansicht', 'nach worten', 'nach meinung', 'nach den worten'],
    accordingBehind: 'zufolge',
    declined: String.raw`(?:(?:wollte|wollten|will|wollen|mochte|möchte)\s+sich\s+(?:\p{L}+\s+){0,4}nicht\s+(?:\p{L}+\s+){0,3}äußern|äußerte[n]?\s+sich\s+(?:zunächst\s+)?nicht|reagierte[n]?\s+(?:zunächst\s+)?nicht|lehnte[n]?\s+(?:eine\s+Stellungnahme|einen\s+Kommentar|ein\s+Interview)\s+ab|(?:war|waren)\s+(?:zunächst\s+)?nicht\s+(?:zu\s+)?erreich\p{L}+|ließ(?:en)?\s+(?:eine|die)\s+Anfrage\s+unbeantwortet|antwortete[n]?\s+nicht|(?:wollte|wollten|will|wollen|mochte|möchte)\s+(?:\p{L}+\s+){0,4}nicht\s+(?:bewerten|kommentieren|beantworten)|(?:wollte|wollten|will|wollen|mochte|möchte)\s+(?:\p{L}+\s+){0,3}nichts\s+(?:\p{L}+\s+){0,2}sagen|lehnte[n]?\s+es\s+ab,\s+(?:\p{L}+\s+){0,5}zu\s+(?:kommentieren|bewerten|antworten|beantworten))`,
    clauseActs: 'angekünd|kündig|versprach|bedauer',
    reflexiveAuxiliaries: '',
    clitics: '',
    toHearer: '',
    datives: 'ihm ihnen uns mir dir',
    objectArticles: 'den dem einen einem seinen seinem ihren ihrem',
    times: '',
    media:
      'zeitung|agentur|magazin|blatt|presse|sender|redaktion|rundfunk|radio|fernsehen|portal|nachrichten|dpa|afp|reuters|ap|ard|zdf|kurier|anzeiger|bote[n]?',
    agencies: 'agentur|dpa|afp|reuters',
    ofMedia: '(?:sprecher|redakteur|herausgeber|verleger|chef|reporter|journalist|korrespondent|leiter|inhaber)(?:in)?',
    noVoices:
      'hoffnung|begründung|plan|idee|titel|motto|vorwurf|fazit|kritik|these|befürchtung|annahme|theorie|rechnung|urteil',
    subjunctives: `könne müsse dürfe solle wolle möge sei seien habe werde gebe komme gehe stehe lasse bleibe wisse brauche mache nehme sehe fahre trage liege
      halte bringe finde koste reiche zahle helfe führe drohe fehle bestehe gelte laufe arbeite bedeute gehöre`,
    inTheEyesOf: '',
    notPersons:
      'insel|stadt|land|kreis|fluss|straße|platz|hafen|berg|schloss|firma|reederei|verein|gruppe|partei|bank|haus',
    dropsSubject: false,
    capitalNouns: true,
  },
};
