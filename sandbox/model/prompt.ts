/** Reads numbered sentences back out of a prompt. */
import { isJson } from '../common/json.ts';
import type { ModelRequest } from './answer.ts';

/** A numbered sentence that the prompt showed. */
export interface PromptSentence {
  id: number;
  text: string;
  quotations: { id: string; words: string }[];
}

/** The sentences in a request: every JSON array of `{ id, text }` objects in its messages, whatever stands around it. */
export function sentencesIn(request: Pick<ModelRequest, 'messages'>): PromptSentence[] {
  return request.messages
    .flatMap((message) => arraysIn(message.content))
    .flatMap((array) =>
      array.flatMap((item) => {
        if (!isJson(item) || typeof item['id'] !== 'number' || typeof item['text'] !== 'string') return [];
        return [{ id: item['id'], text: item['text'], quotations: quotationsIn(item['text']) }];
      }),
    );
}

/** Quotations are shown as ‹Q3: “…”›; the words are what stands between the quotation marks. */
function quotationsIn(text: string): { id: string; words: string }[] {
  return [...text.matchAll(/‹(Q\d+):\s*([^›]*)›/gu)].map((match) => ({
    id: match[1] ?? '',
    words: (match[2] ?? '').trim().replace(/^["“”„«»‘’‚‹]+|["“”„«»‘’‚‹]+$/gu, ''),
  }));
}

/** A sentence without the marks of its quotations, as the article has it. */
export function plainText(sentence: PromptSentence): string {
  return sentence.text.replace(/‹Q\d+:\s*([^›]*)›/gu, '$1');
}

/** Every JSON array that parses, found by matching brackets outside of strings. */
function arraysIn(text: string): unknown[][] {
  const found: unknown[][] = [];
  for (let at = text.indexOf('['); at !== -1; at = text.indexOf('[', at + 1)) {
    if (!/^\[\s*\{/u.test(text.slice(at, at + 40))) continue;
    const end = endOfArray(text, at);
    if (end === -1) continue;
    try {
      const value: unknown = JSON.parse(text.slice(at, end + 1));
      if (Array.isArray(value)) found.push(value);
      at = end;
    } catch {
      // Not JSON: brackets of ordinary text.
    }
  }
  return found;
}

function endOfArray(text: string, start: number): number {
  let depth = 0;
  let isInString = false;
  for (let at = start; at < text.length; at++) {
    const char = text[at];
    if (isInString) {
      if (char === '\\') at += 1;
      else if (char === '"') isInString = false;
    } else if (char === '"') isInString = true;
    else if (char === '[') depth += 1;
    else if (char === ']' && --depth === 0) return at;
  }
  return -1;
}
