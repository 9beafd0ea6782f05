/** The REST server: finds the route of a request, applies limits and planted faults, and records everything. */
import type { IncomingMessage, ServerResponse } from 'node:http';

import { readBody, sameRoute, sendJson } from '../common/http.ts';
import { asJson } from '../common/json.ts';
import type { BodyValidator } from '../common/validation.ts';
import { DiscordError, failure } from './errors.ts';
import { type Answer, answerWithFault, type Faults, takesEffect } from './faults.ts';
import { type ParsedBody, parseBody } from './multipart.ts';
import type { RateLimits } from './rate-limits.ts';
import type { Route } from './route.ts';
import type { World } from './world.ts';

/** A request that came to the REST server, and what it was answered. */
export interface RecordedRequest {
  method: string;
  /** Path behind `/api/v10`, without the query. */
  path: string;
  /** The template of the route it met, undefined for an unknown one. */
  route: string | undefined;
  query: string;
  body: unknown;
  files: { filename: string; size: number }[];
  hasBotToken: boolean;
  at: number;
  /** 0 while it is open, or when no answer was sent. */
  status: number;
  /** Discord's error code in the answer, if any. */
  code: number | undefined;
  fault: string | undefined;
  /** From its arrival to its answer. */
  tookMs: number | undefined;
  /** Where the body breaks the official description; [] also for a body that never reached its route. */
  problems: string[];
  /** The message that it made, read or changed, as far as the answer tells. */
  messageId: string | undefined;
}

export interface RestServer {
  handle: (request: IncomingMessage, response: ServerResponse) => void;
  requests: RecordedRequest[];
  /** Requests that have come and have no answer yet, hung ones not counted. */
  openCount(): number;
}

export interface RestParts {
  world: World;
  routes: Route[];
  faults: Faults;
  limits: RateLimits;
  validator: BodyValidator;
}

const PREFIX = /^\/api(?:\/v(\d+))?(?=\/)/u;

export function createRestServer(parts: RestParts): RestServer {
  const requests: RecordedRequest[] = [];
  let open = 0;
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', 'http://sandbox');
    if (serveAttachment(parts.world, url, response)) return;
    // Clients escape `@original` and emoji in paths.
    const path = decodeURIComponent(url.pathname.replace(PREFIX, ''));
    const method = request.method ?? 'GET';
    const route = parts.routes.find((one) => one.method === method && sameRoute(one.template, path));
    const bytes = await readBody(request);
    const record: RecordedRequest = {
      method,
      path,
      route: route?.template,
      query: url.search,
      body: undefined,
      files: [],
      hasBotToken: request.headers.authorization === `Bot ${parts.world.token}`,
      at: parts.world.clock.now(),
      status: 0,
      code: undefined,
      fault: undefined,
      tookMs: undefined,
      problems: [],
      messageId: undefined,
    };
    const startedAt = performance.now();
    const finish = () => {
      record.tookMs = performance.now() - startedAt;
    };
    response.once('close', finish).once('finish', finish);
    requests.push(record);
    const contentType = request.headers['content-type'] ?? '';
    const parse = () => parseBody(bytes, contentType, parts.world.nextId);
    const run = () => answerTo(parts, route, record, url.searchParams, parse);
    const fault = parts.faults.take(method, path);
    if (fault) {
      record.fault = fault.kind;
      const hasEffect = takesEffect(fault);
      if (!hasEffect) record.body = (await parse()).json;
      // What was sent is looked at whatever is answered.
      if (!hasEffect && route) record.problems = parts.validator.check(method, path, record.body);
      const good = hasEffect ? await run() : { status: 200, body: {} };
      if (hasEffect) record.code = codeOf(good);
      record.status = await answerWithFault(response, fault, good);
      return;
    }
    const answer = await run();
    record.status = answer.status;
    record.code = codeOf(answer);
    record.messageId = messageOf(record, answer);
    sendJson(response, answer.status, answer.body, answer.headers);
  };
  return {
    requests,
    openCount: () => open,
    handle(request, response) {
      open += 1;
      serve(request, response)
        .catch((error: unknown) => {
          // A fault of the sandbox itself must be loud: a test that sees this 500 has found a bug here.
          console.error('sandbox: a Discord route failed', error);
          sendJson(response, 500, { message: `sandbox fault: ${String(error)}`, code: 0 });
        })
        .finally(() => {
          open -= 1;
          parts.world.changes.notify();
        });
    },
  };
}

async function answerTo(
  parts: RestParts,
  route: Route | undefined,
  record: RecordedRequest,
  query: URLSearchParams,
  parse: () => Promise<ParsedBody>,
): Promise<Answer> {
  const { headers, refusal } = parts.limits.count(record.method, record.path);
  if (refusal) return { status: 429, body: refusal, headers };
  try {
    const { json, files } = await parse();
    record.body = json;
    record.files = files.map((file) => ({ filename: file.filename, size: file.bytes.length }));
    if (!route?.isOpen && !record.hasBotToken) throw new DiscordError(401, 0, '401: Unauthorized');
    if (!route) throw new DiscordError(404, 0, '404: Not Found');
    record.problems = parts.validator.check(record.method, record.path, json);
    const params = route.template
      .split('/')
      .flatMap((part, at) => (part.startsWith('{') ? [record.path.split('/')[at] ?? ''] : []));
    const answer = route.handle({ world: parts.world, params, body: asJson(json), rawBody: json, files, query });
    return { ...answer, headers: { ...headers, ...answer.headers } };
  } catch (error) {
    if (error instanceof DiscordError) return { status: error.status, body: error.body(), headers };
    throw error;
  }
}

function codeOf(answer: Answer): number | undefined {
  if (answer.status < 400 || Array.isArray(answer.body)) return undefined;
  const code = answer.body?.['code'];
  return typeof code === 'number' ? code : undefined;
}

function messageOf(record: RecordedRequest, answer: Answer): string | undefined {
  const named = /\/messages\/(\d+)/u.exec(record.path)?.[1];
  if (named !== undefined || answer.status >= 400) return named;
  const isMessage = /\/messages$|^\/webhooks\//u.test(record.path);
  const body = asJson(answer.body);
  return isMessage && typeof body['id'] === 'string' ? body['id'] : undefined;
}

/** Uploaded files can be downloaded again, as from Discord's CDN. */
function serveAttachment(world: World, url: URL, response: ServerResponse): boolean {
  const id = /^\/attachments\/(\d+)\//u.exec(url.pathname)?.[1];
  if (id === undefined) return false;
  const all = [...world.messages.values()].flatMap((message) => message.attachments);
  const attachment = all.find((one) => one.id === id) ?? world.uploads.get(id);
  if (!attachment) sendJson(response, 404, failure(10008).body());
  else
    response
      .writeHead(200, { 'content-type': attachment.contentType, 'content-length': String(attachment.bytes.length) })
      .end(attachment.bytes);
  return true;
}
