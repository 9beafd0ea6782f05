/** robots.txt (RFC 9309), for pages that nobody asked for by name. */
import robotsModule from 'robots-parser';

import { BotError, type Clock } from '#domain';

/** The module is the function; its types describe an ES module with a default export, which it is not. */
type RobotsParser = (url: string, text: string) => { isAllowed(url: string, userAgent: string): boolean | undefined };
const robotsParser = robotsModule as unknown as RobotsParser;
const KEPT_MS = 60 * 60 * 1000;
const MAX_SITES = 500;

export interface RobotsOptions {
  readonly userAgent: string;
  readonly clock: Clock;
  /** @throws BotError as a fetch does */
  readonly fetchText: (url: string, signal?: AbortSignal) => Promise<string>;
}

export interface Robots {
  allows(url: URL, signal?: AbortSignal): Promise<boolean>;
}

/** The rules of a site: text, or one answer for everything. */
type Rules = { readonly text: string } | 'all' | 'none';

export function createRobots(options: RobotsOptions): Robots {
  const sites = new Map<string, { readonly rules: Promise<Rules>; readonly until: number }>();

  function rulesOf(origin: string, signal: AbortSignal | undefined): Promise<Rules> {
    const known = sites.get(origin);
    if (known && known.until > options.clock()) return known.rules;
    const rules = fetchRules(options, `${origin}/robots.txt`, signal);
    sites.delete(origin);
    if (sites.size >= MAX_SITES) sites.delete(sites.keys().next().value ?? '');
    sites.set(origin, { rules, until: options.clock() + KEPT_MS });
    rules.catch(() => sites.delete(origin));
    return rules;
  }

  return {
    async allows(url, signal) {
      const rules = await rulesOf(url.origin, signal);
      if (rules === 'all' || rules === 'none') return rules === 'all';
      return robotsParser(`${url.origin}/robots.txt`, rules.text).isAllowed(url.href, options.userAgent) ?? true;
    },
  };
}

/** No such file: everything is allowed. A server in trouble: nothing is, until it can say (RFC 9309, 2.3.1). */
async function fetchRules({ fetchText }: RobotsOptions, url: string, signal: AbortSignal | undefined): Promise<Rules> {
  try {
    return { text: await fetchText(url, signal) };
  } catch (error) {
    if (!(error instanceof BotError)) throw error;
    if (error.code === 'cancelled' || error.code === 'link-timeout') throw error;
    const { facts } = error;
    const status = 'status' in facts ? Number(facts.status) : 0;
    if (status >= 400 && status < 500 && status !== 429) return 'all';
    if (error.code === 'link-unreachable' || error.code === 'link-unresolved' || error.code === 'link-refused')
      throw error;
    return 'none';
  }
}
