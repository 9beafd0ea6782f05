/** What the stand-in Discord holds: one application, guilds, channels, interactions and the messages they show. */

export interface ShownMessage {
  readonly id: string;
  readonly channel: string;
  content: string;
  components: unknown[];
  flags: number;
  /** Seen by its invoker only. */
  readonly isPrivate: boolean;
  /** "thinking…": acknowledged and not answered yet. */
  isWaiting: boolean;
  /** Who would have been pinged. */
  pinged: string[];
  /** Every text it ever showed, in order. */
  readonly history: string[];
}

export interface SandboxInteraction {
  readonly id: string;
  readonly token: string;
  readonly createdAt: number;
  readonly channel: string;
  message: ShownMessage | null;
}

export interface World {
  readonly applicationId: string;
  readonly botId: string;
  readonly token: string;
  readonly guilds: readonly { readonly id: string; readonly channel: string }[];
  readonly interactions: Map<string, SandboxInteraction>;
  readonly messages: ShownMessage[];
  commands: RegisteredCommand[];
  /** Called whenever a message changes. */
  readonly watchers: Set<() => void>;
}

export interface RegisteredCommand {
  readonly id: string;
  readonly name: string;
  readonly options?: readonly {
    readonly name: string;
    readonly type: number;
    readonly required?: boolean;
    readonly choices?: readonly { value: string }[];
  }[];
}

let lastId = 1_300_000_000_000_000_000n;
/** Ids of 19 digits: discord.js finds its rate-limit buckets by them. */
export function nextId(): string {
  lastId += 1n << 22n;
  return String(lastId);
}

export function createWorld(): World {
  const guild = () => ({ id: nextId(), channel: nextId() });
  return {
    applicationId: nextId(),
    botId: nextId(),
    token: 'sandbox.token.not-a-secret',
    guilds: [guild(), guild()],
    interactions: new Map(),
    messages: [],
    commands: [],
    watchers: new Set(),
  };
}

const TEXT_DISPLAY = 10;

/** What a reader sees of a message, top to bottom. */
export function textOf(message: Pick<ShownMessage, 'content' | 'components'>): string {
  const texts: string[] = message.content ? [message.content] : [];
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(walk);
    else if (typeof node === 'object' && node !== null) {
      if ('type' in node && node.type === TEXT_DISPLAY && 'content' in node) texts.push(String(node.content));
      if ('components' in node) walk(node.components);
    }
  };
  walk(message.components);
  return texts
    .join('\n')
    .replace(/\\(?=[\\*_~`|<>[\]()#@])/gu, '')
    .replaceAll('\u2060', '');
}
