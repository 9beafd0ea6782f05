/** One function per figure; each starts the processes it compares and ends them. */
import type { Sandbox } from '#sandbox';

import { FLOOR, type MeasuredBot, OURS, percentile, startBot } from './process.ts';
import { acknowledgement, atPace, byMembers, freshArticles, request, type Timing } from './requests.ts';

export interface Row {
  readonly figure: string;
  readonly measured: string;
  readonly target: string;
}

const ARTICLE = '/news/tidemouth-ferry';
const PER_SECOND = 50;
const ROUNDS = 3;
const REQUESTS = 300;
const WARM_UP = 50;

const ms = (value: number): string => `${value.toFixed(1)} ms`;

async function withBot<Result>(
  program: string,
  measure: (bot: MeasuredBot) => Promise<Result>,
  options = {},
): Promise<Result> {
  const bot = await startBot({ program, ...options });
  try {
    return await measure(bot);
  } finally {
    await bot.close();
  }
}

/**
 * Acknowledgements of requests whose answer is not there yet, against the floor bot, in turns, so that both meet the same
 * noise. All of a round ask for one page that never comes: what runs meanwhile is one fetch, as small as the floor's work.
 */
export async function acknowledgements(): Promise<Row[]> {
  const times: Record<string, number[]> = { [FLOOR]: [], [OURS]: [] };
  const bots = { [FLOOR]: await startBot({ program: FLOOR }), [OURS]: await startBot({ program: OURS }) };
  try {
    for (const { sandbox } of Object.values(bots))
      await byMembers(WARM_UP, 4, () => request(sandbox, sandbox.site.url(ARTICLE)));
    for (let round = 0; round < ROUNDS; round++)
      for (const [program, { sandbox }] of Object.entries(bots)) {
        const page = sandbox.site.url(`/slow/no-headers?round=${round}`);
        const taken = await atPace(REQUESTS, PER_SECOND, () => acknowledgement(sandbox, page));
        times[program]?.push(...taken.map(({ acknowledgedMs }) => acknowledgedMs));
        await Promise.all(taken.map(({ answered }) => answered()));
      }
  } finally {
    for (const bot of Object.values(bots)) await bot.close();
  }
  return ratios('acknowledgement', times, [
    [0.5, 'p50', '<= 1.3'],
    [0.99, 'p99', '<= 1.5'],
  ]);
}

/** Kept briefings, which are the response itself: looked up, checked, drawn and sent, against the floor's bare deferral. */
export async function directAnswers(): Promise<Row[]> {
  const times: Record<string, number[]> = { [FLOOR]: [], [OURS]: [] };
  const bots = { [FLOOR]: await startBot({ program: FLOOR }), [OURS]: await startBot({ program: OURS }) };
  const ask = ({ sandbox }: MeasuredBot) => request(sandbox, sandbox.site.url(ARTICLE));
  try {
    for (const bot of Object.values(bots)) await byMembers(WARM_UP, 4, () => ask(bot));
    for (let round = 0; round < ROUNDS; round++)
      for (const [program, bot] of Object.entries(bots)) {
        const taken: Timing[] = await atPace(REQUESTS, PER_SECOND, () => ask(bot));
        times[program]?.push(...taken.map(({ acknowledgedMs }) => acknowledgedMs));
      }
  } finally {
    for (const bot of Object.values(bots)) await bot.close();
  }
  return ratios('kept briefing in place of a deferral', times, [
    [0.5, 'p50', 'printed'],
    [0.99, 'p99', 'printed'],
  ]);
}

function ratios(
  what: string,
  times: Readonly<Record<string, readonly number[]>>,
  wanted: readonly (readonly [share: number, name: string, target: string])[],
): Row[] {
  const at = (program: string, share: number): number => percentile(times[program] ?? [], share);
  return wanted.map(([share, name, target]) => ({
    figure: `${what} ${name} at ${PER_SECOND}/s, of the floor`,
    measured: `${(at(OURS, share) / at(FLOOR, share)).toFixed(2)} (${ms(at(OURS, share))} to ${ms(at(FLOOR, share))})`,
    target,
  }));
}

export function cachedAnswers(): Promise<Row[]> {
  return withBot(OURS, async ({ sandbox, figures }) => {
    const make = () => request(sandbox, sandbox.site.url(ARTICLE));
    await byMembers(WARM_UP, 4, make);
    const before = await figures();
    const startedAt = performance.now();
    await byMembers(1000, 32, make);
    const seconds = (performance.now() - startedAt) / 1000;
    const after = await figures();
    const burstAt = performance.now();
    await Promise.all(Array.from({ length: 200 }, make));
    const burstMs = performance.now() - burstAt;
    const cpuMs = (after.cpuMs - before.cpuMs) / 1000;
    return [
      {
        figure: 'cached briefings, answers/s (sandbox on the other core)',
        measured: (1000 / seconds).toFixed(0),
        target: '>= 120',
      },
      {
        figure: 'cached briefings, answers per CPU second of the bot',
        measured: (1000 / cpuMs).toFixed(0),
        target: '>= 120',
      },
      { figure: '200 cached at once, until the last answer', measured: ms(burstMs), target: 'printed' },
    ];
  });
}

export function freshBriefings(): Promise<Row[]> {
  const count = 100;
  return withBot(
    OURS,
    async ({ sandbox, figures }) => {
      const links = freshArticles(sandbox, count + WARM_UP);
      await byMembers(WARM_UP, 4, (number) => request(sandbox, links[number] ?? ''));
      const before = await figures();
      await byMembers(count, 4, (number) => request(sandbox, links[WARM_UP + number] ?? ''));
      const after = await figures();
      return [
        {
          figure: 'CPU per fresh briefing, model at zero latency',
          measured: ms((after.cpuMs - before.cpuMs) / count),
          target: '<= 80 ms',
        },
      ];
    },
    { hasModel: true },
  );
}

export function lagUnderBadPages(): Promise<Row[]> {
  return withBot(OURS, async ({ sandbox, figures }) => {
    await byMembers(WARM_UP, 4, () => request(sandbox, sandbox.site.url(ARTICLE)));
    const links = badPages(sandbox, 100);
    await figures();
    await byMembers(links.length, 8, (number) => request(sandbox, links[number] ?? '', { mayFail: true }));
    const { lagP99Ms, lagMaxMs } = await figures();
    return [
      {
        figure: 'event-loop lag p99 while 100 bad pages are read',
        measured: `${ms(lagP99Ms)} (longest ${ms(lagMaxMs)})`,
        target: '<= 50 ms',
      },
    ];
  });
}

/** Deep, wide, long and broken pages in turn. */
function badPages({ site }: Sandbox, count: number): string[] {
  const bodies = [
    '<div>'.repeat(100_000),
    `<p>${'<b>x'.repeat(50_000)}`,
    `<table>${'<tr><td>'.repeat(40_000)}`,
    `<p>${'a'.repeat(2_000_000)}</p>`,
    `<p ${'a=b '.repeat(100_000)}>text</p>`,
    `<p>${'“'.repeat(200_000)}</p>`,
    '<p>One sentence. </p>'.repeat(100_000),
  ];
  return Array.from({ length: count }, (_, number) => {
    const path = `/bad/${number}`;
    site.page(path, { body: `<!doctype html><title>${number}</title>${bodies[number % bodies.length] ?? ''}` });
    return site.url(path);
  });
}

const GUILDS = 2500;
const MIB_FLOOR_NAME = 'a bare client holding the same';

function fill({ discord }: Sandbox): void {
  for (let number = 0; number < GUILDS; number++) {
    const guild = discord.build.addGuild({ name: `Guild ${number}` });
    for (let channel = 0; channel < 20; channel++) discord.build.addChannel(guild, { name: `channel-${channel}` });
    for (let role = 0; role < 50; role++) discord.build.addRole(guild, { name: `role ${role}` });
    for (let emoji = 0; emoji < 30; emoji++) discord.build.addEmoji(guild, `emoji_${emoji}`);
  }
}

export async function memory(): Promise<Row[]> {
  const floor = await withBot(FLOOR, ({ figures }) => figures(), { prepare: fill });
  return withBot(
    OURS,
    async ({ sandbox, figures }) => {
      const idle = await figures();
      const links = freshArticles(sandbox, 1000);
      await byMembers(500, 4, (number) => request(sandbox, links[number] ?? ''));
      const half = await figures();
      await byMembers(500, 4, (number) => request(sandbox, links[500 + number] ?? ''));
      const done = await figures();
      const above = (value: number): string =>
        `${(value - floor.rssMiB).toFixed(0)} MiB above ${floor.rssMiB.toFixed(0)}`;
      return [
        {
          figure: `resident, ${GUILDS} guilds, idle, over ${MIB_FLOOR_NAME}`,
          measured: above(idle.rssMiB),
          target: '<= 80 MiB',
        },
        { figure: 'resident after 1,000 briefings, over the same', measured: above(done.rssMiB), target: '<= 250 MiB' },
        {
          figure: 'heap after 500 and after 1,000 briefings',
          measured: `${half.heapMiB.toFixed(0)} and ${done.heapMiB.toFixed(0)} MiB`,
          target: 'flat',
        },
      ];
    },
    { prepare: fill },
  );
}
