/**
 * `{"id","url","html"}` lines on stdin → `{"id","text"}` lines on stdout: the article's body without its headline, one line
 * a block. It calls the very function that the reading worker calls.
 */
import { extractArticle } from '../src/article/extract/extract.ts';

const NEWLINE = 0x0a;

/** Splits at "\n" alone: node:readline also splits at U+2028, which pages contain. */
async function* lines(): AsyncGenerator<string> {
  let parts: Buffer[] = [];
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      parts.push(chunk.subarray(from, at));
      yield Buffer.concat(parts).toString('utf8');
      parts = [];
      from = at + 1;
    }
    if (from < chunk.length) parts.push(chunk.subarray(from));
  }
  if (parts.length > 0) yield Buffer.concat(parts).toString('utf8');
}

for await (const line of lines()) {
  if (!line.trim()) continue;
  const { id, html }: { id: string; html: string } = JSON.parse(line);
  const { paragraphs } = extractArticle(html);
  process.stdout.write(`${JSON.stringify({ id, text: paragraphs.map(({ text }) => text).join('\n') })}\n`);
}
