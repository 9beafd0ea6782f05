/** The place under an interaction, as far as its last word is concerned. */
import { describe, expect, it } from 'vitest';

import { notice } from '../../src/discord/contracts/view.ts';
import { placeUnder } from '../../src/discord/delivery/place.ts';
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
  const answer = placeUnder(wire, REF, { isResumed });
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
