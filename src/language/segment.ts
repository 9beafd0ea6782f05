/** Paragraph → sentences: Unicode's rules (UAX #29, `Intl.Segmenter`), then ours for what those split too early. */
import type { Span } from '#domain';

/** Behind these a stop ends no sentence. */
const ABBREVIATIONS = new Set(
  `mr mrs ms dr prof rev hon gov sen rep gen col maj capt lt sgt cmdr adm st jr sr messrs vs etc no nos inc ltd co corp bros dept est fig
   jan feb mar apr jun jul aug sept sep oct nov dec u.s u.k u.n e.u a.m p.m e.g i.e cf al ca approx
   bzw usw z.b d.h u.a nr dr.med str abs hr fr mme mlle m sr sra srta dña art núm pág av`.split(/\s+/u),
);
const LAST_WORD = /(?<word>[\p{L}.]+)\.["”’»)]*$/u;

function endsWithAbbreviation(text: string): boolean {
  const word = LAST_WORD.exec(text)?.groups?.['word'] ?? '';
  return ABBREVIATIONS.has(word.toLowerCase()) || /^(?:\p{Lu}\.)*\p{Lu}$/u.test(word);
}

/** “Is it true?” | asked Dr. Lee: the next piece goes on in lower case. */
const GOES_ON = /^["“”’»\s]*[\p{Ll},;)]/u;
/** "on Jan. 5", "No. 10": a number goes on. But "at 9 p.m. Three people" does not. */
const isOneSentence = (text: string, next: string): boolean =>
  GOES_ON.test(next) ||
  (endsWithAbbreviation(text) && !/\b[ap]\.m\.$/u.test(text)) ||
  (/\b[ap]\.m\.$/u.test(text) && /^\p{Ll}/u.test(next));

/** Sentences as offsets into the paragraph, white space at the ends left out. Never throws; [] for blank text. */
export function splitSentences(paragraph: string, language: string): Span[] {
  const segmenter = new Intl.Segmenter(language === 'und' ? 'en' : language, { granularity: 'sentence' });
  const spans: { start: number; end: number }[] = [];
  for (const { segment, index } of segmenter.segment(paragraph)) {
    const start = index + (segment.length - segment.trimStart().length);
    const end = index + segment.trimEnd().length;
    if (end <= start) continue;
    const last = spans.at(-1);
    if (last && isOneSentence(paragraph.slice(last.start, last.end), paragraph.slice(start, end))) last.end = end;
    else spans.push({ start, end });
  }
  return spans;
}
