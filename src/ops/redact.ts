/** What must not be read in a log: taken out of every string, wherever in a record it stands. */

const GONE = '[redacted]';
/** Shorter values (the "none" of a local server) would take ordinary words with them. */
const LEAST_SECRET = 6;
/** A record is a few levels deep; what is deeper is a library's object that came in by mistake. */
const DEPTH = 6;

/** Fields whose value is a secret by their name, however the value looks. */
const SECRET_FIELD =
  /^(?:.*token|authorization|cookie|set-cookie|password|passwd|secret|client_?secret|api_?key|dsn)$/iu;
/** Numbers of tokens are no secret. */
const COUNTED = /tokens$/iu;

/** Each with what takes its place. The patterns have no nested quantifiers: they run over text from outside. */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  // Interaction and webhook tokens are good for answering as the bot.
  [/(?<path>\/(?:webhooks|interactions)\/\d{5,20}\/)[\w.-]+/giu, `$<path>${GONE}`],
  // Bot tokens: three parts of base64url.
  [/[\w-]{23,30}\.[\w-]{6,7}\.[\w-]{27,60}/gu, GONE],
  [/\b(?<scheme>Bot|Bearer|Basic)\s+[\w.~+/=-]{8,}/gu, `$<scheme> ${GONE}`],
  [/\bsk-[\w-]{8,}/gu, GONE],
  // Name and password before the host.
  [/(?<scheme>\b[a-z][a-z0-9+.-]{1,20}:\/\/)[^\s/?#@"']{1,500}@/giu, `$<scheme>${GONE}@`],
  // Whatever stands behind the question mark: sessions, signatures, addresses of readers.
  [/(?<page>\bhttps?:\/\/[^\s?#"'<>]{1,2000})\?[^\s#"'<>]*/giu, `$<page>?${GONE}`],
];

export type Redact = (value: unknown) => unknown;

/** @param secrets values to be taken out wherever they stand: the bot's token, keys, passwords in addresses */
export function createRedact(secrets: readonly (string | undefined)[]): Redact {
  const known = secrets
    .filter((secret) => secret !== undefined && secret.length >= LEAST_SECRET)
    .flatMap((secret) => [secret ?? '', encodeURIComponent(secret ?? '')])
    .sort((a, b) => b.length - a.length);

  function fromText(text: string): string {
    let clean = text;
    for (const secret of known) clean = clean.replaceAll(secret, GONE);
    for (const [pattern, instead] of PATTERNS) clean = clean.replace(pattern, instead);
    return clean;
  }

  /**
   * Name, message and code of an error and of its causes. Nothing else: discord.js keeps the interaction's token in
   * `url` and the message's text in `requestBody`.
   */
  function fromError(error: Error, depth: number): unknown {
    const { code, status } = error as { readonly code?: unknown; readonly status?: unknown };
    return {
      name: error.name,
      message: fromText(error.message),
      ...(typeof code === 'string' || typeof code === 'number' ? { code: from(code, depth) } : {}),
      ...(typeof status === 'number' ? { status } : {}),
      ...(error.cause === undefined ? {} : { cause: from(error.cause, depth + 1) }),
    };
  }

  function fromObject(value: object, depth: number): unknown {
    const entries = Object.entries(value).map(([name, each]) => {
      const isSecret = SECRET_FIELD.test(name) && !COUNTED.test(name) && typeof each !== 'number';
      return [fromText(name), isSecret ? GONE : from(each, depth + 1)];
    });
    return Object.fromEntries(entries) as unknown;
  }

  function from(value: unknown, depth: number): unknown {
    if (typeof value === 'string') return fromText(value);
    if (typeof value === 'bigint') return `${value}`;
    if (typeof value !== 'object' || value === null) return value;
    if (depth > DEPTH) return '[deeper]';
    if (value instanceof Error) return fromError(value, depth);
    if (Array.isArray(value)) return value.map((each) => from(each, depth + 1));
    return fromObject(value, depth);
  }
  return (value) => from(value, 0);
}
