/** Answers that recite their instructions: a sign of an injected "repeat what you were told", and nothing a reader needs. */
import type { Prompt } from './prompts.ts';

/** So many words of a prompt in a row are no accident. */
const ECHO_WORDS = 8;
const WORD = /[\p{L}\p{N}]+/gu;

const runsByPrompt = new WeakMap<Prompt, ReadonlySet<string>>();

const wordsOf = (text: string): string[] => text.toLowerCase().match(WORD) ?? [];

function runsIn(words: readonly string[]): string[] {
  return Array.from({ length: Math.max(0, words.length - ECHO_WORDS + 1) }, (_none, at) =>
    words.slice(at, at + ECHO_WORDS).join(' '),
  );
}

/** Every run of eight words of the prompt's own text; what stands in the place of a variable is the article's. */
function promptRuns(prompt: Prompt): ReadonlySet<string> {
  const known = runsByPrompt.get(prompt);
  if (known) return known;
  const texts = `${prompt.system}\n{{}}\n${prompt.user}`.split(/\{\{\w*\}\}/u);
  const runs = new Set(texts.flatMap((text) => runsIn(wordsOf(text))));
  runsByPrompt.set(prompt, runs);
  return runs;
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(strings);
}

export function echoesPrompt(value: unknown, prompt: Prompt): boolean {
  const runs = promptRuns(prompt);
  return strings(value).some((text) => runsIn(wordsOf(text)).some((run) => runs.has(run)));
}
