/** Who said what, by rules: {"id","text"} lines in, {"id","positions":[{"speaker","quote","statement"}]} lines out. */
import { createAnalyser } from '#language';

import { detectLanguage } from '../src/article/detect-language.ts';
import { plainPosition } from './plain-position.ts';

const analyser = await createAnalyser();

function answer(line: string): void {
  if (!line.trim()) return;
  const { id, text } = JSON.parse(line) as { id: string; text: string };
  const paragraphs = text.split(/\r?\n/).filter((part) => part.trim() !== '');
  const analysis = analyser.analyse({
    paragraphs: paragraphs.map((part) => ({ text: part, kind: 'prose' })),
    title: null,
    language: detectLanguage(text, 'en'),
  });
  const positions = analysis.attributions.map((attribution) => plainPosition(analysis, attribution));
  process.stdout.write(`${JSON.stringify({ id, positions })}\n`);
}

// Not node:readline: it also splits at U+2028, which is a letter like any other inside a JSON string.
let rest = '';
process.stdin.setEncoding('utf8');
for await (const chunk of process.stdin as AsyncIterable<string>) {
  const lines = (rest + chunk).split('\n');
  rest = lines.pop() ?? '';
  for (const line of lines) answer(line);
}
answer(rest);
