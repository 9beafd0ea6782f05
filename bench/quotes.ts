/** `{"id","article","quote","speaker"}` lines on stdin → `{"id","verdict"}` lines on stdout: the check that every quoted word and its speaker pass. */
import { createArticleMaker } from './article-of.ts';
import { checkQuotation } from './check-quotation.ts';
import { rows } from './lines.ts';

const articleOf = await createArticleMaker();
for await (const row of rows()) {
  const { id, article, quote, speaker } = row as { id: string; article: string; quote: string; speaker: string };
  process.stdout.write(`${JSON.stringify({ id, verdict: checkQuotation(articleOf(article), quote, speaker) })}\n`);
}
