/** Words that end with a stop without ending the sentence, by language of news. */

/** Always followed by what they belong to: titles, ranks, "vs.", "No. 5". */
const BINDING: Readonly<Record<string, string>> = {
  en: `mr mrs ms messrs dr prof sen sens rep reps gov govs gen lt col capt cmdr adm maj sgt cpl pvt pte rev fr hon pres supt
    atty st mt ft vs v no nos pp vol approx est fig cf al insp det spc ofc msgr amb sec treas dir asst assoc`,
  de: `dr prof hr fr frl nr abs art bzw ca evtl ggf inkl mio mrd mind max min nr sog st str tel usw vgl z.b z u.a u d.h d o.ä bd
    hl jh jhd geb gest gegr kath ev dipl ing med phil rer nat jur s.o vors stv`,
  fr: `m mm mme mmes mlle mlles dr me mgr pr prof st ste no art av bd cf env etc fig p pp vol s.a`,
  es: `sr sra srta sres dr dra d dña da lic ing prof gral gob cnel cap arq av avda pág págs núm no art ud uds vd vds ee.uu ee ss.mm cía excmo`,
  it: `sig sigg sig.ra dott prof avv ing arch on sen gen col cap mons dr d.ssa dott.ssa prof.ssa s n art pag`,
  pt: `sr sra srs dr dra prof profa eng gen cel cap av exmo d n art pág`,
  nl: `dhr mevr mw dr drs prof mr ir ing st jl jr bijv d.w.z o.a m.b.t nr blz`,
  sv: `dr prof hr fr kl ca nr s sid st t.ex bl.a d.v.s dvs s.k m.fl t.o.m`,
  da: `dr prof hr fr kl ca nr s st f.eks bl.a dvs d.v.s ca`,
  nb: `dr prof hr fr kl ca nr s st f.eks bl.a dvs d.v.s`,
  pl: `dr prof inż mgr ks bp abp gen płk kpt por sierż ul al pl os św tzw tj np m.in godz ok str nr art ust poz zob`,
  cs: `dr prof ing mgr mudr judr phdr gen plk kpt ul nám tř sv tzv tj např mj cca str č čl odst`,
  ru: `ул пр пл просп пер наб д кв г гг стр им св проф акад ген полк др тел см ср т.е т.н т.к`,
  uk: `вул пл просп пров буд кв м стор ім св проф акад ген див т.зв т.п`,
  tr: `dr prof doç av sn cad sok mah no bkz`,
  ro: `dl dna d-na dr prof ing av str nr bl sc et art pag`,
  hu: `dr prof ifj id özv pl kb ún u tel`,
  el: `κ κα κκ δρ καθ αρ σελ οδ λεωφ π.χ δηλ`,
  ar: `د أ م`,
};
/** May end a sentence: months, states, firms, "etc."; they go on only before a lower-case word, a digit or their own kind. */
const ENDING: Readonly<Record<string, string>> = {
  en: `jan feb mar apr jun jul aug sept sep oct nov dec jr sr inc corp co ltd bros llc plc etc ave blvd rd calif fla ariz mass pa va wis
    mich tex ill conn md minn nev ga ala ark colo kan ky la mo mont neb okla ore tenn vt wash wyo ind n.c s.c n.j n.y n.h n.m n.d s.d
    w.va d.c r.i dept univ assn natl intl`,
  de: `jan feb mär apr jun jul aug sept okt nov dez usw etc`,
  fr: `janv févr avr juil sept oct nov déc etc`,
  es: `ene feb mar abr jun jul ago sept oct nov dic etc`,
  it: `gen feb mar apr mag giu lug ago set ott nov dic ecc`,
  pt: `jan fev mar abr mai jun jul ago set out nov dez etc`,
  nl: `jan feb mrt apr jun jul aug sept okt nov dec enz`,
  sv: `jan feb mars apr jun jul aug sept okt nov dec osv m.m`,
  da: `jan feb mar apr jun jul aug sept okt nov dec osv m.m mio mia`,
  nb: `jan feb mar apr jun jul aug sept okt nov des osv m.m mill mrd`,
  pl: `r w itd itp zł tys`,
  cs: `hod tis atd apod`,
  ru: `г гг в руб т.д т.п млн млрд тыс`,
  uk: `р рр ст грн тис`,
  tr: `vb vs`,
  ro: `etc`,
  hu: `stb`,
  el: `κλπ κ.λπ π.μ μ.μ`,
  ar: ``,
};
/** Norwegian goes by three codes. */
const SAME_AS: Readonly<Record<string, string>> = { no: 'nb', nn: 'nb' };
const SETS = new Map<string, ReadonlySet<string>>();

function words(table: Readonly<Record<string, string>>, kind: string, language: string): ReadonlySet<string> {
  const key = `${kind}:${language}`;
  let set = SETS.get(key);
  if (!set) {
    set = new Set((table[language] ?? table['en'] ?? '').split(/\s+/u));
    SETS.set(key, set);
  }
  return set;
}

/** Words that begin a new sentence after an initialism that may end one ("in the U.S. The next day …"). */
const STARTERS = new Set(
  `the a an in on at he she it they we i but and for this that these those his her its their there when while after before as if
  no not what who how why where since although though some many most all one two however meanwhile still also yet so then now`.split(
    /\s+/u,
  ),
);
const GERMAN_ORDINAL = /(?:^|\s)\d{1,2}\.$/u;
const GERMAN_MONTHS =
  /^\s*(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jahrhundert)/u;

/** Does the stop at the end of `head` belong to an abbreviation, and does the sentence go on in `rest`? */
export function endsWithAbbreviation(head: string, rest: string, language: string): boolean {
  const code = language.slice(0, 2);
  const base = SAME_AS[code] ?? code;
  if (base === 'de' && GERMAN_ORDINAL.test(head)) return GERMAN_MONTHS.test(rest) || !STARTERS_DE.test(rest);
  const word = /([\p{L}\p{M}.&-]{1,12})\.$/u.exec(head)?.[1] ?? '';
  if (!word) return false;
  const lower = word.toLowerCase();
  const next = /^\s*["'“”‘’(]*([\p{L}\p{N}.]+)/u.exec(rest)?.[1] ?? '';
  if (words(BINDING, 'binding', base).has(lower)) return !(lower === 'no' && !/^\d/u.test(next));
  if (/^\p{Lu}$/u.test(word)) return isInitial(head, next, base); // a single capital: an initial, or a grade
  const isInitialism = /^(?:\p{L}\.)+\p{L}$/u.test(word);
  if (isInitialism) return initialismGoesOn(lower, next);
  if (/^\p{L}\.?-\p{Lu}/u.test(word)) return !STARTERS.has(next.toLowerCase()); // R-Ky., D-Calif.
  if (base === 'de' && lower.endsWith('str')) return true; // Hauptstr.
  const ending = words(ENDING, 'ending', base);
  const isOwnKind = /^\p{Lu}\.?$/u.test(next) || (next.endsWith('.') && ending.has(next.slice(0, -1).toLowerCase()));
  return ending.has(lower) && (/^\d/u.test(next) || isOwnKind);
}
const STARTERS_DE =
  /^\s*["„“»]?(?:Der|Die|Das|Ein|Eine|Er|Sie|Es|Wir|Ich|In|Im|Am|Auf|Mit|Nach|Bei|Doch|Aber|Und|Dies\p{Ll}*|Dort|Danach|Dann|Dabei|Damit|Da|Hier|Heute|Auch|Nun|Man|Niemand|Viele|Alle|Seit|Für|Um|Wer|Was|Wie)\s/u;

/** "George W. Bush", "J. K. Rowling"; not "got an A. The", "Plan B. He". */
function isInitial(head: string, next: string, language: string): boolean {
  if (language === 'fr' && /(?:^|[\s(«“"])M\.$/u.test(head)) return true;
  if (/(?:plan|grade|vitamin|group|class|type|an|section|part|team|point|and)\s\p{Lu}\.$/iu.test(head)) return false;
  if (/(?:^|\s)I\.$/u.test(head)) return false; // "than I. She"
  return /^\p{Lu}/u.test(next) && !STARTERS.has(next.toLowerCase());
}

/** "U.S. Senate" goes on, "in the U.S. The" ends, "5 p.m. Friday" goes on, "5 p.m. He" ends. */
function initialismGoesOn(lower: string, next: string): boolean {
  if (/^(?:e\.g|i\.e|z\.b|d\.h|u\.a|p\.ej|s\.a|d\.w\.z|o\.a)$/u.test(lower)) return true;
  if (/^\d/u.test(next)) return true;
  if (STARTERS.has(next.toLowerCase())) return false;
  if (/^(?:a\.m|p\.m|π\.μ|μ\.μ)$/u.test(lower))
    return /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|^(?:E|P|C|M|G)[DSM]?T$|^(?:Eastern|Pacific|Central|local)/u.test(
      next,
    );
  return /^\p{Lu}/u.test(next);
}
