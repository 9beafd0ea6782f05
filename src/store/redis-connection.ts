/** One connection to a Redis server: refused when it cannot keep what it is given, and watched for losing it. */
import { createHash, randomUUID } from 'node:crypto';

import { createClient } from '@redis/client';

import type { Clock } from '#domain';

import { SCRIPT_NAMES, type ScriptName, scriptText } from './redis-scripts.ts';

const GENERATION_KEY = 'verbatim:generation';
/** A server that says nothing for so long is given up, and connected to anew. */
const SILENCE_MS = 3000;
const PING_MS = 1000;
const CONNECT_MS = 3000;
const LONGEST_PAUSE_MS = 2000;
/** Writes that the operator has been warned of losing. */
const VOLATILE = 'volatile';

export type RedisReply = string | number | null | readonly RedisReply[];

export interface RedisConnection {
  /** Runs one script: whole, or not at all. @throws Error also when the server no longer holds this store */
  readonly run: (script: ScriptName, args: readonly string[]) => Promise<RedisReply>;
  /** @throws Error when the server does not write its log */
  checkLog(): Promise<void>;
  close(): Promise<void>;
}

export interface RedisOptions {
  /** `redis://` or `rediss://`; `?volatile=allowed` takes a server that loses records when it ends. */
  readonly url: string;
  readonly clock: Clock;
}

/** @throws Error with a reason: not reachable, or not fit to keep records */
export async function connectRedis({ url, clock }: RedisOptions): Promise<RedisConnection> {
  const address = new URL(url);
  const isVolatileAllowed = address.searchParams.get(VOLATILE) === 'allowed';
  address.search = '';
  let isConnected = false;
  const client = createClient({
    url: address.href,
    RESP: 2,
    // A command that cannot be sent now is an error now; nothing is sent later that its caller was told has failed.
    disableOfflineQueue: true,
    pingInterval: PING_MS,
    socket: {
      connectTimeout: CONNECT_MS,
      socketTimeout: SILENCE_MS,
      reconnectStrategy: (retries, cause) => (isConnected ? Math.min(100 * 2 ** retries, LONGEST_PAUSE_MS) : cause),
    },
  });
  // The client throws what nobody listens for; each command that suffers from it is rejected anyway.
  client.on('error', () => undefined);
  const send = (...command: string[]): Promise<RedisReply> => client.sendCommand<RedisReply>(command);
  await client.connect();
  isConnected = true;
  try {
    if (!isVolatileAllowed) await refuseForgetful(send);
    const generation = await generationOf(send);
    return connectionOver(client, send, generation, clock);
  } catch (error) {
    client.destroy();
    throw error;
  }
}

function connectionOver(
  client: { close(): Promise<void>; destroy(): void },
  send: (...command: string[]) => Promise<RedisReply>,
  generation: string,
  clock: Clock,
): RedisConnection {
  const hashes = new Map(SCRIPT_NAMES.map((name) => [name, createHash('sha1').update(scriptText(name)).digest('hex')]));
  return {
    async run(script, args) {
      const rest = ['1', GENERATION_KEY, generation, `${clock()}`, ...args];
      try {
        return await send('EVALSHA', hashes.get(script) ?? '', ...rest);
      } catch (error) {
        // A server that was restarted has forgotten the scripts; it has done nothing then.
        if (!(error instanceof Error) || !error.message.startsWith('NOSCRIPT')) throw error;
        return send('EVAL', scriptText(script), ...rest);
      }
    },
    async checkLog() {
      const info = String(await send('INFO', 'persistence'));
      if (/aof_last_write_status:(?!ok)\S+/u.test(info)) throw new Error('Redis cannot write its log');
    },
    async close() {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, SILENCE_MS);
      });
      await Promise.race([client.close().catch(() => undefined), late]);
      clearTimeout(timer);
      client.destroy();
    },
  };
}

/** @throws Error when the server would lose records by itself: no log of writes, or room made by throwing them out */
async function refuseForgetful(send: (...command: string[]) => Promise<RedisReply>): Promise<void> {
  const how = `Set it in redis.conf, or add ?${VOLATILE}=allowed to STORE_URL if losing settings and ledger is acceptable`;
  let settings: Readonly<Record<string, string>>;
  try {
    settings = {
      ...pairs(await send('CONFIG', 'GET', 'appendonly')),
      ...pairs(await send('CONFIG', 'GET', 'maxmemory')),
      ...pairs(await send('CONFIG', 'GET', 'maxmemory-policy')),
    };
  } catch {
    throw new Error(`Redis does not tell whether it keeps a log of writes (CONFIG GET). ${how}`);
  }
  if (settings['appendonly'] !== 'yes')
    throw new Error(`Redis keeps no log of writes (appendonly is "${settings['appendonly'] ?? 'unknown'}"). ${how}`);
  if (settings['maxmemory'] !== '0' && settings['maxmemory-policy'] !== 'noeviction')
    throw new Error(`Redis makes room by throwing records out (maxmemory-policy must be noeviction). ${how}`);
}

function pairs(reply: RedisReply): Record<string, string> {
  const list = Array.isArray(reply) ? reply.map(String) : [];
  const found: Record<string, string> = {};
  for (let index = 0; index + 1 < list.length; index += 2) found[list[index] ?? ''] = list[index + 1] ?? '';
  return found;
}

/** The mark of what this server holds; made by whoever comes first. */
async function generationOf(send: (...command: string[]) => Promise<RedisReply>): Promise<string> {
  await send('SET', GENERATION_KEY, randomUUID(), 'NX');
  const generation = await send('GET', GENERATION_KEY);
  if (typeof generation !== 'string') throw new Error('Redis does not hold what it is given');
  return generation;
}
