/** Faults that tests plant in the REST API, and how each of them answers. */
import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

import { sameRoute, sendJson } from '../common/http.ts';
import type { Json } from '../common/json.ts';

/** What goes wrong with a REST request. */
export type Fault =
  | { kind: 'status'; status: number; code?: number; message?: string; headers?: Record<string, string> }
  | { kind: 'rateLimit'; retryAfterS: number; isGlobal?: boolean }
  /** A 429 of the proxy in front: HTML, no rate-limit headers. */
  | { kind: 'htmlRateLimit' }
  /** Headers never come. */
  | { kind: 'hang'; takesEffect?: boolean }
  /** Headers come, the body stops in the middle. */
  | { kind: 'stallBody'; takesEffect?: boolean }
  | { kind: 'cut'; when: 'before' | 'after' }
  | { kind: 'cutJson'; takesEffect?: boolean }
  | { kind: 'delay'; ms: number };

interface FaultRule {
  /** `route` is a template such as `/channels/{channel_id}/messages` (names in braces do not matter) or a pattern on the path. */
  match: { method?: string; route?: string | RegExp };
  /** How often it happens; default 1. */
  times?: number;
  /** How many matching requests pass before. */
  after?: number;
  respond: Fault;
}

export interface Faults {
  add(rule: FaultRule): void;
  clear(): void;
  /** The fault that this request meets, if any; uses it up. */
  take(method: string, path: string): Fault | undefined;
}

export function createFaults(): Faults {
  let rules: { rule: FaultRule; left: number; skip: number }[] = [];
  return {
    add(rule) {
      rules.push({ rule, left: rule.times ?? 1, skip: rule.after ?? 0 });
    },
    clear() {
      rules = [];
    },
    take(method, path) {
      const entry = rules.find(({ rule, left }) => left > 0 && matches(rule.match, method, path));
      if (!entry) return undefined;
      if (entry.skip > 0) {
        entry.skip -= 1;
        return undefined;
      }
      entry.left -= 1;
      return entry.rule.respond;
    },
  };
}

function matches(match: FaultRule['match'], method: string, path: string): boolean {
  if (match.method && match.method.toUpperCase() !== method) return false;
  if (match.route === undefined) return true;
  if (match.route instanceof RegExp) return match.route.test(path);
  return sameRoute(match.route, path);
}

/** True when the request is to be carried out although the answer goes wrong. */
export function takesEffect(fault: Fault): boolean {
  if (fault.kind === 'cut') return fault.when === 'after';
  if (fault.kind === 'delay') return true;
  if (fault.kind === 'stallBody' || fault.kind === 'cutJson') return fault.takesEffect !== false;
  return fault.kind === 'hang' && fault.takesEffect === true;
}

/** Answers with the fault; `good` is what would have been answered. Gives the status that was sent (0: none). */
export async function answerWithFault(response: ServerResponse, fault: Fault, good: Answer): Promise<number> {
  const text = good.body === undefined ? '' : JSON.stringify(good.body);
  switch (fault.kind) {
    case 'status':
      sendJson(
        response,
        fault.status,
        { message: fault.message ?? `${fault.status}: planted`, code: fault.code ?? 0 },
        fault.headers,
      );
      return fault.status;
    case 'rateLimit': {
      const scope = fault.isGlobal ? 'global' : 'user';
      sendJson(
        response,
        429,
        { message: 'You are being rate limited.', retry_after: fault.retryAfterS, global: fault.isGlobal === true },
        {
          'retry-after': String(Math.ceil(fault.retryAfterS)),
          'x-ratelimit-scope': scope,
          via: '1.1 sandbox',
          ...(fault.isGlobal ? { 'x-ratelimit-global': 'true' } : {}),
        },
      );
      return 429;
    }
    case 'htmlRateLimit':
      response
        .writeHead(429, { 'content-type': 'text/html' })
        .end('<html><body><h1>Error 1015</h1>You are being rate limited</body></html>');
      return 429;
    case 'hang':
      return 0;
    case 'stallBody':
      response.writeHead(good.status, { 'content-type': 'application/json', ...good.headers });
      response.write(text.slice(0, Math.floor(text.length / 2)) || '{');
      return good.status;
    case 'cut':
      response.socket?.destroy();
      return 0;
    case 'cutJson':
      response.writeHead(good.status === 204 ? 200 : good.status, {
        'content-type': 'application/json',
        ...good.headers,
      });
      response.end(text.slice(0, Math.floor(text.length / 2)) || '{"id":');
      return good.status;
    case 'delay':
      await delay(fault.ms);
      sendJson(response, good.status, good.body, good.headers);
      return good.status;
  }
}

export interface Answer {
  status: number;
  body: Json | Json[] | undefined;
  headers?: Record<string, string>;
}
