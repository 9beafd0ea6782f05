/** An OpenAI-compatible model server whose answers are made from the request it received. */
import type { ServerResponse } from 'node:http';

import { listen, sendJson } from './http.ts';

export interface PromptSentence {
  readonly id: number;
  readonly text: string;
  readonly quotations: readonly { readonly id: string; readonly words: string }[];
}

export interface ModelRequest {
  readonly schema: string;
  readonly system: string;
  readonly user: string;
  readonly sentences: readonly PromptSentence[];
}

export type ModelAnswer =
  | {
      readonly text: string;
      readonly finish?: 'stop' | 'length';
      readonly hasUsage?: boolean;
      readonly refusal?: string;
    }
  | {
      readonly status: number;
      readonly error: { readonly message: string; readonly code?: string; readonly param?: string };
      readonly headers?: Readonly<Record<string, string>>;
    }
  | { readonly html: string };

export type Responder = (request: ModelRequest) => ModelAnswer;

export interface SandboxModel {
  readonly baseUrl: string;
  readonly calls: readonly ModelRequest[];
  respond(responder: Responder): void;
  close(): Promise<void>;
}

const CHUNK_CHARS = 24;
const CHARS_PER_TOKEN = 3;
const MARKED = /‹(?<id>Q\d+): (?<words>[^›]*)›/gu;

/** Sentences of the first JSON array of `{ id, text }` in the prompt. */
function sentencesIn(prompt: string): PromptSentence[] {
  return [...prompt.matchAll(/^\{"id":\d+,"text":.*\}(?=,?$)/gmu)].map((match) => {
    const { id, text } = JSON.parse(match[0]) as { id: number; text: string };
    const quotations = [...text.matchAll(MARKED)].map((mark) => ({
      id: mark.groups?.['id'] ?? '',
      words: mark.groups?.['words'] ?? '',
    }));
    return { id, text: text.replace(MARKED, '$<words>'), quotations };
  });
}

/** An honest writer: the sentences themselves, and one position per quotation under the name before its "said". */
export const honest: Responder = ({ sentences, schema }) => {
  if (schema !== 'briefing') return { text: JSON.stringify({ repaired: [] }) };
  const line = (sentence: PromptSentence | undefined) => ({
    evidence: [sentence?.id ?? 1],
    text: (sentence?.text ?? '').replace(/[“”]/gu, ''),
  });
  const positions = sentences.flatMap((sentence) =>
    sentence.quotations.map((quotation) => ({
      evidence: [sentence.id],
      quotations: [quotation.id],
      speaker: {
        name: /(?<name>\p{Lu}\p{L}+) (?:said|told|called)/u.exec(sentence.text)?.groups?.['name'] ?? 'somebody',
        role: null,
        speaksFor: null,
      },
      issue: '',
      statement: quotation.words.replace(/[“”]/gu, ''),
      stance: 'unclear',
      manner: 'quoted',
      relayedBy: null,
    })),
  );
  return {
    text: JSON.stringify({
      headline: line(sentences[0]),
      gist: line(sentences[0]),
      points: sentences.slice(0, 3).map(line),
      positions,
      mentioned: [],
      openQuestions: [],
    }), // prettier-ignore
  };
};

export async function createSandboxModel(): Promise<SandboxModel> {
  const calls: ModelRequest[] = [];
  let responder: Responder = honest;
  const http = await listen((request, body, response) => {
    if (request.url !== '/v1/chat/completions') return sendJson(response, 404, { error: { message: 'not found' } });
    const parsed = JSON.parse(body) as {
      messages: { role: string; content: string }[];
      response_format?: { json_schema?: { name?: string } };
    };
    const content = (role: string): string => parsed.messages.find((message) => message.role === role)?.content ?? '';
    const call = {
      schema: parsed.response_format?.json_schema?.name ?? '',
      system: content('system'),
      user: content('user'),
      sentences: sentencesIn(content('user')),
    };
    calls.push(call);
    const answer = responder(call);
    if ('html' in answer) {
      response.writeHead(200, { 'content-type': 'text/html' });
      return void response.end(answer.html);
    }
    if ('status' in answer) {
      for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, value);
      return sendJson(response, answer.status, {
        error: { type: 'invalid_request_error', code: null, param: null, ...answer.error },
      });
    }
    stream(response, answer, Math.ceil((call.system.length + call.user.length) / CHARS_PER_TOKEN));
  });
  return {
    baseUrl: `http://127.0.0.1:${http.port}/v1`,
    calls,
    respond: (next) => void (responder = next),
    close: () => http.close(),
  };
}

function stream(response: ServerResponse, answer: Extract<ModelAnswer, { text: string }>, promptTokens: number): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const send = (choices: unknown[], usage: unknown = null): void => {
    response.write(
      `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 0, model: 'sandbox', choices, usage })}\n\n`,
    );
  };
  if (answer.refusal) send([{ index: 0, delta: { refusal: answer.refusal }, finish_reason: null }]);
  for (let at = 0; at < answer.text.length; at += CHUNK_CHARS) {
    send([{ index: 0, delta: { content: answer.text.slice(at, at + CHUNK_CHARS) }, finish_reason: null }]);
  }
  send([{ index: 0, delta: {}, finish_reason: answer.finish ?? 'stop' }]);
  if (answer.hasUsage !== false) {
    const completion_tokens = Math.ceil(answer.text.length / CHARS_PER_TOKEN);
    send([], { prompt_tokens: promptTokens, completion_tokens, total_tokens: promptTokens + completion_tokens });
  }
  response.end('data: [DONE]\n\n');
}
