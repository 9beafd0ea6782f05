/** Messages that an earlier run had taken up and not answered. Their text is not kept: they are read again where they stand. */
import type { Client, Message } from 'discord.js';

import { type AcceptedRequest, describeError, type OpenRequest, resumptionOf } from '#domain';

import type { Edge } from '../contracts/services.ts';

/** `false`: there is nothing to go on with. */
type GoOn = (message: Message, request: AcceptedRequest) => Promise<boolean>;

export async function resumeMessages(
  left: readonly OpenRequest[],
  client: Client<true>,
  { services, clock, log, goOn }: Pick<Edge, 'services' | 'clock' | 'log'> & { readonly goOn: GoOn },
): Promise<void> {
  for (const request of left) {
    if (request.kind !== 'message') continue;
    try {
      const isWanted = resumptionOf(request, clock()).do === 'post';
      const message = isWanted && (await fetchMessage(client, request));
      if (!message || !(await goOn(message, request))) await services.desk.inbox.close(request);
    } catch (error) {
      // The message, its channel or a right is gone; or nobody can tell whether it was answered. In doubt nothing is said.
      log({ level: 'info', event: 'message left', message: request.id, cause: describeError(error) });
      await services.desk.inbox.close(request);
    }
  }
}

async function fetchMessage(client: Client<true>, { channel, id }: AcceptedRequest): Promise<Message | null> {
  const place = await client.channels.fetch(channel);
  if (!place?.isTextBased()) return null;
  const message = await place.messages.fetch(id);
  // Their roles decide whether they may spend, and a message that is fetched comes without them.
  await message.guild?.members.fetch(message.author.id).catch(() => null);
  return message;
}
