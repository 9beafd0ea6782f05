/** The gateway (v10, JSON, without compression): one WebSocket for each shard, with heartbeats, limits and planted faults. */
import type { Server } from 'node:http';

import { type WebSocket, WebSocketServer } from 'ws';

import { asJson, numberOf } from '../common/json.ts';
import {
  CLOSE_REASONS,
  createSessions,
  Op,
  parseFrame,
  type Session,
  type Sessions,
  send,
} from './gateway-sessions.ts';
import type { World } from './world.ts';

/** Discord's usual interval; tests of dead connections take a shorter one. */
const HEARTBEAT_MS = 41_250;
/** Sends a minute and connection, and size of one (Discord, "Gateway"). */
const SENDS_A_MINUTE = 120;
const PAYLOAD_LIMIT_BYTES = 4096;
export interface Gateway {
  /** Identified sessions with an open connection. */
  connected(): { shard: [number, number]; intents: number }[];
  /** IDENTIFYs and RESUMEs so far. */
  counts: { identified: number; resumed: number; heartbeats: number };
  /** When which shard identified, in ms since the epoch, in order. */
  identifies: readonly { shard: [number, number]; at: number }[];
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
  const sessions = createSessions(world, options.url);
  const { counts } = sessions;
  const silent = new WeakSet<WebSocket>();
  let isRefusing = false;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1 << 20 });
  server.on('upgrade', (request, socket, head) => {
    if (isRefusing || !request.url?.startsWith('/gateway')) return socket.destroy();
    sockets.handleUpgrade(request, socket, head, (webSocket) =>
      serve(webSocket, world, sessions, silent, options.heartbeatMs ?? HEARTBEAT_MS),
    );
  });

  const open = () => [...sessions.all.values()].filter((session) => session.socket?.readyState === 1);
  const each = (act: (socket: WebSocket, session: Session) => void) => {
    for (const session of open()) if (session.socket) act(session.socket, session);
  };
  return {
    counts,
    identifies: sessions.identifies,
    connected: () => open().map(({ shard, intents }) => ({ shard, intents })),
    reconnect: () => each((socket) => send(socket, { op: Op.reconnect, d: null })),
    invalidSession(canResume) {
      each((socket, session) => {
        send(socket, { op: Op.invalidSession, d: canResume });
        if (!canResume) sessions.all.delete(session.id);
      });
    },
    stopAcks: () => each((socket) => silent.add(socket)),
    close: (code) =>
      each((socket, session) => {
        if (code === 1000 || code === 4004 || code >= 4010) sessions.all.delete(session.id);
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
      for (const session of sessions.all.values()) {
        const last = session.sent.findLast((one) => one.frame['t'] === eventName);
        if (last) sessions.dispatch(session, eventName, asJson(last.frame['d']));
      }
    },
    refuseIdentify(code, times = 1) {
      for (let n = 0; n < times; n++) sessions.refusals.push(code);
    },
    shutDown() {
      sessions.stop();
      for (const client of sockets.clients) client.terminate();
      sockets.close();
    },
  };
}

/** One connection: its frames, limits and end. */
function serve(
  socket: WebSocket,
  world: World,
  sessions: Sessions,
  silent: WeakSet<WebSocket>,
  heartbeatMs: number,
): void {
  let session: Session | undefined;
  const recent: number[] = [];
  const handlers: Record<number, (data: unknown) => void> = {
    [Op.heartbeat]: () => {
      sessions.counts.heartbeats += 1;
      if (!silent.has(socket)) send(socket, { op: Op.ack });
    },
    [Op.identify]: (data) => {
      if (session) return socket.close(4005, 'Already authenticated.');
      session = sessions.identify(socket, asJson(data));
    },
    [Op.resume]: (data) => {
      session = sessions.resume(socket, asJson(data));
    },
  };
  socket.on('message', (raw: Buffer) => {
    const now = Date.now();
    recent.push(now);
    while ((recent[0] ?? now) < now - 60_000) recent.shift();
    if (recent.length > SENDS_A_MINUTE) return socket.close(4008, 'Rate limited.');
    if (raw.length > PAYLOAD_LIMIT_BYTES) return socket.close(4002, 'Error while decoding payload.');
    const frame = parseFrame(raw);
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
      if (code === 1000 || code === 1001) sessions.all.delete(session.id);
    }
    world.changes.notify();
  });
  send(socket, { op: Op.hello, d: { heartbeat_interval: heartbeatMs } });
}
