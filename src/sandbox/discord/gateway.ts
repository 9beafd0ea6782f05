import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';

import { type WebSocket, WebSocketServer } from 'ws';

import { asJson, isJson, type Json, numberOf, textOf } from '../common/json.ts';
import { applicationJson } from './routes-application.ts';
import { guildCreateJson, userJson } from './wire.ts';
import { botIsIn, type GatewayEvent, Intent, PrivilegedIntent, type World } from './world.ts';

/** Discord's usual interval; tests of dead connections take a shorter one. */
const HEARTBEAT_MS = 41_250;
/** Sends a minute and connection, and size of one (Discord, "Gateway"). */
const SENDS_A_MINUTE = 120;
const PAYLOAD_LIMIT_BYTES = 4096;
/** Events kept for a resume. */
const REPLAY_LIMIT = 2000;

const Op = {
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

interface Session {
  id: string;
  intents: number;
  shard: [number, number];
  sequence: number;
  sent: { sequence: number; frame: Json }[];
  socket: WebSocket | undefined;
}

export interface Gateway {
  /** Identified sessions with an open connection. */
  connected(): { shard: [number, number]; intents: number }[];
  /** IDENTIFYs and RESUMEs so far. */
  counts: { identified: number; resumed: number; heartbeats: number };
  /** Op 7: asks the clients to reconnect and resume. */
  reconnect(): void;
  /** Op 9. */
  invalidSession(canResume: boolean): void;
  /** Connections stay open, heartbeats are no longer acknowledged. A new connection is acknowledged again. */
  stopAcks(): void;
  close(code: number): void;
  /** Sockets are cut without a closing handshake. */
  cut(): void;
  /** Refuses new connections until `allowConnections`: the gateway is gone. */
  refuseConnections(): void;
  allowConnections(): void;
  /** Sends the last event of this name once more, as a faulty replay would. */
  replay(eventName: string): void;
  /** Answers the next IDENTIFYs with this close code. */
  refuseIdentify(code: number, times?: number): void;
  shutDown(): void;
}

export function createGateway(
  world: World,
  server: Server,
  options: { heartbeatMs?: number | undefined; url: () => string },
): Gateway {
  const sessions = new Map<string, Session>();
  const silent = new WeakSet<WebSocket>();
  const counts = { identified: 0, resumed: 0, heartbeats: 0 };
  const refusals: number[] = [];
  let isRefusing = false;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1 << 20 });
  server.on('upgrade', (request, socket, head) => {
    if (isRefusing || !request.url?.startsWith('/gateway')) return socket.destroy();
    sockets.handleUpgrade(request, socket, head, (webSocket) => serve(webSocket));
  });

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
      resume_gateway_url: options.url(),
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

  const serve = (socket: WebSocket) => {
    let session: Session | undefined;
    const recent: number[] = [];
    const handlers: Record<number, (data: unknown) => void> = {
      [Op.heartbeat]: () => {
        counts.heartbeats += 1;
        if (!silent.has(socket)) send(socket, { op: Op.ack });
      },
      [Op.identify]: (data) => {
        if (session) return socket.close(4005, 'Already authenticated.');
        session = identify(socket, asJson(data));
      },
      [Op.resume]: (data) => {
        session = resume(socket, asJson(data));
      },
    };
    socket.on('message', (raw: Buffer) => {
      const now = Date.now();
      recent.push(now);
      while ((recent[0] ?? now) < now - 60_000) recent.shift();
      if (recent.length > SENDS_A_MINUTE) return socket.close(4008, 'Rate limited.');
      if (raw.length > PAYLOAD_LIMIT_BYTES) return socket.close(4002, 'Error while decoding payload.');
      const frame = parse(raw);
      if (!frame) return socket.close(4002, 'Error while decoding payload.');
      const op = numberOf(frame['op']);
      const handler = handlers[op];
      if (handler) handler(frame['d']);
      else if (!session) socket.close(4003, 'Not authenticated.');
      else if (op !== Op.presence && op !== Op.members) socket.close(4001, 'Unknown opcode.');
    });
    socket.on('error', () => socket.terminate());
    socket.on('close', (code) => {
      if (session?.socket === socket) {
        session.socket = undefined;
        // Closing with 1000 or 1001 ends the session: it cannot be resumed.
        if (code === 1000 || code === 1001) sessions.delete(session.id);
      }
      world.changes.notify();
    });
    send(socket, { op: Op.hello, d: { heartbeat_interval: options.heartbeatMs ?? HEARTBEAT_MS } });
  };

  const open = () => [...sessions.values()].filter((session) => session.socket?.readyState === 1);
  const each = (act: (socket: WebSocket, session: Session) => void) => {
    for (const session of open()) if (session.socket) act(session.socket, session);
  };
  return {
    counts,
    connected: () => open().map(({ shard, intents }) => ({ shard, intents })),
    reconnect: () => each((socket) => send(socket, { op: Op.reconnect, d: null })),
    invalidSession(canResume) {
      each((socket, session) => {
        send(socket, { op: Op.invalidSession, d: canResume });
        if (!canResume) sessions.delete(session.id);
      });
    },
    stopAcks: () => each((socket) => silent.add(socket)),
    close: (code) =>
      each((socket, session) => {
        if (code === 1000 || code === 4004 || code >= 4010) sessions.delete(session.id);
        socket.close(code, CLOSE_REASONS[code] ?? '');
      }),
    cut: () => each((socket) => socket.terminate()),
    refuseConnections() {
      isRefusing = true;
    },
    allowConnections() {
      isRefusing = false;
    },
    replay(eventName) {
      for (const session of sessions.values()) {
        const last = session.sent.findLast((one) => one.frame['t'] === eventName);
        if (last) dispatch(session, eventName, asJson(last.frame['d']));
      }
    },
    refuseIdentify(code, times = 1) {
      for (let n = 0; n < times; n++) refusals.push(code);
    },
    shutDown() {
      stop();
      for (const client of sockets.clients) client.terminate();
      sockets.close();
    },
  };
}

const CLOSE_REASONS: Record<number, string> = {
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

function send(socket: WebSocket | undefined, frame: Json): void {
  if (socket?.readyState === 1) socket.send(JSON.stringify(frame));
}

function parse(raw: Buffer): Json | undefined {
  try {
    const frame: unknown = JSON.parse(raw.toString('utf8'));
    return isJson(frame) ? frame : undefined;
  } catch {
    return undefined;
  }
}
