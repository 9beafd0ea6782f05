/** A bot that is killed again and again while it answers, and a stand-in for Discord that sees what came of it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { createInbox } from '#desk';
import type { AcceptedRequest } from '#domain';
import { openStore } from '#store';

const SCRIPT = fileURLToPath(new URL('./processes/answer.ts', import.meta.url));

export interface KillOutcome {
  /** Requests that were acknowledged. */
  readonly acknowledged: number;
  readonly unanswered: readonly string[];
  readonly answeredTwice: readonly string[];
  /** Answered although nobody was told that the request was taken. */
  readonly answeredUnasked: readonly string[];
  readonly leftOpen: number;
  /** How many requests the killed process had open, by kill. */
  readonly openAtKill: readonly number[];
}

interface Options {
  readonly file: string;
  readonly kills: number;
  readonly requestsEach: number;
}

export async function answersOverKills({ file, kills, requestsEach }: Options): Promise<KillOutcome> {
  const world = await standIn(requestsEach);
  const openAtKill: number[] = [];
  for (let kill = 0; kill <= kills; kill += 1) {
    world.isLastRound = kill === kills;
    const bot = spawn(process.execPath, [SCRIPT, file, world.url], { stdio: ['ignore', 'inherit', 'inherit'] });
    const ended = once(bot, 'exit');
    if (kill === kills) await ended;
    else {
      await Promise.race([world.firstAcknowledgement(), ended]);
      await pause(Math.random() * 300);
      bot.kill('SIGKILL');
      await ended;
      openAtKill.push([...world.acknowledged].filter((id) => !world.answers.has(id)).length);
    }
  }
  await world.close();
  const store = await openStore(`sqlite://${file}`, { clock: Date.now });
  const leftOpen = (await createInbox(store, Date.now).open()).length;
  await store.close();
  const { acknowledged, answers } = world;
  return {
    acknowledged: acknowledged.size,
    unanswered: [...acknowledged].filter((id) => !answers.has(id)),
    answeredTwice: [...answers].filter(([, messages]) => messages.size > 1).map(([id]) => id),
    // A message is taken when it is written down; only a command's author is told, by the acknowledgement.
    answeredUnasked: [...answers.keys()].filter((id) => !isMessage(id) && !acknowledged.has(id)),
    leftOpen,
    openAtKill,
  };
}

/** Every second request is a message, the others are commands. */
const isMessage = (id: string): boolean => Number(id) % 2 === 0;

/** Hands out requests, takes acknowledgements and answers. A known nonce gives the message of before, as Discord does. */
async function standIn(requestsEach: number) {
  const acknowledged = new Set<string>();
  /** By request: the messages that answer it. */
  const answers = new Map<string, Set<string>>();
  const byNonce = new Map<string, string>();
  let made = 0;
  let waiting: (() => void)[] = [];

  function show(about: string, message: string): { id: string } {
    answers.set(about, (answers.get(about) ?? new Set()).add(message));
    return { id: message };
  }
  function requests(): AcceptedRequest[] {
    return Array.from({ length: requestsEach }, () => {
      made += 1;
      return {
        id: `${made}`,
        guild: `${made % 7}`,
        channel: `${made % 3}`,
        member: 'ann',
        kind: isMessage(`${made}`) ? 'message' : 'command',
        isPrivate: false,
        mayPost: true,
        answer: isMessage(`${made}`) ? null : { application: '1', token: `token-${made}` },
        request: '{}',
      };
    });
  }
  const world = {
    url: '',
    isLastRound: false,
    acknowledged,
    answers,
    firstAcknowledgement: () => new Promise<void>((resolve) => void waiting.push(resolve)),
    close: async () => {
      server.close();
      server.closeAllConnections();
    },
  };

  function reply(path: string, body: Readonly<Record<string, string>>): unknown {
    switch (path) {
      case '/requests':
        return world.isLastRound ? [] : requests();
      case '/acknowledge':
        acknowledged.add(body['about'] ?? '');
        for (const resolve of waiting) resolve();
        waiting = [];
        return null;
      case '/edit':
        return show(body['about'] ?? '', `original of ${body['token']}`);
      case '/post': {
        const known = byNonce.get(body['nonce'] ?? '');
        if (known) return { id: known };
        byNonce.set(body['nonce'] ?? '', `message ${byNonce.size}`);
        return show(body['about'] ?? '', byNonce.get(body['nonce'] ?? '') ?? '');
      }
      default:
        return null;
    }
  }

  const server = createServer((request, response) => {
    void (async () => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
      const body = request.method === 'POST' ? (JSON.parse(await text(request)) as Record<string, string>) : {};
      const nonce = searchParams.get('nonce');
      const found = nonce === null ? undefined : byNonce.get(nonce);
      const isLookUp = request.method === 'GET' && pathname !== '/requests';
      const lookUp = nonce === null ? acknowledged.has(searchParams.get('about') ?? '') : found ? { id: found } : null;
      const answer = isLookUp ? lookUp : reply(pathname, body);
      // The way back takes a moment, in which the bot may die.
      await pause(Math.random() * 20);
      response.end(JSON.stringify(answer));
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  world.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return world;
}
