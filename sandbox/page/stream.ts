/** Tells the browser what a person sees, and then what changes, as server-sent events. */
import type { ServerResponse } from 'node:http';

import type { DiscordSandbox } from '../discord/discord.ts';
import type { PageThings, PageUpdate } from './shapes.ts';
import { type ViewSettings, viewOf } from './view.ts';

/** Changes that come together are told together. */
const COLLECT_MS = 25;
/** Some things change by time alone: typing ends, a use becomes too late. */
const LOOK_AGAIN_MS = 1000;

/** Sends what this person sees, and then what changes, as server-sent events. Gives how to end it. */
export function openStream(
  discord: DiscordSandbox,
  userId: string,
  settings: ViewSettings,
  response: ServerResponse,
): () => void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  let sent = new Map<string, string>();
  let isStart = true;
  let timer: NodeJS.Timeout | undefined;
  const tell = () => {
    timer = undefined;
    const things = viewOf(discord, userId, settings);
    const now = new Map(Object.entries(things).map(([key, thing]) => [key, JSON.stringify(thing)]));
    const changed = Object.entries(things).filter(([key]) => now.get(key) !== sent.get(key));
    const drop = [...sent.keys()].filter((key) => !now.has(key));
    sent = now;
    if (!isStart && changed.length === 0 && drop.length === 0) return;
    const update: PageUpdate = { isStart, put: Object.fromEntries(changed) as PageThings, drop };
    isStart = false;
    response.write(`data: ${JSON.stringify(update)}\n\n`);
  };
  const stop = discord.listen(() => {
    timer ??= setTimeout(tell, COLLECT_MS);
  });
  const again = setInterval(tell, LOOK_AGAIN_MS);
  const end = () => {
    stop();
    clearTimeout(timer);
    clearInterval(again);
    response.end();
  };
  response.once('close', end);
  tell();
  return end;
}
