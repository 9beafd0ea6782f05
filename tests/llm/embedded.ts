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
