/** Rate limits of the REST API: buckets by route, and the global limit of 50 requests a second. */
import { createHash } from 'node:crypto';

import type { Json } from '../common/json.ts';

/** How many requests a bucket lets through in a time. */
interface BucketSize {
  limit: number;
  windowMs: number;
}

/**
 * Plausible sizes; Discord does not publish them and asks clients to read the headers.
 * 5 in 2 s for webhooks and 5 in 5 s for channel messages are what clients usually see.
 */
const SIZES: [method: string, route: RegExp, size: BucketSize][] = [
  ['*', /^\/webhooks\//u, { limit: 5, windowMs: 2000 }],
  ['POST', /^\/channels\/\d+\/messages$/u, { limit: 5, windowMs: 5000 }],
  ['PATCH', /^\/channels\/\d+\/messages\/\d+$/u, { limit: 5, windowMs: 5000 }],
  ['PUT', /\/reactions\//u, { limit: 1, windowMs: 250 }],
  ['DELETE', /\/reactions\//u, { limit: 1, windowMs: 250 }],
];
const OTHERS: BucketSize = { limit: 50, windowMs: 1000 };
/** Requests a second of one bot; interaction routes are outside of it. */
const GLOBAL: BucketSize = { limit: 50, windowMs: 1000 };

export interface RateLimits {
  /** Off for load tests that measure the bot and not Discord's limits. */
  isEnforced: boolean;
  /** Counts a request: the headers to send, and the 429 when the bucket is empty. */
  count(method: string, path: string): { headers: Record<string, string>; refusal?: Json };
}

export function createRateLimits(): RateLimits {
  const buckets = new Map<string, { used: number; resetAt: number }>();
  const use = (key: string, size: BucketSize) => {
    const now = performance.now();
    const known = buckets.get(key);
    const bucket = known && known.resetAt > now ? known : { used: 0, resetAt: now + size.windowMs };
    buckets.set(key, bucket);
    const resetAfterS = (bucket.resetAt - now) / 1000;
    if (bucket.used >= size.limit) return { isFull: true, remaining: 0, resetAfterS };
    bucket.used += 1;
    return { isFull: false, remaining: size.limit - bucket.used, resetAfterS };
  };
  return {
    isEnforced: true,
    count(method, path) {
      if (path.startsWith('/interactions/') || !this.isEnforced) return { headers: {} };
      const size = SIZES.find(([verb, route]) => (verb === '*' || verb === method) && route.test(path))?.[2] ?? OTHERS;
      const bucket = bucketOf(method, path);
      const state = use(bucket, size);
      const headers = {
        'x-ratelimit-limit': String(size.limit),
        'x-ratelimit-remaining': String(state.remaining),
        'x-ratelimit-reset': String(Date.now() / 1000 + state.resetAfterS),
        'x-ratelimit-reset-after': state.resetAfterS.toFixed(3),
        'x-ratelimit-bucket': createHash('md5')
          .update(bucket.replace(/\d{17,20}/gu, 'id'))
          .digest('hex'),
      };
      if (state.isFull) return refused(headers, state.resetAfterS, false);
      const isExempt = path.startsWith('/webhooks/');
      const all = isExempt ? undefined : use('global', GLOBAL);
      return all?.isFull ? refused(headers, all.resetAfterS, true) : { headers };
    },
  };
}

function refused(headers: Record<string, string>, retryAfterS: number, isGlobal: boolean) {
  return {
    headers: {
      ...headers,
      'retry-after': String(Math.ceil(retryAfterS)),
      'x-ratelimit-scope': isGlobal ? 'global' : 'user',
      ...(isGlobal ? { 'x-ratelimit-global': 'true' } : {}),
    },
    refusal: { message: 'You are being rate limited.', retry_after: Number(retryAfterS.toFixed(3)), global: isGlobal },
  };
}

/** Method, route shape and the major parameter (channel, guild, webhook with its token). */
function bucketOf(method: string, path: string): string {
  const parts = path.split('/');
  const isWebhook = parts[1] === 'webhooks';
  const major = parts.slice(1, isWebhook ? 4 : 3).join('/');
  const rest = parts
    .slice(isWebhook ? 4 : 3)
    .map((part, at, all) => (all[at - 1] === 'reactions' ? 'emoji' : part.replace(/^\d{17,20}$/u, 'id')));
  return `${isWebhook ? '' : method} ${major} ${rest.join('/')}`;
}
