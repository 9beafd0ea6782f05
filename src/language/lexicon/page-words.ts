/** Lists of what pages say beside their articles, for the reader of pages. */
import type { Pattern } from './lists.ts';

/** The words by which lines of a page that are no body text give themselves away. */
export interface PageWords {
  /** What the month's abbreviations or old names are, beside `Intl`'s own. */
  readonly months: Pattern;
  /** Before an hour, and behind it. */
  readonly atHour: Pattern;
  readonly oClock: Pattern;
  readonly dateLabels: Pattern;
  /** Before an author's name: everywhere, and only with a colon or in markup. */
  readonly by: Pattern;
  readonly byMore: Pattern;
  /** Between two authors. */
  readonly and: Pattern;
  /** Names of roles in place of an author's. */
  readonly noAuthors: Pattern;
  /** Words for pictures, and what else opens a credit. */
  readonly pictures: Pattern;
  readonly credits: Pattern;
  readonly creditsInside: Pattern;
  /** Opens a pointer to another article. */
  readonly more: Pattern;
  /** Asks the reader to do something, anywhere in the line. */
  readonly calls: Pattern;
  /** Behind a number: "1.204 |Aufrufe". */
  readonly counted: Pattern;
  /** What blogs say under a text about where it is kept. */
  readonly filed: Pattern;
  /** The whole line is one of these. */
  readonly junk: Pattern;
  readonly legal: Pattern;
  /** Opens the line. */
  readonly cookies: Pattern;
  /** "|The post| … |appeared first on| …". */
  readonly thePost: Pattern;
  readonly appearedOn: Pattern;
  readonly signOffs: Pattern;
  /** Speaks to the reader, or of the paper as "we". */
  readonly addressed: Pattern;
  /** The whole heading above the readers' comments. */
  readonly comments: Pattern;
  readonly paywall: Pattern;
  readonly continued: Pattern;
  readonly botWall: Pattern;
  readonly consent: Pattern;
  readonly needsScripts: Pattern;
  /** Opens the heading "About the firm" of a press release; written with its capital. */
  readonly about: Pattern;
  readonly aboutArticles: Pattern;
  /** The whole heading above the contacts of a press release. */
  readonly contacts: Pattern;
  /** Sentences about subscriptions and contacts that were left in the body. */
  readonly ofThePage: Pattern;
}
