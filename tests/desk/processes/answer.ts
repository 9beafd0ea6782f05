/**
 * The part of a bot that takes requests and answers them, over the inbox and the outbox, until it is killed:
 * `answer.ts FILE DISCORD`. DISCORD is the address of the test's stand-in: it hands out requests and takes answers.
 */
import { setTimeout as pause } from 'node:timers/promises';

import { z } from 'zod';

import { createInbox, createOutbox } from '#desk';
import { type AcceptedRequest, type OpenRequest, type PostName, resumptionOf } from '#domain';
import { openStore } from '#store';

import { nonceOf } from '../../../src/discord/delivery/nonce.ts';

const [file = '', discord = ''] = process.argv.slice(2);
// As long as a busy machine needs: what is tested is that nothing is lost, not how fast it is.
const store = await openStore(`sqlite://${file}`, { clock: Date.now, deadlineMs: 60_000 });
const inbox = createInbox(store, Date.now, { deadlineMs: 60_000 });
const outbox = createOutbox(store.atomic, Date.now);

const ask = async (path: string, body?: unknown): Promise<unknown> => {
  const response = await fetch(
    discord + path,
    body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) },
  );
  return response.json();
};
const Message = z.object({ id: z.string() }).nullable();
const postOf = ({ guild, channel, id }: AcceptedRequest): PostName => ({ guild, channel, about: id, kind: 'answer' });

const nonceFor = ({ channel, about, kind }: PostName): string => nonceOf([channel, kind, about]);

async function post(request: AcceptedRequest): Promise<void> {
  const name = postOf(request);
  const state = await outbox.begin(name);
  if (state.state === 'sent') return;
  if (state.state === 'in-doubt') {
    if (!(await outbox.again(name, state.since))) return;
    const there = Message.parse(await ask(`/find?nonce=${nonceFor(name)}`));
    if (there) return outbox.sent(name, there.id);
  }
  const sent = Message.parse(await ask('/post', { nonce: nonceFor(name), about: request.id }));
  await outbox.sent(name, sent?.id ?? '');
}

async function answer(request: AcceptedRequest): Promise<void> {
  await pause(Math.random() * 100);
  if (!(await inbox.answering(request))) return;
  if (request.answer) await ask('/edit', { token: request.answer.token, about: request.id });
  else await post(request);
  await inbox.close(request);
}

async function resume(request: OpenRequest): Promise<void> {
  const what = resumptionOf(request, Date.now());
  const isUnknown = what.do === 'finish' && what.lookFirst && !(await ask(`/original?about=${request.id}`));
  if (what.do === 'close' || isUnknown) return inbox.close(request);
  await answer(request);
}

async function take(request: AcceptedRequest): Promise<void> {
  if (!(await inbox.record(request))) return;
  // A message is taken by being recorded; the stand-in is told so that it can count.
  await ask('/acknowledge', { about: request.id });
  await answer(request);
}

const left = await inbox.open();
await ask('/resumed', { open: left.length });
await Promise.all(left.map(resume));
const requests = (await ask('/requests')) as AcceptedRequest[];
await Promise.all(requests.map(take));
await ask('/done', {});
await store.close();
