/**
 * The words by which lines that are no body text give themselves away, in all languages of the lexicon. Each pattern is tried
 * against one short block. Words end where letters end: `\b` knows ASCII only.
 */
import { LEXICONS, type Lexicon, monthNames, patternOfAll } from '#language';

type PageList = keyof NonNullable<Lexicon['page']>;

const EDGE_BEFORE = String.raw`(?<![\p{L}\p{N}])`;
const EDGE_AFTER = String.raw`(?![\p{L}\p{N}])`;

/** One list of what pages say, in all languages. */
export const pageWords = (list: PageList): string => patternOfAll(({ page }) => page?.[list]);

/** East Asian months go by numbers, which stand in every line. */
const namedMonths = (language: string): string[] => monthNames(language).filter((name) => !/\d/u.test(name));

const MONTHS = [
  ...Object.entries<Lexicon>(LEXICONS).flatMap(([language, { page }]) => (page ? namedMonths(language) : [])),
  pageWords('months'),
].join('|');

export const DATE = new RegExp(
  `${EDGE_BEFORE}(?:(?:${MONTHS})\\.?\\s\\d{1,2}(?:st|nd|rd|th)?|\\d{1,2}(?:st|nd|rd|th|\\.)?\\s(?:de\\s)?(?:${MONTHS})|` +
    String.raw`\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d{1,2}:\d\d|\d{4}年\d{1,2}月\d{1,2}日)${EDGE_AFTER}`,
  'iu',
);

/** The hour alone, or with its zone or its day. */
export const ENTRY_TIME = new RegExp(
  `^(?:(?:${MONTHS})\\.?\\s\\d{1,2},?\\s)?(?:(?:${pageWords('atHour')})\\s)?(?:[01]?\\d|2[0-3])[:.h][0-5]\\d(?::[0-5]\\d)?` +
    `(?:\\s?(?:[ap]\\.?m\\.?|${pageWords('oClock')}|(?:[a-z]{2,4}t|utc|gmt)))?(?:[,\\s]+\\d{1,2}\\.?\\s(?:${MONTHS})\\.?)?[\\s:|–-]*$`,
  'iu',
);

export const DATE_LABEL = new RegExp(`^(?:\\|\\s?)?(?:${pageWords('dateLabels')})${EDGE_AFTER}`, 'iu');

export const BYLINE = new RegExp(`^(?:${pageWords('by')}|${pageWords('byMore')})(?:\\s|:|：)`, 'iu');

const CREDIT_WORDS = `${pageWords('credits')}|©|\\(c\\)`;
/** "Photo: …", "© …". */
export const CREDIT = new RegExp(`^(?:${CREDIT_WORDS})\\s?[:©/(|]|^(?:©|\\(c\\)|copyright)\\s`, 'iu');
/** "Photo Jane Roe": the word alone also begins sentences ("Sources said …"). */
export const CREDIT_WORD = new RegExp(`^(?:${CREDIT_WORDS})[\\s.]`, 'iu');

export const CREDIT_INSIDE = new RegExp(
  `(?:${EDGE_BEFORE}(?:${pageWords('creditsInside')})|${EDGE_BEFORE}getty\\)?$|/\\s?(?:ap|afp|reuters|getty|dpa|epa|efe|ansa)${EDGE_AFTER}|` +
    String.raw`\((?:${pageWords('pictures')}):|© ?[\p{L}\p{N}])`,
  'iu',
);

export const MORE = new RegExp(`^(?:${pageWords('more')})`, 'iu');

export const CALL = new RegExp(`${EDGE_BEFORE}(?:${pageWords('calls')})${EDGE_AFTER}`, 'iu');

/** "1.204 Aufrufe", "12 mal gelesen". */
const COUNTED = `\\d[\\d.,\\u00a0 ]{0,10} ?(?:${pageWords('counted')})`;

export const JUNK = new RegExp(
  `^(?:${pageWords('junk')}|\\d{1,2}:\\d\\d ?/ ?\\d{1,2}:\\d\\d|\\d{1,3}|[^\\p{L}\\p{N}]+|${COUNTED}|(?:${pageWords('filed')}).*)$`,
  'iu',
);

/** Names of networks alone on a line: a row of buttons. */
export const NETWORK =
  /^(?:facebook|twitter|x|whatsapp|instagram|linkedin|pinterest|xing|telegram|reddit|mastodon|bluesky|threads|tumblr|pocket|flipboard|messenger|youtube|tiktok|vk)[\s.:…»>!]?$/iu;

export const LEGAL = new RegExp(
  `(?:${EDGE_BEFORE}(?:${pageWords('legal')})${EDGE_AFTER}|^(?:©|copyright${EDGE_AFTER}|citation:)|^(?:${pageWords('cookies')})|` +
    `^(?:${pageWords('thePost')}) .{1,300} (?:${pageWords('appearedOn')}) )`,
  'iu',
);

export const SIGN_OFF = new RegExp(`^(?:${pageWords('signOffs')})${EDGE_AFTER}`, 'iu');
/** Speaks to the reader, or of the paper as "we". */
export const ADDRESSED = new RegExp(`${EDGE_BEFORE}(?:${pageWords('addressed')})${EDGE_AFTER}`, 'iu');
export const PRICE = /[$€£]\s?\d|(?<![\p{L}\p{N}])(?:buy|amazon|free)(?![\p{L}\p{N}])/iu;
export const COMMENTS_HEADING = new RegExp(
  `^(?:\\d+ )?(?:${pageWords('comments')})(?: \\(\\d+\\))?[\\s.:…»>!]?$`,
  'iu',
);
/** A sentence is over: its last mark, closing quotation marks behind it allowed. */
export const SENTENCE_END = /[.!?…。！？:”"»’)؟।」]\s?$/u;
