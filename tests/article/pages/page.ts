/** What the pages of the table have in common. All of them are invented. */

type Need = string | readonly string[];

export interface PageCase {
  readonly name: string;
  readonly html: string;
  /** Paragraphs, each whole and in this order. */
  readonly holds: readonly string[];
  /** Words that may stand nowhere in the text. */
  readonly lacks?: readonly string[];
  /**
   * Steps that the page needs: with any one of them switched off, the check fails. Steps in a list of their own stand in for one
   * another: it takes all of them off.
   */
  readonly needs: readonly [Need, ...Need[]];
}

/** A story of five paragraphs that any page can carry. */
export const STORY = [
  'The reading room of Tarnholm opened its doors again on Thursday, two years after a burst pipe drowned the cellar and ruined eleven thousand books that had survived two wars and a fire.',
  '“We carried them out in fish crates, because that was all the harbour had,” said Berit Lund, who has run the library since 1998. She thanked the cannery workers who gave up three nights of sleep to help.',
  'The repair cost the town 2.4 million crowns, of which the insurer paid a little less than half, according to the accounts that the treasurer put before the council in the first week of the month.',
  'Councillor Aksel Brandt, who had asked to move the library into the empty post office, said he was glad to have been wrong, but warned that the new pumps would need a budget of their own every year.',
  'The oldest volume, a log of the harbour pilots from 1741, is back in its case near the window, dry and flat again after fourteen months between sheets of blotting paper in a laboratory on the mainland.',
] as const;

export const paragraphs = (texts: readonly string[] = STORY): string =>
  texts.map((text) => `<p>${text}</p>`).join('\n');

/** The story's first paragraphs, something, and the rest. */
export const around = (something: string, before = 3): string =>
  `${paragraphs(STORY.slice(0, before))}\n${something}\n${paragraphs(STORY.slice(before))}`;

export interface Outside {
  readonly title?: string;
  readonly head?: string;
  readonly lang?: string;
  /** Before and after the article, inside the body. */
  readonly before?: string;
  readonly after?: string;
  readonly attributes?: string;
}

const MENU =
  '<nav><ul><li><a href="/">Front page</a></li><li><a href="/town">Town and harbour</a></li><li><a href="/sea">News of the sea</a></li></ul></nav>';

/** A page as a small newspaper has it. */
export function newspaper(body: string, outside: Outside = {}): string {
  const { title = 'Tarnholm opens its reading room again', head = '', lang = 'en', before = '', after = '' } = outside;
  return `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8"><title>${title} | Tarnholm Post</title>
<meta property="og:site_name" content="Tarnholm Post"><meta property="og:type" content="article">${head}</head>
<body>${MENU}${before}
<main><article ${outside.attributes ?? ''}><h1>${title}</h1>
${body}
</article></main>${after}
<footer><p>Tarnholm Post, Quay 4, Tarnholm</p></footer></body></html>`;
}
