/** Messages that an earlier run had taken up and not answered. Their text is not kept: they are read again where they stand. */
import type { Client, Message } from 'discord.js';

import { type AcceptedRequest, type Clock, describeError, type OpenRequest, resumptionOf } from '#domain';

import type { Services } from '../contracts/services.ts';
import type { Talk } from '../discussions/listener.ts';
import type { LinkListener } from '../links/listener.ts';

export interface ResumedMessages {
  readonly client: Client<true>;
  readonly services: Pick<Services, 'desk' | 'discuss' | 'delivery'>;
  readonly links: LinkListener;
  readonly talk: Talk;
  readonly clock: Clock;
  readonly log: (record: Readonly<Record<string, unknown>>) => void;
}

export async function resumeMessages(left: readonly OpenRequest[], dependencies: ResumedMessages): Promise<void> {
  const { services, clock, log } = dependencies;
  for (const request of left) {
    if (request.kind !== 'message') continue;
    try {
      const isWanted = resumptionOf(request, clock()).do === 'post';
      if (!isWanted || !(await goOn(request, dependencies))) await services.desk.inbox.close(request);
    } catch (error) {
      // The message, its channel or a right is gone; or nobody can tell whether it was answered. In doubt nothing is said.
      log({ level: 'info', event: 'message left', message: request.id, cause: describeError(error) });
      await services.desk.inbox.close(request);
    }
  }
}

/** `false`: there is nothing to go on with. */
async function goOn(request: AcceptedRequest, { client, services, links, talk }: ResumedMessages) {
  const message = await fetchMessage(client, request);
  if (!message) return false;
  const shown = await services.delivery.replyTo(request.channel, request.id, client.user.id);
  if (!(await services.discuss.get(request.guild, request.channel))) {
    await links.resumed(message, shown);
    return true;
  }
  // What is said in a discussion is said whole.
  return shown === null && talk.heard(message, true);
}

async function fetchMessage(client: Client<true>, { channel, id }: AcceptedRequest): Promise<Message | null> {
  const place = await client.channels.fetch(channel);
  if (!place?.isTextBased()) return null;
  const message = await place.messages.fetch(id);
  // Their roles decide whether they may spend, and a message that is fetched comes without them.
  await message.guild?.members.fetch(message.author.id).catch(() => null);
  return message;
}
