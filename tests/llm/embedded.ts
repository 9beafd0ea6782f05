/** Drafts of the engine without a model, from a text: what its tests share. */
import { type Article, type DraftItem, type DraftPosition } from '#domain';
import { createAnalyser } from '#language';
import { createExtractiveEngine } from '#llm';

const analyser = await createAnalyser();
const engine = createExtractiveEngine();

export function articleFrom(text: string, { title = null as string | null, language = 'en' } = {}): Article {
  const paragraphs = text.split('\n').map((line) => ({ text: line, kind: 'prose' as const }));
  return {
    ...analyser.analyse({ paragraphs, title, language }),
    id: 'an article',
    language,
    source: { kind: 'text' },
    metadata: { title, site: null, authors: [], publishedAt: null, updatedAt: null, section: null },
    coverage: { extent: 'whole', words: 200, reasons: [] },
    readAt: 0,
  };
}

export async function draft(article: Article): Promise<DraftItem[]> {
  const items: DraftItem[] = [];
  const request = { article, language: article.language, signal: new AbortController().signal, onUsage: () => {} };
  for await (const item of engine.draft(request)) items.push(item);
  return items;
}

export const lines = (items: readonly DraftItem[], kind: 'headline' | 'gist' | 'point'): string[] =>
  items.flatMap((item) => (item.kind === kind ? [item.item.text] : []));
export const positions = (items: readonly DraftItem[]): DraftPosition[] =>
  items.flatMap((item) => (item.kind === 'position' ? [item.item] : []));

export const FERRY = `The council of Aldhaven voted 9 to 4 on Tuesday to close the ferry to Grey Island at the end of March 2027.
Mayor Ines Okafor said the ferry costs the town $1.2 million a year. She said the bridges were rusting. “We cannot pay for empty boats,” Okafor said.
He had often sailed to the island in his own small boat and in all weathers.
Dagny Holt, the owner of the shipyard, rejected the idea that the boat is worn out. “I will not sell my shares,” Holt said.
Councillor Peter Anand said he would support a smaller boat if the county paid half of its price.
The island is home to 340 people, a school, a fish market and the oldest lighthouse of the Aldhaven coast.
The Island Residents’ League did not respond to a request for comment.`;

/** A foreign affairs story: capitals and countries that speak, speakers in parts of names, two statements in one sentence. */
export const RIVER = `Marovian Deputy Water Minister Keller said his country would not attend further river conferences, as Corland ignored Velm’s offer.
Marovian Deputy Water Minister Anselm Keller said on Monday that the first river conference, attended by delegates of more than 40 countries in Aldhaven last spring, was a “disaster”.
“We know that Corland and its friends want to repair their name after the last conference. They are planning another one and would like Marovia to come,” Keller said.
Marovia was not asked to the first conference in Aldhaven. Velm said debating the river without its delegates was a loss of time. Corland said it hoped to hold a similar conference next spring, perhaps in a port on the coast, and that Marovia could be asked.
Weeks before the first conference, Marovian President Oskar Drumm said Marovia was willing to open the dam but only if Corland gave up its plan to join the Lake Union and recognised the four locks that it had lost. Corland and its partners firmly rejected those demands, saying they would amount to theft.
Deputy Minister Keller accused Corland of “wilfully overlooking every offer made about the river” and predicted the next conference would be “another farce”.
“We do not accept Corland’s terms and will not sit at such ‘conferences’,” he said.
Palace spokesman Leo Marrin said on the same day that there is so far “no clear agenda” for a second conference on the river.
“What offers are we speaking of? You know that President Drumm and Marovia are open to talks, we have never refused talks. But we must know what we are speaking of,” Mr. Marrin said.
At the three-day conference in Aldhaven last spring, only 30 countries signed a joint statement, affirming that the River Charter and “respect for the old borders can serve as the basis for a just and lasting order on the river.” The joint statement was not approved by several countries that took part, including Feldmark, Sarn, Orvanna, and Teel, all of which trade with Marovia and are members of the Grain League.
The conference also left out harder questions such as what the river will look like after the dispute, whether Corland can join the Lake Union, and how the guards on both banks will leave.
Marovia now holds nearly a fifth of its neighbour’s bank. Corland has vowed to retake all of these stretches, saying peace can only come if Marovia withdraws its guards and Corland’s bank is restored.`;
