/** What Discord's REST does wrong, and what people see of it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { ShownMessage } from '#sandbox';

import { type FlowWorld, type Run, startWorld } from './world.ts';

/** As in production, only sooner. */
const SOON = { tryMs: 1500, callMs: 3000, firstWaitMs: 20 };

let world: FlowWorld;
beforeEach(async () => {
  world = await startWorld({ hasModel: false, restLimits: SOON });
});
afterEach(async () => {
  await world.close();
});

const POSTS = { method: 'POST', route: '/channels/{id}/messages' };
const EDITS = { method: 'PATCH', route: /^\/webhooks\/\d+\/[^/]+\/messages\/@original$/u };
const CALLBACKS = { method: 'POST', route: /callback$/u };
const slash = (path = '/news/tidemouth-ferry', options = {}): Run =>
  world.discord.act.slash({
    channel: world.discord.news,
    user: world.discord.member,
    command: 'summarise',
    options: { article: world.site.url(path), ...options },
  });
const isAnswer = ({ text }: ShownMessage): boolean => text.includes('Checked against the article');
const answers = (): ShownMessage[] => world.discord.shows(world.discord.news, world.discord.member).filter(isAnswer);
const requests = (method: string, path: RegExp) =>
  world.discord.requests.filter((one) => one.method === method && path.test(one.path));
const sends = () => requests('POST', /^\/channels\/\d+\/messages$/u);
const edits = () => requests('PATCH', EDITS.route);
const outcomeOf = async (run: Run): Promise<unknown> => {
  const record = () => world.records.find((one) => one['interaction'] === run.interaction.id);
  await expect.poll(record).toBeDefined();
  return record()?.['outcome'];
};
const INVALID = { kind: 'status', status: 400, code: 50_035, message: 'Invalid Form Body' } as const;
const openRequests = () => world.app().desk.inbox.open();
/** Posts a link where links are answered. */
async function postLink(path = '/news/tidemouth-ferry', channel = world.discord.news): Promise<void> {
  await world.set({ field: 'mode', channel: channel.id, value: 'reply' });
  world.discord.act.post({ channel, user: world.discord.member, content: world.site.url(path) });
}
const appears = (channel = world.discord.news) => world.discord.appears(channel, world.discord.member, isAnswer);

describe('an ordinary message', () => {
  it('that Discord fails twice is there once, sent with the same nonce each time, later each time', async () => {
    world.discord.faults.add({ match: POSTS, times: 2, respond: { kind: 'status', status: 500 } });
    await postLink();
    await appears();
    expect(answers()).toHaveLength(1);
    expect(sends().filter(({ status }) => status === 500)).toHaveLength(2);
    const nonces = sends()
      .slice(0, 3)
      .map(({ body }) => (body as { nonce?: string }).nonce);
    expect(new Set(nonces).size).toBe(1);
    expect(nonces[0]).toMatch(/^.{10,25}$/u);
  });

  it.each([
    ['taken by Discord while the connection is cut', { kind: 'cut', when: 'after' }],
    ['taken by Discord while the answer stalls', { kind: 'stallBody' }],
    ['taken by Discord while the answer is cut short', { kind: 'cutJson' }],
  ] as const)('%s is there once', async (_name, fault) => {
    world.discord.faults.add({ match: POSTS, respond: fault });
    await postLink();
    await appears();
    await expect.poll(() => sends().length).toBeGreaterThan(1);
    await world.discord.settled({ quietMs: 800 });
    expect(answers()).toHaveLength(1);
  });

  it('under a limit of 2 s is sent once, after them, while other channels go on', async () => {
    world.discord.faults.add({
      match: { method: 'POST', route: `/channels/${world.discord.news.id}/messages` },
      respond: { kind: 'rateLimit', retryAfterS: 2 },
    });
    await postLink();
    await expect.poll(() => sends().length).toBe(1);
    await postLink('/news/orchard-water', world.discord.general);
    await appears(world.discord.general);
    expect(answers()).toHaveLength(0);
    await appears();
    const [refused, taken] = sends().filter(({ path }) => path.includes(world.discord.news.id));
    expect((taken?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThanOrEqual(1900);
    expect(answers()).toHaveLength(1);
  });

  it('under the global limit waits with all others, while commands are acknowledged and answered', async () => {
    world.discord.faults.add({ match: POSTS, respond: { kind: 'rateLimit', retryAfterS: 2, isGlobal: true } });
    await postLink();
    await expect.poll(() => sends().length).toBe(1);
    await postLink('/news/orchard-water', world.discord.general);
    const run = slash('/news/orchard-water');
    expect((await world.served(run)).text).toContain('Checked against');
    expect(sends().filter(({ at }) => at < (sends()[0]?.at ?? 0) + 1900)).toHaveLength(1);
    await appears();
    await appears(world.discord.general);
    const [first, second] = sends();
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(1900);
  });

  it('under a limit of an hour is dropped when nobody asked for it, and its channel left alone until then', async () => {
    world.discord.faults.add({ match: POSTS, times: 9, respond: { kind: 'rateLimit', retryAfterS: 3600 } });
    await postLink();
    await expect.poll(() => world.records.find(({ event }) => event === 'link left')).toBeDefined();
    await postLink('/news/orchard-water');
    await world.discord.settled({ quietMs: 800 });
    expect(sends()).toHaveLength(1);
  });

  it('refused by the proxy in front of Discord pauses everything for minutes, with one warning', async () => {
    world.discord.faults.add({ match: POSTS, times: 9, respond: { kind: 'htmlRateLimit' } });
    const left = () => world.records.filter(({ event }) => event === 'link left').length;
    await postLink();
    await expect.poll(left).toBe(1);
    await postLink('/news/orchard-water', world.discord.general);
    await expect.poll(left).toBe(2);
    expect(sends()).toHaveLength(1);
    const warnings = world.records.filter(({ event }) => event === 'banned by the proxy');
    expect(warnings).toEqual([expect.objectContaining({ level: 'warn', pauseMs: 300_000 })]);
  });

  it.each([50_013, 50_001, 10_003])('refused with %i is not tried again', async (code) => {
    const status = code === 10_003 ? 404 : 403;
    world.discord.faults.add({ match: POSTS, times: 9, respond: { kind: 'status', status, code } });
    await postLink();
    await expect.poll(() => sends().length).toBe(1);
    await postLink('/news/orchard-water');
    await world.discord.settled({ quietMs: 800 });
    expect(sends()).toHaveLength(1);
  });
});

describe('a channel that refuses the bot', () => {
  // What is written down must outlive the bot.
  beforeEach(async () => {
    await world.close();
    world = await startWorld({ hasModel: false, restLimits: SOON, isKept: true });
  });

  const ADMINS = /did not let the bot write/u;
  const told = () =>
    world.discord.shows(world.discord.general, world.discord.member).filter(({ text }) => ADMINS.test(text));

  it('is named once where reports go, with what to do, and not again within the day or by another start', async () => {
    await world.set({ field: 'reportChannel', value: world.discord.general.id });
    const inNews = { method: 'POST', route: `/channels/${world.discord.news.id}/messages` };
    world.discord.faults.add({ match: inNews, times: 9, respond: { kind: 'status', status: 403, code: 50_013 } });
    await postLink();
    await expect.poll(() => told().length).toBe(1);
    expect(told()[0]?.text).toContain(`<#${world.discord.news.id}>`);
    // What the refusing channel is to be spared a new start does not know; what admins were told, it does.
    await world.restart();
    await postLink('/news/orchard-water');
    await expect.poll(() => sends().filter(({ status }) => status === 403).length).toBe(2);
    await world.discord.settled({ quietMs: 800 });
    // Not even tried: Discord would drop a second message of the same nonce for some minutes only.
    expect(sends().filter(({ path }) => path.includes(world.discord.general.id))).toHaveLength(1);
  });

  it('is named with the next refusal where Discord was busy at the first', async () => {
    await world.set({ field: 'reportChannel', value: world.discord.general.id });
    const to = (channel: string) => ({ method: 'POST', route: `/channels/${channel}/messages` });
    const refuseNews = (): void =>
      world.discord.faults.add({
        match: to(world.discord.news.id),
        times: 9,
        respond: { kind: 'status', status: 403, code: 50_013 },
      });
    refuseNews();
    const busy = { match: to(world.discord.general.id), times: 99, respond: { kind: 'status', status: 503 } } as const;
    world.discord.faults.add(busy);
    await postLink();
    await expect.poll(() => world.records.some(({ event }) => event === 'admins not told')).toBe(true);
    world.discord.faults.clear();
    refuseNews();
    await world.restart();
    await postLink('/news/orchard-water');
    await expect.poll(() => told().length).toBe(1);
  });

  it('is told to nobody where nobody said where to', async () => {
    world.discord.faults.add({ match: POSTS, times: 9, respond: { kind: 'status', status: 403, code: 50_013 } });
    await postLink();
    await expect.poll(() => sends().length).toBe(1);
    await world.discord.settled({ quietMs: 800 });
    expect(sends()).toHaveLength(1);
  });
});

describe('an answer under a command', () => {
  it('that Discord fails twice is shown, and its request closed', async () => {
    world.discord.faults.add({ match: EDITS, times: 2, respond: { kind: 'status', status: 503 } });
    expect(isAnswer(await world.served(slash()))).toBe(true);
    expect(await openRequests()).toEqual([]);
  });

  it('whose acknowledgement was taken while its answer was lost is given all the same', async () => {
    world.discord.faults.add({ match: CALLBACKS, respond: { kind: 'cut', when: 'after' } });
    const run = slash();
    expect(isAnswer(await world.served(run))).toBe(true);
    expect(await outcomeOf(run)).toBe('answered');
    expect(requests('POST', CALLBACKS.route).map(({ code }) => code)).toEqual([undefined, 40_060]);
  });

  it('whose acknowledgements are all taken and all lost is given all the same', async () => {
    world.discord.faults.add({ match: CALLBACKS, times: 99, respond: { kind: 'stallBody' } });
    const run = slash();
    expect(isAnswer(await world.served(run))).toBe(true);
    expect(await openRequests()).toEqual([]);
  });

  it('that was ready, and taken while the connection was cut, is remembered with its message', async () => {
    await world.served(slash());
    world.discord.faults.add({ match: CALLBACKS, respond: { kind: 'stallBody' } });
    const shown = await world.served(slash());
    expect(isAnswer(shown)).toBe(true);
    const remembered = () => world.app().desk.posted.byId(world.discord.guild.id, shown.id);
    await expect.poll(remembered).toBeDefined();
  });

  it('under a limit of an hour is put back with a time, stays accepted, and nothing hangs', async () => {
    world.discord.faults.add({ match: EDITS, times: 9, respond: { kind: 'rateLimit', retryAfterS: 3600 } });
    const run = slash();
    expect(await outcomeOf(run)).toBe('put back');
    const record = world.records.find((one) => one['interaction'] === run.interaction.id);
    expect(record?.['againInMs']).toBe(3_600_000);
    expect((await openRequests()).map(({ id }) => id)).toEqual([run.interaction.id]);
    // A line of progress may have come before.
    expect(edits().length).toBeLessThanOrEqual(2);
  });

  it('that was put back for seconds is given when they have passed', async () => {
    world.discord.faults.add({ match: EDITS, times: 99, respond: { kind: 'rateLimit', retryAfterS: 4 } });
    const run = slash();
    expect(await outcomeOf(run)).toBe('put back');
    world.discord.faults.clear();
    await run.answered({ matching: isAnswer });
    await expect.poll(openRequests).toEqual([]);
    expect(answers()).toHaveLength(1);
  });

  it.each([
    [10_008, 404],
    [10_015, 404],
    [50_027, 401],
  ])('whose message or webhook is gone (%i) is final, and its request closed', async (code, status) => {
    world.discord.faults.add({ match: EDITS, times: 9, respond: { kind: 'status', status, code } });
    world.discord.faults.add({ match: POSTS, times: 9, respond: { kind: 'status', status: 403, code: 50_013 } });
    expect(await outcomeOf(slash())).toBe('answered');
    expect(edits().length).toBe(1);
    expect(await openRequests()).toEqual([]);
    expect(world.ends).toEqual([]);
  });

  it('that Discord finds invalid is written down with its code, and a plain message stands in', async () => {
    await world.served(slash());
    world.discord.faults.add({ match: CALLBACKS, respond: INVALID });
    const shown = await world.served(slash());
    expect(shown.text).toMatch(/Something failed that should not have \\\(reference/u);
    const written = world.records.find(({ level }) => level === 'error');
    expect(written?.['cause']).toContain('50035');
    expect(await openRequests()).toEqual([]);
  });

  it('is given up, and not tried at the next start, when not even the plain message is valid', async () => {
    world.discord.faults.add({ match: EDITS, times: 99, respond: INVALID });
    expect(await outcomeOf(slash())).toBe('unanswered');
    // The answer and the plain message; a line of progress may have come before.
    expect([2, 3]).toContain(edits().length);
    expect(await openRequests()).toEqual([]);
  });
});

describe('an acknowledgement', () => {
  it('that comes too late is written down as such, its request closed, and the next one served', async () => {
    world.discord.faults.add({ match: CALLBACKS, respond: { kind: 'status', status: 404, code: 10_062 } });
    const run = slash();
    expect(await outcomeOf(run)).toBe('late');
    expect(requests('POST', CALLBACKS.route)).toHaveLength(1);
    expect(await openRequests()).toEqual([]);
    expect(isAnswer(await world.served(slash('/news/orchard-water')))).toBe(true);
  });

  it('that somebody else has sent leaves the answer to them', async () => {
    world.discord.faults.add({ match: CALLBACKS, respond: { kind: 'status', status: 400, code: 40_060 } });
    expect(await outcomeOf(slash())).toBe('repeated');
    expect(edits()).toEqual([]);
    expect(await openRequests()).toEqual([]);
  });

  it('of two presses at once has one effect each, and one page is read', async () => {
    await postLink();
    const offered = await appears();
    const name = offered.buttons.find(({ label }) => label === 'Positions')?.label ?? '';
    const both = [world.press(offered, name), world.press(offered, name, 'admin')];
    for (const shown of await Promise.all(both)) expect(shown.text).not.toBe('');
    expect(world.site.hits('/news/tidemouth-ferry')).toBe(1);
    expect(world.records.filter(({ level }) => level === 'error')).toEqual([]);
  });
});
