/** The writer behind HTTP, in a process of its own, so that its work is not counted. Prints its port; `/kind/NAME` chooses. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as readAll } from 'node:stream/consumers';

import { answerTo, type WriterKind } from './brief-writer.ts';

const PIECE_CHARS = 24;

interface Body {
  readonly messages: readonly { readonly content: string }[];
  readonly response_format: { readonly json_schema: { readonly name: string } };
}

let kind: WriterKind = 'honest';

const server = createServer((request, response) => {
  const chosen = /^\/kind\/(?<kind>honest|careless|free)$/u.exec(request.url ?? '')?.groups?.['kind'];
  if (chosen) {
    kind = chosen as WriterKind;
    return void response.end();
  }
  void (async () => {
    const body = JSON.parse(await readAll(request)) as Body;
    const system = body.messages[0]?.content ?? '';
    const user = body.messages[1]?.content ?? '';
    const text = JSON.stringify(answerTo(body.response_format.json_schema.name, user, kind));
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const send = (choices: unknown[], usage: unknown = null): void => {
      response.write(
        `data: ${JSON.stringify({ id: 'b', object: 'chat.completion.chunk', created: 0, model: 'bench', choices, usage })}\n\n`,
      );
    };
    for (let at = 0; at < text.length; at += PIECE_CHARS)
      send([{ index: 0, delta: { content: text.slice(at, at + PIECE_CHARS) }, finish_reason: null }]);
    send([{ index: 0, delta: {}, finish_reason: 'stop' }]);
    send([], { prompt_tokens: system.length + user.length, completion_tokens: 1, total_tokens: 1 });
    response.end('data: [DONE]\n\n');
  })();
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));
