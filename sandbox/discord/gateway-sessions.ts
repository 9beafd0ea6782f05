/** Gateway sessions: which event goes to which shard, what IDENTIFY may say, and what a resume sends again. */
import { randomBytes } from 'node:crypto';

import type { WebSocket } from 'ws';

import { isJson, type Json, numberOf, textOf } from '../common/json.ts';
import { applicationJson } from './routes-application.ts';
import { guildCreateJson, userJson } from './wire.ts';
import { botIsIn, type GatewayEvent, Intent, PrivilegedIntent, type World } from './world.ts';

/** Events kept for a resume. */
const REPLAY_LIMIT = 2000;

export const Op = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  presence: 3,
  resume: 6,
  reconnect: 7,
  members: 8,
  invalidSession: 9,
  hello: 10,
  ack: 11,
} as const;

export interface Session {
  id: string;
  intents: number;
  shard: [number, number];
  sequence: number;
  sent: { sequence: number; frame: Json }[];
  socket: WebSocket | undefined;
}

export interface Sessions {
  all: Map<string, Session>;
  counts: { identified: number; resumed: number; heartbeats: number };
  /** When which shard identified, in ms since the epoch. */
  identifies: { shard: [number, number]; at: number }[];
  /** Close codes that the next IDENTIFYs get. */
  refusals: number[];
  identify(socket: WebSocket, data: Json): Session | undefined;
  resume(socket: WebSocket, data: Json): Session | undefined;
  dispatch: (session: Session, name: string, data: Json) => void;
  stop: () => void;
}

/** Sessions with what they were sent, so that they can be resumed. */
export function createSessions(world: World, url: () => string): Sessions {
  const sessions = new Map<string, Session>();
  const counts = { identified: 0, resumed: 0, heartbeats: 0 };
  const identifies: Sessions['identifies'] = [];
  const refusals: number[] = [];
  const dispatch = (session: Session, name: string, data: Json) => {
    session.sequence += 1;
    const frame = { op: Op.dispatch, t: name, s: session.sequence, d: data };
    session.sent.push({ sequence: session.sequence, frame });
    if (session.sent.length > REPLAY_LIMIT) session.sent.shift();
    send(session.socket, frame);
  };
  const stop = world.listen((event) => {
    for (const session of sessions.values())
      if (hears(world, session, event)) dispatch(session, event.name, event.payload(session.intents));
  });

  const identify = (socket: WebSocket, data: Json): Session | undefined => {
    const refusal = refusals.shift() ?? refusalOf(world, data);
    if (refusal !== undefined) {
      socket.close(refusal, CLOSE_REASONS[refusal] ?? '');
      return undefined;
    }
    counts.identified += 1;
    const shard = shardOf(data);
    identifies.push({ shard, at: Date.now() });
    const session: Session = {
      id: randomBytes(16).toString('hex'),
      intents: numberOf(data['intents']),
      shard,
      sequence: 0,
      sent: [],
      socket,
    };
    sessions.set(session.id, session);
    const guilds = [...world.guilds.values()].filter((guild) => botIsIn(world, guild.id) && isOnShard(guild.id, shard));
    dispatch(session, 'READY', {
      v: 10,
      user: userJson(world.bot),
      guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: url(),
      shard,
      application: { id: world.application.id, flags: applicationJson(world)['flags'] },
    });
    if (session.intents & Intent.guilds) {
      for (const guild of guilds) {
        if (!guild.isUnavailable) dispatch(session, 'GUILD_CREATE', guildCreateJson(world, guild, session.intents));
      }
    }
    world.changes.notify();
    return session;
  };

  const resume = (socket: WebSocket, data: Json): Session | undefined => {
    const session = sessions.get(textOf(data['session_id']));
    const from = numberOf(data['seq']);
    const isKnown = session && data['token'] === world.token && from <= session.sequence;
    if (!session || !isKnown) {
      send(socket, { op: Op.invalidSession, d: false });
      return undefined;
    }
    counts.resumed += 1;
    session.socket = socket;
    for (const { sequence, frame } of session.sent) if (sequence > from) send(socket, frame);
    dispatch(session, 'RESUMED', {});
    world.changes.notify();
    return session;
  };

  return { all: sessions, counts, identifies, refusals, identify, resume, dispatch, stop };
}

export const CLOSE_REASONS: Record<number, string> = {
  4000: 'Unknown error.',
  4004: 'Authentication failed.',
  4009: 'Session timed out.',
  4010: 'Invalid shard.',
  4011: 'Sharding required.',
  4013: 'Invalid intent(s).',
  4014: 'Disallowed intent(s).',
};

/** Bits of all intents of gateway v10. */
const ALL_INTENTS = 0b11_0000_0001_1111_1111_1111_1111;

/** The close code that an IDENTIFY deserves; undefined when it is fine. */
function refusalOf(world: World, data: Json): number | undefined {
  if (data['token'] !== world.token) return 4004;
  const intents = data['intents'];
  if (typeof intents !== 'number' || intents & ~ALL_INTENTS) return 4013;
  const [index, count] = shardOf(data);
  if (index < 0 || count < 1 || index >= count) return 4010;
  const privileged = PrivilegedIntent.guildMembers | PrivilegedIntent.guildPresences | PrivilegedIntent.messageContent;
  return intents & privileged & ~world.application.privilegedIntents ? 4014 : undefined;
}

function shardOf(data: Json): [number, number] {
  const shard = data['shard'];
  return Array.isArray(shard) ? [Number(shard[0]), Number(shard[1])] : [0, 1];
}

function isOnShard(guildId: string, [index, count]: [number, number]): boolean {
  return Number((BigInt(guildId) >> 22n) % BigInt(count)) === index;
}

/** Events of direct messages go to shard 0. Guild events reach a bot that is in the guild, or that is told it has left. */
function hears(world: World, session: Session, event: GatewayEvent): boolean {
  const isAbroad =
    event.guildId !== undefined &&
    event.intent !== 0 &&
    event.name !== 'GUILD_DELETE' &&
    !botIsIn(world, event.guildId);
  if (isAbroad) return false;
  const isOurs = event.guildId === undefined ? session.shard[0] === 0 : isOnShard(event.guildId, session.shard);
  return isOurs && (event.intent === 0 || (session.intents & event.intent) !== 0);
}

export function send(socket: WebSocket | undefined, frame: Json): void {
  if (socket?.readyState === 1) socket.send(JSON.stringify(frame));
}

export function parseFrame(raw: Buffer): Json | undefined {
  try {
    const frame: unknown = JSON.parse(raw.toString('utf8'));
    return isJson(frame) ? frame : undefined;
  } catch {
    return undefined;
  }
}
