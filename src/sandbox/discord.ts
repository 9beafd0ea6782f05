/** The stand-in Discord: gateway v10 and the REST routes a bot uses, with what Discord enforces on them. */
import { type WebSocket, WebSocketServer } from 'ws';

import { listen, sendJson } from './http.ts';
import { COMPONENTS_V2, EPHEMERAL, type MessageBody, pingedBy, type Refusal, refuseMessage } from './message-rules.ts';
import {
  createWorld,
  nextId,
  type RegisteredCommand,
  type SandboxInteraction,
  type ShownMessage,
  textOf,
  type World,
} from './world.ts';

/** An interaction is void when it is not acknowledged in time; its token dies after a quarter of an hour. */
const ACKNOWLEDGE_MS = 3000;
const TOKEN_LIFE_MS = 15 * 60_000;
const HEARTBEAT_MS = 41_250;
const OPTION_STRING = 3;
const OPTION_BOOLEAN = 5;

export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly status: number;
}

export interface SlashAct {
  /** Index into the sandbox's guilds. */
  readonly guild?: number;
  readonly command: string;
  readonly options?: Readonly<Record<string, string | boolean>>;
}

export interface SandboxDiscord {
  readonly world: World;
  readonly apiUrl: string;
  readonly requests: readonly RecordedRequest[];
  /** Moves the clock on: for deadlines and the life of tokens. */
  advance(ms: number): void;
  /** A member types a slash command; resolves with what is shown once it is no longer "thinking…". */
  slash(act: SlashAct): Promise<ShownMessage>;
  /** Starts an interaction without waiting; for raw requests in tests of the sandbox itself. */
  interact(act: SlashAct): SandboxInteraction;
  close(): Promise<void>;
}

export async function createSandboxDiscord(): Promise<SandboxDiscord> {
  const world = createWorld();
  const requests: RecordedRequest[] = [];
  const sockets = new Set<WebSocket>();
  let offset = 0;
  const now = (): number => Date.now() + offset;
  const gateway = new WebSocketServer({ noServer: true });
  let sequence = 0;
  const dispatch = (socket: WebSocket, type: string, data: unknown): void => {
    sequence += 1;
    socket.send(JSON.stringify({ op: 0, t: type, s: sequence, d: data }));
  };

  const http = await listen((request, body, response) => {
    const path =
      decodeURIComponent(request.url ?? '')
        .replace(/^\/api(?:\/v10)?/u, '')
        .split('?')[0] ?? '';
    const method = request.method ?? 'GET';
    const parsed: unknown = body && request.headers['content-type']?.includes('json') ? JSON.parse(body) : null;
    const answer = route(method, path, parsed, request.headers.authorization);
    requests.push({ method, path, body: parsed, status: answer.status });
    sendJson(response, answer.status, answer.body);
  });
  http.server.on('upgrade', (request, socket, head) => {
    gateway.handleUpgrade(request, socket, head, (client) => openGateway(client));
  });

  function openGateway(socket: WebSocket): void {
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: HEARTBEAT_MS } }));
    socket.on('message', (data: Buffer) => {
      const { op, d } = JSON.parse(data.toString('utf8')) as { op: number; d: { token?: string } };
      if (op === 1) socket.send(JSON.stringify({ op: 11 }));
      if (op !== 2) return;
      if (d.token !== world.token) return socket.close(4004, 'Authentication failed.');
      sockets.add(socket);
      dispatch(socket, 'READY', {
        v: 10,
        session_id: nextId(),
        resume_gateway_url: `ws://127.0.0.1:${http.port}`,
        shard: [0, 1],
        user: { id: world.botId, username: 'verbatim', discriminator: '0', global_name: null, avatar: null, bot: true },
        application: { id: world.applicationId, flags: 0 },
        guilds: world.guilds.map(({ id }) => ({ id, unavailable: true })),
      }); // prettier-ignore
      for (const { id, channel } of world.guilds) {
        dispatch(socket, 'GUILD_CREATE', {
          id,
          name: `Guild ${id.slice(-4)}`,
          owner_id: world.botId,
          roles: [],
          emojis: [],
          features: [],
          members: [],
          threads: [],
          presences: [],
          voice_states: [],
          stickers: [],
          stage_instances: [],
          guild_scheduled_events: [],
          member_count: 2,
          preferred_locale: 'en-US',
          joined_at: new Date().toISOString(),
          channels: [{ id: channel, type: 0, name: 'news', position: 0, permission_overwrites: [] }],
        }); // prettier-ignore
      }
    });
    socket.on('close', () => sockets.delete(socket));
  }

  interface Answer {
    readonly status: number;
    readonly body?: unknown;
  }
  const refuse = ({ status, code, message }: Refusal): Answer => ({ status, body: { code, message } });

  function route(method: string, path: string, body: unknown, authorization: string | undefined): Answer {
    const callback = /^\/interactions\/(?<id>\d+)\/(?<token>[^/]+)\/callback$/u.exec(path)?.groups;
    if (callback && method === 'POST') return respond(callback['id'] ?? '', callback['token'] ?? '', body as Callback);
    const original = /^\/webhooks\/\d+\/(?<token>[^/]+)\/messages\/@original$/u.exec(path)?.groups;
    if (original && method === 'PATCH') return editOriginal(original['token'] ?? '', body as MessageBody);
    if (authorization !== `Bot ${world.token}`) return refuse({ status: 401, code: 0, message: '401: Unauthorized' });
    if (path === '/gateway/bot') {
      const session_start_limit = { total: 1000, remaining: 999, reset_after: 0, max_concurrency: 1 };
      return { status: 200, body: { url: `ws://127.0.0.1:${http.port}`, shards: 1, session_start_limit } };
    }
    if (path === '/applications/@me') return { status: 200, body: { id: world.applicationId, name: 'verbatim' } };
    if (path === `/applications/${world.applicationId}/commands` && method === 'PUT')
      return register(body as Omit<RegisteredCommand, 'id'>[]);
    return refuse({ status: 404, code: 0, message: '404: Not Found' });
  }

  function register(bodies: readonly Omit<RegisteredCommand, 'id'>[]): Answer {
    const isWrong = bodies.some(({ name }) => !/^[-_\p{Ll}\p{N}]{1,32}$/u.test(name));
    if (isWrong || bodies.length > 100) return refuse({ status: 400, code: 50035, message: 'Invalid Form Body: name' });
    world.commands = bodies.map((command) => ({ ...command, id: nextId() }));
    return { status: 200, body: world.commands };
  }

  interface Callback {
    readonly type: number;
    readonly data?: MessageBody;
  }

  function respond(id: string, token: string, body: Callback): Answer {
    const interaction = world.interactions.get(token);
    if (!interaction || interaction.id !== id || now() - interaction.createdAt > ACKNOWLEDGE_MS) {
      return refuse({ status: 404, code: 10062, message: 'Unknown interaction' });
    }
    if (interaction.message)
      return refuse({ status: 400, code: 40060, message: 'Interaction has already been acknowledged.' });
    const flags = body.data?.flags ?? 0;
    if (body.type === 5 && (flags & ~EPHEMERAL) !== 0)
      return refuse({ status: 400, code: 50035, message: 'Invalid Form Body: flags of a deferral' });
    if (body.type !== 4 && body.type !== 5)
      return refuse({ status: 400, code: 50035, message: 'Invalid Form Body: type' });
    const refusal = body.type === 4 ? refuseMessage(body.data ?? {}, 0, '') : null;
    if (refusal) return refuse(refusal);
    const message: ShownMessage = {
      id: nextId(),
      channel: interaction.channel,
      content: '',
      components: [],
      flags,
      isPrivate: (flags & EPHEMERAL) !== 0,
      isWaiting: true,
      pinged: [],
      history: [],
    }; // prettier-ignore
    interaction.message = message;
    world.messages.push(message);
    if (body.type === 4) show(message, body.data ?? {});
    return { status: 204 };
  }

  function editOriginal(token: string, body: MessageBody): Answer {
    const interaction = world.interactions.get(token);
    if (!interaction?.message) return refuse({ status: 404, code: 10015, message: 'Unknown Webhook' });
    if (now() - interaction.createdAt > TOKEN_LIFE_MS)
      return refuse({ status: 401, code: 50027, message: 'Invalid Webhook Token' });
    const { message } = interaction;
    const refusal = refuseMessage(body, message.flags, message.content);
    if (refusal) return refuse(refusal);
    show(message, body);
    return {
      status: 200,
      body: {
        id: message.id,
        channel_id: message.channel,
        content: message.content,
        author: { id: world.botId },
        components: [],
        attachments: [],
        embeds: [],
      },
    };
  }

  function show(message: ShownMessage, body: MessageBody): void {
    if (body.content !== undefined) message.content = body.content ?? '';
    if (body.components) message.components = [...body.components];
    message.flags |= (body.flags ?? 0) & (COMPONENTS_V2 | EPHEMERAL);
    message.isWaiting = false;
    message.pinged = pingedBy(JSON.stringify(body), body.allowed_mentions);
    message.history.push(textOf(message));
    for (const watcher of world.watchers) watcher();
  }

  function interact({ guild = 0, command, options = {} }: SlashAct): SandboxInteraction {
    const place = world.guilds[guild];
    const registered = world.commands.find(({ name }) => name === command);
    if (!place || !registered) throw new Error(`the sandbox knows no command "${command}" in guild ${guild}`);
    for (const option of registered.options ?? []) {
      const value = options[option.name];
      if (option.required && value === undefined) throw new Error(`option "${option.name}" is required`);
      if (option.choices && value !== undefined && !option.choices.some((choice) => choice.value === value))
        throw new Error(`"${String(value)}" is no choice of "${option.name}"`);
    }
    const interaction: SandboxInteraction = {
      id: nextId(),
      token: `token-${nextId()}`,
      createdAt: now(),
      channel: place.channel,
      message: null,
    };
    world.interactions.set(interaction.token, interaction);
    const user = { id: nextId(), username: 'member', discriminator: '0', global_name: null, avatar: null };
    const data = {
      id: registered.id,
      name: registered.name,
      type: 1,
      guild_id: place.id,
      options: Object.entries(options).map(([name, value]) => ({
        name,
        value,
        type: typeof value === 'boolean' ? OPTION_BOOLEAN : OPTION_STRING,
      })),
    }; // prettier-ignore
    for (const socket of sockets) {
      dispatch(socket, 'INTERACTION_CREATE', {
        id: interaction.id,
        application_id: world.applicationId,
        type: 2,
        token: interaction.token,
        version: 1,
        guild_id: place.id,
        channel_id: place.channel,
        channel: { id: place.channel, type: 0 },
        locale: 'en-US',
        guild_locale: 'en-US',
        app_permissions: '0',
        entitlements: [],
        authorizing_integration_owners: {},
        context: 0,
        attachment_size_limit: 10_485_760,
        data,
        member: {
          user,
          roles: [],
          permissions: '0',
          joined_at: new Date().toISOString(),
          deaf: false,
          mute: false,
          flags: 0,
        },
      }); // prettier-ignore
    }
    return interaction;
  }

  return {
    world,
    apiUrl: `http://127.0.0.1:${http.port}/api`,
    requests,
    advance: (ms) => void (offset += ms),
    interact,
    async slash(act) {
      const interaction = interact(act);
      await new Promise<void>((resolve) => {
        const check = (): void => {
          if (!interaction.message || interaction.message.isWaiting) return;
          world.watchers.delete(check);
          resolve();
        };
        world.watchers.add(check);
      });
      return interaction.message as unknown as ShownMessage;
    },
    async close() {
      for (const socket of sockets) socket.terminate();
      gateway.close();
      await http.close();
    },
  };
}
