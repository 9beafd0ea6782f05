/** Serves the page on which a person tries the bot, on loopback, for browsers of this machine. */
import type { IncomingMessage, ServerResponse } from 'node:http';

import { listenOnLoopback, readBody, sendJson } from '../common/http.ts';
import { asJson, textOf } from '../common/json.ts';
import type { Sandbox } from '../sandbox.ts';
import { createPerformer, isAct } from './acts.ts';
import { createBehindBook } from './behind.ts';
import { CONTENT_SECURITY_POLICY, clientFile } from './client-files.ts';
import type { PageAct } from './shapes.ts';
import { openStream } from './stream.ts';

export interface PageOptions {
  port?: number | undefined;
  /** Which engine the bot said that it uses. */
  engine?: () => string;
  /** What the person at the page must know from the start. */
  notices?: readonly string[];
}

export interface Page {
  /** `http://127.0.0.1:PORT/`. */
  url: string;
  port: number;
  /** Takes a record of what the bot did, for the look behind an answer. */
  tell(record: unknown): void;
  close(): Promise<void>;
}

/** A file of 10 MiB in base64, and some room. */
const BODY_LIMIT_BYTES = 15 * 1024 * 1024;

/** The page on which a person tries the bot. On loopback only, for browsers of this machine only. */
export async function createPage(sandbox: Sandbox, options: PageOptions = {}): Promise<Page> {
  const { discord } = sandbox;
  const perform = createPerformer(discord);
  const book = createBehindBook(discord);
  const streams = new Set<() => void>();
  const settings = {
    engine: options.engine ?? (() => ''),
    siteUrl: sandbox.site.url('/'),
    articles: sandbox.site.offers.map(({ path, title, note }) => ({ title, note, url: sandbox.site.url(path) })),
    notices: options.notices ?? [],
  };
  const humans = () => new Set([discord.member.id, discord.admin.id]);

  const listening = await listenOnLoopback((request, response) => {
    serve(request, response).catch((error: unknown) => {
      console.error('sandbox: the page failed', error);
      sendJson(response, 500, { error: `The page failed: ${String(error)}` });
    });
  }, options.port);

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refusal = refusalOf(request, listening.port);
    if (refusal) return sendJson(response, 403, { error: refusal });
    const url = new URL(request.url ?? '/', 'http://page');
    const user = url.searchParams.get('user') ?? '';
    if (request.method === 'POST' && url.pathname === '/act') return act(request, response);
    if (request.method !== 'GET') return sendJson(response, 405, { error: 'Only GET and POST /act are served here.' });
    if (url.pathname === '/stream') {
      if (user !== '' && !humans().has(user)) return sendJson(response, 404, { error: 'There is no such person.' });
      const close = openStream(discord, user || discord.member.id, settings, response);
      streams.add(close);
      response.once('close', () => streams.delete(close));
      return;
    }
    if (url.pathname === '/behind') return sendBehind(url.searchParams.get('message') ?? '', response);
    if (url.pathname.startsWith('/files/')) return sendFile(url.pathname, response);
    const file = clientFile(url.pathname);
    if (!file) return sendJson(response, 404, { error: 'There is no such page.' });
    response
      .writeHead(200, { ...SAFE_HEADERS, 'content-type': file.contentType, 'cache-control': 'no-cache' })
      .end(file.body);
  }

  async function act(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!request.headers['content-type']?.startsWith('application/json'))
      return sendJson(response, 415, { error: 'Acts are sent as JSON.' });
    if (Number(request.headers['content-length'] ?? 0) > BODY_LIMIT_BYTES)
      return sendJson(response, 413, { error: 'This is too large: files may have up to 10 MiB.' });
    const body = asJson(parsed((await readBody(request)).toString('utf8')));
    const user = textOf(body['user']);
    const wanted = asJson(body['act']);
    if (!humans().has(user) || !isAct(wanted))
      return sendJson(response, 400, { error: 'This is no act of a person here.' });
    sendJson(response, 200, await perform(user, wanted as unknown as PageAct));
  }

  function sendBehind(message: string, response: ServerResponse): void {
    const behind = book.of(message);
    if (behind) sendJson(response, 200, behind);
    else sendJson(response, 404, { error: 'Nothing is known about this message.' });
  }

  function sendFile(path: string, response: ServerResponse): void {
    const id = path.split('/')[2] ?? '';
    const attached = [...discord.world.messages.values()].flatMap((message) => message.attachments);
    const file = attached.find((one) => one.id === id);
    if (!file) return sendJson(response, 404, { error: 'There is no such file.' });
    // Only pictures are shown in place; anything else could be a page of its own with our address.
    const isPicture = /^image\/(?:png|jpeg|gif|webp)$/u.test(file.contentType);
    response
      .writeHead(200, {
        ...SAFE_HEADERS,
        'content-type': isPicture ? file.contentType : 'application/octet-stream',
        ...(isPicture ? {} : { 'content-disposition': 'attachment' }),
      })
      .end(file.bytes);
  }

  return {
    url: `http://127.0.0.1:${listening.port}/`,
    port: listening.port,
    tell: (record) => book.tell(record),
    async close() {
      for (const close of streams) close();
      await listening.close();
    },
  };
}

const SAFE_HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
} as const;

/**
 * Why a request is not served. A page from elsewhere can make a browser send requests to this address; it can neither
 * fake the Host (a name that was rebound to loopback keeps its own) nor the Origin.
 */
function refusalOf(request: IncomingMessage, port: number): string | undefined {
  const hosts = ['127.0.0.1', 'localhost', '[::1]'].map((name) => `${name}:${port}`);
  if (!hosts.includes(request.headers.host ?? '')) return 'This page is for this machine only: its host is 127.0.0.1.';
  const { origin } = request.headers;
  if (origin !== undefined && !hosts.some((host) => origin === `http://${host}`))
    return 'Requests from other sites are refused.';
  if (request.headers['sec-fetch-site'] === 'cross-site' && request.headers['sec-fetch-mode'] !== 'navigate')
    return 'Requests from other sites are refused.';
  return undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
