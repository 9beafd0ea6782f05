/** Requests as members of a server make them. */
import { setTimeout as sleep } from 'node:timers/promises';

import type { Sandbox } from '#sandbox';

export interface Timing {
  readonly acknowledgedMs: number;
  readonly answeredMs: number;
}

const LONGEST_WAIT_MS = 120_000;

/** How far the bot is, which is no answer yet. */
const PROGRESS =
  /Fetching the article|Reading (?:the text|[\d,]+ words?)|Checking the draft|in the queue|More is being written/u;
/** The foot of a briefing, and all that the floor bot says. */
const ANSWERED = /Checked against the article|^done$/u;
let members = 0;

/** Each request is another member's: one alone would be told to wait. @throws Error when the answer is a refusal */
export async function request({ discord }: Sandbox, article: string, { mayFail = false } = {}): Promise<Timing> {
  members += 1;
  const user = discord.build.addMember(discord.guild, `Member ${members}`);
  const startedAt = performance.now();
  const run = discord.act.slash({ channel: discord.news, user, command: 'summarise', options: { article } });
  await run.acknowledged({ timeoutMs: LONGEST_WAIT_MS });
  const acknowledgedMs = performance.now() - startedAt;
  const { text } = await run.answered({ timeoutMs: LONGEST_WAIT_MS, matching: (shown) => !PROGRESS.test(shown.text) });
  if (!mayFail && !ANSWERED.test(text)) throw new Error(`no briefing but: ${text.slice(0, 200)}`);
  return { acknowledgedMs, answeredMs: performance.now() - startedAt };
}

/**
 * One whose answer takes long: measured is the acknowledgement. `answered` waits for the answer, whatever it is; only when
 * called, since whoever waits is woken by every change in the sandbox, and hundreds who wait would be what is measured.
 */
export async function acknowledgement(
  { discord }: Sandbox,
  article: string,
): Promise<{ readonly acknowledgedMs: number; readonly answered: () => Promise<unknown> }> {
  members += 1;
  const user = discord.build.addMember(discord.guild, `Member ${members}`);
  const startedAt = performance.now();
  const run = discord.act.slash({ channel: discord.news, user, command: 'summarise', options: { article } });
  await run.acknowledged({ timeoutMs: LONGEST_WAIT_MS });
  const acknowledgedMs = performance.now() - startedAt;
  const matching = ({ text }: { readonly text: string }): boolean => !PROGRESS.test(text);
  return { acknowledgedMs, answered: () => run.answered({ timeoutMs: LONGEST_WAIT_MS, matching }) };
}

/** Requests at an even pace, whether or not those before are answered. */
export async function atPace<Result>(count: number, perSecond: number, make: () => Promise<Result>): Promise<Result[]> {
  const startedAt = performance.now();
  const waiting: Promise<Result>[] = [];
  for (let number = 0; number < count; number++) {
    waiting.push(make());
    const nextAt = startedAt + ((number + 1) * 1000) / perSecond;
    await sleep(Math.max(0, nextAt - performance.now()));
  }
  return Promise.all(waiting);
}

/** Requests by so many members who each wait for their answer before asking again. */
export async function byMembers(
  count: number,
  members: number,
  make: (number: number) => Promise<unknown>,
): Promise<void> {
  let next = 0;
  const member = async (): Promise<void> => {
    while (next < count) await make(next++);
  };
  await Promise.all(Array.from({ length: members }, member));
}

/** Serves so many articles of one length that have no sentence in common with the others but their shape. */
export function freshArticles({ site }: Sandbox, count: number): string[] {
  const pattern = site.articles[0];
  if (!pattern) throw new Error('the news site has no article');
  return Array.from({ length: count }, (_, number) => {
    const path = `/fresh/${number}`;
    const paragraphs = Array.from({ length: PARAGRAPH_ROUNDS }, (__, round) =>
      pattern.paragraphs.map((text) => `<p>${text.replace(/\d+/u, String(number * PARAGRAPH_ROUNDS + round + 2))}</p>`),
    ).flat();
    site.page(path, {
      body: `<!doctype html><html lang="en"><title>Report ${number}</title><article><h1>Report ${number}</h1>${paragraphs.join('\n')}</article></html>`,
    });
    return site.url(path);
  });
}

/** Three times 330 words: about a thousand. */
const PARAGRAPH_ROUNDS = 3;
