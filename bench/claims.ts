/** `{"id","source","claim"}` lines on stdin → `{"id","supported","reasons"}` lines on stdout: the gate that every posted line passes. */
import { createArticleMaker } from './article-of.ts';
import { checkCorpusClaim } from './corpus-claim.ts';
import { rows } from './lines.ts';

const articleOf = await createArticleMaker();
for await (const row of rows()) {
  const { id, source, claim } = row as { id: string; source: string; claim: string };
  const article = articleOf(source);
  const verdict = checkCorpusClaim(article, claim);
  process.stdout.write(`${JSON.stringify({ id, ...verdict })}\n`);
}
