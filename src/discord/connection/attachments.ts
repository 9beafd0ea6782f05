/** Files that people attach: fetched from Discord's own hosts and nowhere else. */
import { BotError } from '#domain';

import type { Download } from '../contracts/attachment.ts';

const HOSTS = new Set(['cdn.discordapp.com', 'media.discordapp.net']);
const LIMIT_BYTES = 10 * 1024 * 1024;
const DEADLINE_MS = 20_000;

/** @param apiUrl of a stand-in Discord, which serves its own files */
export function createDownload(apiUrl: string | undefined): Download {
  const own = apiUrl ? new URL(apiUrl).host : null;
  return async (file, signal) => {
    const { name, url, size } = file;
    const tooLarge = new BotError('file-too-large', { name, bytes: size, limitBytes: LIMIT_BYTES });
    if (size > LIMIT_BYTES) throw tooLarge;
    const { host, protocol } = new URL(url);
    if (host !== own && !(HOSTS.has(host) && protocol === 'https:'))
      throw new BotError('file-unreadable', { path: name });
    try {
      const deadline = AbortSignal.any([signal, AbortSignal.timeout(DEADLINE_MS)]);
      const response = await fetch(url, { redirect: 'error', signal: deadline });
      if (!response.ok) throw new Error(`status ${response.status}`);
      const bytes = new Uint8Array(await response.arrayBuffer());
      if (bytes.length > LIMIT_BYTES) throw tooLarge;
      return bytes;
    } catch (error) {
      if (error instanceof BotError) throw error;
      throw new BotError('file-unreadable', { path: name }, { cause: error });
    }
  };
}
