/** One page through the bot's own guard and decoder, no private host allowed: for checks against real sockets. */
import { decode } from '../src/article/decode.ts';
import { createFetcher } from '../src/article/fetch.ts';

/** @throws BotError as the bot's own fetch does */
export async function fetchText(url: string): Promise<string> {
  const fetcher = createFetcher({ allowPrivateHosts: [], clock: Date.now });
  try {
    const page = await fetcher.get(url);
    return page.kind === 'page' ? decode(page.bytes, page.contentType).text : '';
  } finally {
    await fetcher.close();
  }
}
