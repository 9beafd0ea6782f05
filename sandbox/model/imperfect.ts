/** Ways in which models spoil a good answer, and answers replayed from files. */
import { readFileSync } from 'node:fs';

import { asJson, isJson, type Json, numberOf } from '../common/json.ts';
import type { ModelAnswer, Responder } from './answer.ts';

/** Ways in which real servers spoil a good answer; each takes the text of one. */
export const imperfect = {
  fenced: (text: string): ModelAnswer => ({ text: `\`\`\`json\n${text}\n\`\`\`` }),
  prefixed: (text: string, words = 'Sure! Here is the JSON you asked for:'): ModelAnswer => ({
    text: `${words}\n\n${text}`,
  }),
  suffixed: (text: string, words = 'Let me know if you need anything else.'): ModelAnswer => ({
    text: `${text}\n\n${words}`,
  }),
  thinking: (text: string, words = 'The user wants {"a": "summary"}. Let me look at sentence 3.'): ModelAnswer => ({
    text: `<think>\n${words}\n</think>\n\n${text}`,
  }),
  /** Cut in the middle, as when the token limit is reached. */
  truncated: (text: string, share = 0.6): ModelAnswer => ({
    text: text.slice(0, Math.floor(text.length * share)),
    finishReason: 'length',
  }),
  /** The whole answer twice. */
  twice: (text: string): ModelAnswer => ({ text: `${text}\n${text}` }),
  /** Every item of every list of objects twice. */
  repeated: (text: string): ModelAnswer => ({
    text: JSON.stringify(mapLists(JSON.parse(text), (list) => list.flatMap((item) => [item, item]))),
  }),
  /** Numbers of sentences that do not exist: each whole number under one of these names moves by `by`. */
  wrongIds: (text: string, options: { by?: number; names?: string[] } = {}): ModelAnswer => ({
    text: JSON.stringify(
      shiftNumbers(JSON.parse(text), options.by ?? 1000, options.names ?? ['id', 'evidence', 'sentence', 'sentences']),
    ),
  }),
  /** A sentence of another language put before each text of at least four words. */
  mixed: (text: string, words = 'Das ist ein deutscher Satz.'): ModelAnswer => ({
    text: JSON.stringify(
      mapTexts(JSON.parse(text), (value) => (value.split(' ').length >= 4 ? `${words} ${value}` : value)),
    ),
  }),
  /** Single quotation marks and a trailing comma: JSON by eye only. */
  sloppy: (text: string): ModelAnswer => ({ text: text.replace(/\}$/u, ',}') }),
};

/** A recorded answer, replayed as it was: the file is JSON in the shape of a ModelAnswer, or any other text. */
export function recorded(file: string | URL): Responder {
  return () => {
    const text = readFileSync(file, 'utf8');
    const isAnswer = String(file).endsWith('.answer.json');
    return isAnswer ? (JSON.parse(text) as ModelAnswer) : { text };
  };
}

function mapLists(value: unknown, change: (list: unknown[]) => unknown[]): unknown {
  if (Array.isArray(value)) {
    const inner = value.map((item) => mapLists(item, change));
    return inner.some(isJson) ? change(inner) : inner;
  }
  return isJson(value) ? mapMembers(value, (member) => mapLists(member, change)) : value;
}

function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change));
  return isJson(value) ? mapMembers(value, (member) => mapTexts(member, change)) : value;
}

function shiftNumbers(value: unknown, by: number, names: string[], isNamed = false): unknown {
  if (typeof value === 'number') return isNamed ? numberOf(value) + by : value;
  if (Array.isArray(value)) return value.map((item) => shiftNumbers(item, by, names, isNamed));
  if (!isJson(value)) return value;
  return Object.fromEntries(
    Object.entries(asJson(value)).map(([name, member]) => [
      name,
      shiftNumbers(member, by, names, names.includes(name)),
    ]),
  );
}

function mapMembers(value: Json, change: (member: unknown) => unknown): Json {
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, change(member)]));
}
