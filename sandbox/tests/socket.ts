/** A bare gateway client for frames that discord.js would not send. */
import { WebSocket } from 'ws';

import type { Sandbox } from '../index.ts';
import { call } from './bot.ts';

interface Frame {
  op: number;
  t?: string;
  s?: number;
  d: { [key: string]: unknown };
}

export interface RawSession {
  frames: Frame[];
  send(frame: object): void;
  /** The first frame that fits, also one that came before. */
  frame(fits: (frame: Frame) => boolean): Promise<Frame>;
  closed: Promise<number>;
  end(code?: number): void;
}

/** A bare gateway connection, for what the real client never does. */
export async function openSocket(sandbox: Sandbox): Promise<RawSession> {
  const { body } = await call(sandbox, 'GET', '/gateway/bot');
  const socket = new WebSocket(`${String(body['url'])}?v=10&encoding=json`);
  const frames: Frame[] = [];
  const waiting = new Set<() => void>();
  socket.on('error', () => undefined);
  socket.on('message', (raw: Buffer) => {
    frames.push(JSON.parse(raw.toString('utf8')) as Frame);
    for (const look of waiting) look();
  });
  const closed = new Promise<number>((resolve) => socket.on('close', (code) => resolve(code)));
  const session: RawSession = {
    frames,
    closed,
    send: (frame) => socket.send(JSON.stringify(frame)),
    end: (code) => (code === undefined ? socket.terminate() : socket.close(code)),
    frame: (fits) =>
      new Promise((resolve) => {
        const look = () => {
          const found = frames.find(fits);
          if (!found) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
  };
  await session.frame((frame) => frame.op === 10);
  return session;
}

export const GUILDS = 1;
export const GUILD_MESSAGES = 1 << 9;
export const MESSAGE_CONTENT = 1 << 15;

export function identify(sandbox: Sandbox, session: RawSession, more: object = {}): void {
  session.send({
    op: 2,
    d: { token: sandbox.discord.token, intents: GUILDS | GUILD_MESSAGES, properties: {}, ...more },
  });
}

export async function ready(sandbox: Sandbox, more: object = {}): Promise<RawSession> {
  const session = await openSocket(sandbox);
  identify(sandbox, session, more);
  await session.frame((frame) => frame.t === 'READY');
  return session;
}
