/** What stands behind a message of the bot: the requests that made it, and what the bot told of its work. */
import type { DiscordSandbox } from '../discord/discord.ts';
import type { RecordedRequest } from '../discord/rest.ts';
import type { Interaction, Message } from '../discord/types.ts';
import type { Behind, BehindRequest, Work } from './shapes.ts';

/** Records of the bot's work that are kept, the newest. */
const WORK_KEPT = 200;

export interface BehindBook {
  /** Takes a record of the bot; what is not one is ignored. */
  tell(record: unknown): void;
  /** What stands behind a message; `undefined` for a message that is not the bot's. */
  of(messageId: string): Behind | undefined;
}

export function createBehindBook(discord: DiscordSandbox): BehindBook {
  const work: Work[] = [];
  return {
    tell(record) {
      if (!isWork(record)) return;
      work.push(record);
      if (work.length > WORK_KEPT) work.shift();
      discord.world.changes.notify();
    },
    of(messageId) {
      const message = discord.world.messages.get(messageId);
      if (!message || message.author.id !== discord.bot.id) return undefined;
      return behind(discord, message, work);
    },
  };
}

function isWork(record: unknown): record is Work {
  const one = record as Partial<Work> | null;
  return (
    typeof one === 'object' &&
    one !== null &&
    typeof one.startedAt === 'number' &&
    Array.isArray(one.stages) &&
    Array.isArray(one.lines) &&
    Array.isArray(one.checks)
  );
}

function behind(discord: DiscordSandbox, message: Message, work: readonly Work[]): Behind {
  const interactions = [...discord.world.interactions.values()].filter(
    (one) => one.originalId === message.id || one.followUpIds.includes(message.id),
  );
  const first = interactions.find((one) => one.sourceMessageId !== message.id) ?? interactions[0];
  const requests = discord.requests.filter((request) => concerns(request, message, interactions));
  // A posted link is answered by a message that replies to it; the bot names the link's message as what asked.
  const asked = new Set([...interactions.map((one) => one.id), message.reference?.messageId, message.channelId]);
  return {
    startedAt: first?.createdAt ?? message.createdAt,
    acknowledged: first?.acknowledgement,
    requests: requests.map(plain),
    states: discord.timeline
      .filter((entry) => entry.messageId === message.id)
      .map(({ at, kind, isThinking, text }) => ({ at, kind, isThinking, text })),
    work: work.filter((one) => one.request !== null && asked.has(one.request)),
  };
}

function concerns(request: RecordedRequest, message: Message, interactions: readonly Interaction[]): boolean {
  if (request.messageId === message.id) return true;
  return interactions.some((one) => {
    if (request.path.includes(one.id)) return true;
    const isOriginal = one.originalId === message.id && !/\/messages\/\d+$/u.test(request.path);
    return isOriginal && request.path.includes(one.token) && request.messageId === undefined;
  });
}

/** Without tokens: the panel may end up in a bug report. */
function plain(request: RecordedRequest): BehindRequest {
  const { method, at, tookMs, status, code, body, files, problems } = request;
  return { method, route: request.route ?? request.path, at, tookMs, status, code, body, files, problems };
}
