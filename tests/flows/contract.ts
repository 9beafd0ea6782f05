/**
 * Bodies the bot sends, held against the official API descriptions where they are at hand (`../shared/specs`, not part of
 * the project). No body is waived.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

const FOLDER = join(import.meta.dirname, '..', '..', '..', 'shared', 'specs');
export const hasDescriptions = existsSync(join(FOLDER, 'discord.json'));

export interface SentBody {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

interface Description {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { requestBody?: { content?: Record<string, unknown> } }>>>
  >;
}

/** OpenAI's description says `nullable` beside no type, which no validator takes. Leaving it out is the stricter reading. */
function withoutLoneNullable(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('nullable' in value) || 'type' in value) return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== 'nullable'));
}

function open(file: string, prefix: string) {
  const description = JSON.parse(readFileSync(join(FOLDER, file), 'utf8'), withoutLoneNullable) as Description;
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false, discriminator: false });
  formats.default(ajv);
  ajv.addSchema(description, file);
  const templates = Object.keys(description.paths)
    .map((path) => ({
      path,
      pattern: new RegExp(`^${path.replace(/[.]/gu, '\\.').replace(/\{[^}]+\}/gu, '[^/]+')}$`, 'u'),
    }))
    // A path without variables wins over one with them.
    .sort((a, b) => a.path.split('{').length - b.path.split('{').length);
  return ({ method, path, body }: SentBody): string[] => {
    const bare = path.startsWith(prefix) ? path.slice(prefix.length) : path;
    const template = templates.find(({ pattern }) => pattern.test(bare));
    const operation = template && description.paths[template.path]?.[method.toLowerCase()];
    if (!template || !operation) return [`${method} ${bare}: not in the description`];
    if (!operation.requestBody?.content?.['application/json']) return [];
    const pointer = template.path.replaceAll('~', '~0').replaceAll('/', '~1');
    const validate = ajv.getSchema(
      `${file}#/paths/${pointer}/${method.toLowerCase()}/requestBody/content/application~1json/schema`,
    );
    if (!validate) return [`${method} ${bare}: no schema`];
    if (validate(body)) return [];
    return (validate.errors ?? []).map((error) => `${method} ${bare}${error.instancePath}: ${error.message ?? ''}`);
  };
}

let discord: ReturnType<typeof open> | null = null;
let openai: ReturnType<typeof open> | null = null;

/** What is wrong with these bodies; empty when nothing is, or when the descriptions are not at hand. */
export function discordViolations(sent: readonly SentBody[]): string[] {
  if (!hasDescriptions) return [];
  discord ??= open('discord.json', '');
  const check = discord;
  return sent.filter(({ body }) => body !== null).flatMap((body) => check(body));
}

export function openaiViolations(bodies: readonly unknown[]): string[] {
  if (!hasDescriptions) return [];
  openai ??= open('openai.json', '/v1');
  const check = openai;
  return bodies.flatMap((body) => check({ method: 'POST', path: '/v1/chat/completions', body }));
}
