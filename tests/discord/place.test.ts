/** Places: the last word under an interaction, and what Discord refuses in a channel. */
import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';
import { describe, expect, it } from 'vitest';

import { notice } from '../../src/discord/contracts/view.ts';
import { placeAt, placeUnder } from '../../src/discord/delivery/place.ts';
import type { Wire } from '../../src/discord/delivery/wire.ts';

const REF = {
  id: '1',
  token: 't',
  applicationId: '2',
  channelId: '3',
  receivedAt: Date.now(),
  guild: '4',
  mayPost: true,
};

/** Shows of a message, in the order in which they were sent; those of a word in `lost` fail without an answer. */
function world({ isResumed = false, lost = '' } = {}) {
  const sent: string[] = [];
  const wire = {
    clock: Date.now,
    keep: async () => undefined,
    message: () => ({ body: {} }),
    callback: async () => null,
    async patch(_route: string, view: ReturnType<typeof notice>) {
      const text = JSON.stringify(view.sections);
      sent.push(text);
      if (lost !== '' && text.includes(lost)) throw new Error('the connection was cut');
      return 'message';
    },
  } as unknown as Wire;
  const answer = placeUnder(wire, REF, { isResumed, confirmAfterMs: 1 });
  return { answer, sent };
}

async function finish(answer: ReturnType<typeof placeUnder>): Promise<void> {
  await answer.show(notice('reading')).catch(() => undefined);
  await answer.show(notice('the answer'));
  await answer.confirm();
}

describe('the last word', () => {
  it('is said once where everything before it was answered', async () => {
    const { answer, sent } = world();
    await answer.acknowledge();
    await finish(answer);
    expect(sent).toHaveLength(2);
  });

  it('is said again where a word before it may still be on its way', async () => {
    const { answer, sent } = world({ lost: 'reading' });
    await answer.acknowledge();
    await finish(answer);
    expect(sent.map((text) => text.includes('the answer'))).toEqual([false, true, true]);
  });

  it('is said again after a restart: the run before may have sent one', async () => {
    const { answer, sent } = world({ isResumed: true });
    await finish(answer);
    expect(sent.at(-1)).toContain('the answer');
    expect(sent).toHaveLength(3);
  });
});

describe('an ordinary message', () => {
  const SPOT = { guild: '4', channel: '3', replyTo: '5', nonceOf: ['mention', '5'] };
  const refusal = (code: number): DiscordAPIError =>
    new DiscordAPIError({ code, message: 'no' }, code, 400, 'POST', '/channels/3/messages', {});

  /** Posts, by what they reply to; each takes the next of `refusals`, as long as there are some. */
  function room(...refusals: readonly number[]) {
    const posts: (string | null)[] = [];
    const shown: string[] = [];
    const wire = {
      keep: async () => undefined,
      async post(_channel: string, _view: unknown, { replyTo }: { readonly replyTo: string | null }) {
        posts.push(replyTo);
        const code = refusals[posts.length - 1];
        if (code !== undefined) throw refusal(code);
        return 'message';
      },
    } as unknown as Wire;
    return { place: placeAt(wire, SPOT, (id) => shown.push(id)), posts, shown };
  }

  it('is not tried again where the bot may not write', async () => {
    const { place, posts, shown } = room(RESTJSONErrorCodes.MissingPermissions);
    await place.show(notice('reading'));
    await place.show(notice('the answer'));
    expect([place.refused, place.messageId, posts.length, shown]).toEqual(['closed', null, 1, []]);
  });

  it('is no reply where Discord does not take it as one', async () => {
    const { place, posts, shown } = room(RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory);
    await place.show(notice('the answer'));
    expect([place.refused, posts, shown]).toEqual([null, ['5', null], ['message']]);
  });

  it('that Discord finds invalid, reply or not, is an error', async () => {
    const { InvalidFormBodyOrContentType: invalid } = RESTJSONErrorCodes;
    const { place, posts } = room(invalid, invalid);
    await expect(place.show(notice('the answer'))).rejects.toThrow('no');
    expect(posts).toEqual(['5', null]);
  });
});
