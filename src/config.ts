/** Environment → Config, with a sentence for every mistake. The only reader of the environment. */
import { z } from 'zod';

import { type Ceilings, isPart, type ShardPlan, shardPlanOf } from '#domain';

const SECOND_MS = 1000;

const list = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((entry) => entry.trim())
      .filter(Boolean),
  );
const optional = z
  .string()
  .optional()
  .transform((text) => (text && text.trim() !== '' ? text.trim() : undefined));
const positive = (name: string, fallback: number, most = Number.MAX_SAFE_INTEGER) =>
  z
    .string()
    .optional()
    .transform((text, context) => {
      if (text === undefined || text.trim() === '') return fallback;
      const value = Number(text);
      if (Number.isFinite(value) && value > 0 && value <= most) return value;
      const limit = value > most && Number.isFinite(value) ? `at most ${most}` : 'a positive number';
      context.addIssue({ code: 'custom', message: `${name} must be ${limit}, and is "${text}".` });
      return z.NEVER;
    });
/** A number of tokens, 0 included; `fallback` when it is not set. */
const ceiling = <Fallback extends number | null>(name: string, fallback: Fallback) =>
  z
    .string()
    .optional()
    .transform((text, context): number | Fallback => {
      const written = text?.trim() ?? '';
      if (written === '') return fallback;
      const value = Number(written);
      if (Number.isSafeInteger(value) && value >= 0) return value;
      context.addIssue({ code: 'custom', message: `${name} must be a whole number of tokens, and is "${written}".` });
      return z.NEVER;
    });
/** What a provider allows in a minute; `null` when it is not set. */
const perMinute = (name: string) =>
  optional.transform((text, context): number | null => {
    if (text === undefined) return null;
    const value = Number(text);
    if (Number.isSafeInteger(value) && value > 0) return value;
    context.addIssue({ code: 'custom', message: `${name} must be a whole number above 0, and is "${text}".` });
    return z.NEVER;
  });
const url = (name: string, example: string) =>
  optional.refine((text) => text === undefined || URL.canParse(text), {
    error: (issue) => `${name} must be an address like ${example}, and is "${String(issue.input)}".`,
  });
const choice = <Value extends string>(name: string, values: readonly [Value, ...Value[]], fallback: Value) =>
  z
    .string()
    .optional()
    .transform((text, context): Value => {
      const wanted = text?.trim() || fallback;
      const found = values.find((value) => value === wanted);
      if (found) return found;
      context.addIssue({ code: 'custom', message: `${name} must be one of ${values.join(', ')}, and is "${wanted}".` });
      return z.NEVER;
    });
const price = (name: string) =>
  optional.transform((text, context): number | null => {
    if (text === undefined) return null;
    const value = Number(text);
    if (Number.isFinite(value) && value >= 0) return value;
    context.addIssue({ code: 'custom', message: `${name} must be a price per million tokens, and is "${text}".` });
    return z.NEVER;
  });
const MOST_PORT = 65_535;
/** A day. Node's timers end at once when they are set for more than 24 days. */
const MOST_TIMEOUT_S = 86_400;
/** The values of OpenAI's API description. */
const REASONING_EFFORTS = ['none', 'minimal', 'low', 'medium', 'high', 'xhigh', 'max'] as const;
const STORE_SCHEME = /^(?:memory:\/\/|sqlite:\/\/.+|rediss?:\/\/.+)$/u;

const Variables = z.object({
  DISCORD_TOKEN: optional,
  DISCORD_API_URL: url('DISCORD_API_URL', 'http://127.0.0.1:4010/api'),
  MESSAGE_CONTENT_INTENT: choice('MESSAGE_CONTENT_INTENT', ['on', 'off'], 'on'),
  OPENAI_API_KEY: optional,
  OPENAI_BASE_URL: url('OPENAI_BASE_URL', 'http://127.0.0.1:11434/v1'),
  OPENAI_MODEL: optional,
  OPENAI_TIMEOUT_S: positive('OPENAI_TIMEOUT_S', 60, MOST_TIMEOUT_S),
  OPENAI_REASONING_EFFORT: choice('OPENAI_REASONING_EFFORT', REASONING_EFFORTS, 'low'),
  OPENAI_CONTEXT_TOKENS: positive('OPENAI_CONTEXT_TOKENS', 128_000),
  OPENAI_REQUESTS_PER_MINUTE: perMinute('OPENAI_REQUESTS_PER_MINUTE'),
  OPENAI_TOKENS_PER_MINUTE: perMinute('OPENAI_TOKENS_PER_MINUTE'),
  TOKENS_PER_DAY: ceiling('TOKENS_PER_DAY', null),
  TOKENS_PER_GUILD_DAY: ceiling('TOKENS_PER_GUILD_DAY', 200_000),
  ALLOWED_GUILDS: list.refine((ids) => ids.every((id) => /^\d{5,20}$/u.test(id)), {
    error: 'ALLOWED_GUILDS must be a list of server ids, like 123456789012345678,234567890123456789.',
  }),
  STORE_URL: optional.refine((text) => text === undefined || STORE_SCHEME.test(text), {
    error: (issue) => `STORE_URL must begin with memory://, sqlite:// or redis://, and is "${String(issue.input)}".`,
  }),
  PRICE_INPUT: price('PRICE_INPUT'),
  PRICE_OUTPUT: price('PRICE_OUTPUT'),
  HTTP_PORT: optional.transform((text, context): number | null => {
    if (text === undefined || text === 'off') return null;
    const port = Number(text);
    if (Number.isInteger(port) && port >= 0 && port <= MOST_PORT) return port;
    context.addIssue({
      code: 'custom',
      message: `HTTP_PORT must be a port from 0 to 65535, or off, and is "${text}".`,
    });
    return z.NEVER;
  }),
  HTTP_HOST: optional,
  ALLOW_PRIVATE_HOSTS: list.refine((hosts) => hosts.every((host) => /^[^:]+:\d{1,5}$/u.test(host)), {
    error: 'ALLOW_PRIVATE_HOSTS must be a list of host:port, like 127.0.0.1:8080,intranet.example:80.',
  }),
  SHARDS: optional.transform((text, context): ShardPlan => {
    const plan = shardPlanOf(text ?? 'auto');
    if (typeof plan !== 'string') return plan;
    context.addIssue({ code: 'custom', message: plan });
    return z.NEVER;
  }),
  LOG_LEVEL: choice('LOG_LEVEL', ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'info'),
});

const Environment = Variables.superRefine(({ SHARDS, STORE_URL }, context) => {
  if (isPart(SHARDS) && STORE_URL === 'memory://')
    context.addIssue({
      code: 'custom',
      message:
        'SHARDS is a part, so STORE_URL must be a store that the other parts reach too (redis://), and is "memory://".',
    });
});

/** A current small model; any other goes by `OPENAI_MODEL`. */
export const DEFAULT_MODEL = 'gpt-5-mini';

export interface Config {
  readonly discord: {
    readonly token: string | undefined;
    readonly apiUrl: string | undefined;
    readonly hasMessageContent: boolean;
  };
  /** `null`: no key and no base URL, so the embedded engine answers. */
  readonly model: {
    readonly apiKey: string;
    readonly baseURL: string | undefined;
    readonly name: string;
    readonly timeoutMs: number;
    /** How long the model may think before it answers, where its server takes that. */
    readonly reasoningEffort: (typeof REASONING_EFFORTS)[number];
    readonly contextTokens: number;
    /** What the provider allows this account in a minute, all processes together; `null`: neither is told. */
    readonly limits: { readonly requestsPerMinute: number | null; readonly tokensPerMinute: number | null } | null;
  } | null;
  readonly ceilings: Ceilings;
  /** Money per million tokens; `null`: tokens are shown, no money. */
  readonly prices: { readonly input: number | null; readonly output: number | null };
  /** Where `/healthz`, `/readyz` and `/metrics` are; `port` `null`: nowhere. */
  readonly http: { readonly host: string; readonly port: number | null };
  readonly storeUrl: string;
  readonly shards: ShardPlan;
  readonly allowPrivateHosts: readonly string[];
  readonly logLevel: string;
}

/** What no log may show. */
export function secretsOf({ discord, model, storeUrl }: Config): readonly (string | undefined)[] {
  const password = storeUrl.startsWith('redis') && URL.canParse(storeUrl) ? new URL(storeUrl).password : '';
  // Local servers take any key; a word like "none" is no secret.
  const key = model?.apiKey === 'none' ? undefined : model?.apiKey;
  return [discord.token, key, password, /%(?![\da-f]{2})/iu.test(password) ? undefined : decodeURIComponent(password)];
}

/** Said by every entry point that needs a token and finds none. */
export const NO_TOKEN_SENTENCE =
  'DISCORD_TOKEN is missing: copy .env.example to .env and fill it in, or run "npm run sandbox" to try the bot without an account.';

/** Every mistake in the environment, one sentence each. */
export class ConfigError extends Error {
  readonly sentences: readonly string[];
  constructor(sentences: readonly string[]) {
    super(sentences.join('\n'));
    this.sentences = sentences;
  }
}

/** @throws ConfigError listing every mistake at once */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Config {
  const parsed = Environment.safeParse(environment);
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map((issue) => issue.message));
  const values = parsed.data;
  const hasModel = values.OPENAI_API_KEY !== undefined || values.OPENAI_BASE_URL !== undefined;
  return {
    discord: {
      token: values.DISCORD_TOKEN,
      apiUrl: values.DISCORD_API_URL,
      hasMessageContent: values.MESSAGE_CONTENT_INTENT === 'on',
    },
    model: hasModel
      ? {
          // Local servers take any key, and the SDK wants one that is not empty.
          apiKey: values.OPENAI_API_KEY ?? 'none',
          baseURL: values.OPENAI_BASE_URL,
          name: values.OPENAI_MODEL ?? DEFAULT_MODEL,
          timeoutMs: values.OPENAI_TIMEOUT_S * SECOND_MS,
          reasoningEffort: values.OPENAI_REASONING_EFFORT,
          contextTokens: values.OPENAI_CONTEXT_TOKENS,
          limits: limitsOf(values.OPENAI_REQUESTS_PER_MINUTE, values.OPENAI_TOKENS_PER_MINUTE),
        }
      : null,
    ceilings: {
      tokensPerDay: values.TOKENS_PER_DAY,
      tokensPerGuildDay: values.TOKENS_PER_GUILD_DAY,
      allowedGuilds: values.ALLOWED_GUILDS.length > 0 ? values.ALLOWED_GUILDS : null,
    },
    prices: { input: values.PRICE_INPUT, output: values.PRICE_OUTPUT },
    http: { host: values.HTTP_HOST ?? '127.0.0.1', port: values.HTTP_PORT },
    storeUrl: values.STORE_URL ?? 'sqlite://data/verbatim.sqlite',
    shards: values.SHARDS,
    allowPrivateHosts: values.ALLOW_PRIVATE_HOSTS,
    logLevel: values.LOG_LEVEL,
  };
}

function limitsOf(requestsPerMinute: number | null, tokensPerMinute: number | null) {
  return requestsPerMinute === null && tokensPerMinute === null ? null : { requestsPerMinute, tokensPerMinute };
}
