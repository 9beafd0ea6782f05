/**
 * The writer behind HTTP, in a process of its own, so that its work is not counted. Prints its port. `/kind/NAME` chooses how
 * it writes; after `/paced/MS` it waits so long behind each item, and `/stamps` tells when the last character of each item
 * of the last answer went out, in ms since the epoch.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as readAll } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';

import { answerTo, itemPieces, type WriterKind } from './brief-writer.ts';

const PIECE_CHARS = 24;

interface Body {
  readonly messages: readonly { readonly content: string }[];
  readonly response_format: { readonly json_schema: { readonly name: string } };
}

let kind: WriterKind = 'honest';
let paceMs = 0;
let stamps: number[] = [];

const server = createServer((request, response) => {
  const chosen = /^\/kind\/(?<kind>honest|careless|free)$/u.exec(request.url ?? '')?.groups?.['kind'];
  if (chosen) {
    kind = chosen as WriterKind;
    return void response.end();
  }
  const paced = /^\/paced\/(?<ms>\d+)$/u.exec(request.url ?? '')?.groups?.['ms'];
  if (paced) {
    paceMs = Number(paced);
    return void response.end();
  }
  if (request.url === '/stamps') return void response.end(JSON.stringify(stamps));
  void (async () => {
    const body = JSON.parse(await readAll(request)) as Body;
    const system = body.messages[0]?.content ?? '';
    const user = body.messages[1]?.content ?? '';
    const answer = answerTo(body.response_format.json_schema.name, user, kind);
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const send = (choices: unknown[], usage: unknown = null): void => {
      response.write(
        `data: ${JSON.stringify({ id: 'b', object: 'chat.completion.chunk', created: 0, model: 'bench', choices, usage })}\n\n`,
      );
    };
    const say = (content: string): void => send([{ index: 0, delta: { content }, finish_reason: null }]);
    if (paceMs > 0) {
      const { items, end } = itemPieces(answer);
      stamps = [];
      for (const item of items) {
        say(item.slice(0, -1));
        await wait(paceMs);
        stamps.push(performance.timeOrigin + performance.now());
        say(item.slice(-1));
        await wait(paceMs);
      }
      say(end);
    } else {
      const text = JSON.stringify(answer);
      for (let at = 0; at < text.length; at += PIECE_CHARS) say(text.slice(at, at + PIECE_CHARS));
    }
    send([{ index: 0, delta: {}, finish_reason: 'stop' }]);
    send([], { prompt_tokens: system.length + user.length, completion_tokens: 1, total_tokens: 1 });
    response.end('data: [DONE]\n\n');
  })();
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));
