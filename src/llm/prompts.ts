/** Prompt files: flat front matter, then text. See `prompts/README.md` for the format. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { SCHEMAS } from './schemas.ts';

export interface Prompt {
  readonly name: string;
  readonly schema: keyof typeof SCHEMAS;
  readonly maxOutputTokens: number;
  readonly variables: readonly string[];
  readonly system: string;
  readonly user: string;
  /** SHA-256 over the file, first 16 hex digits. */
  readonly hash: string;
}

const FRONT_MATTER = /^---\n(?<front>[^]*?)\n---\n(?<text>[^]*)$/u;
const USER_PART = '\n=== user ===\n';
const VARIABLE = /\{\{(\w+)\}\}/gu;
const HASH_LENGTH = 16;

/** @throws Error that names the file when its format is off: a fault of the program, not of a user. */
export function parsePrompt(file: string, content: string): Prompt {
  const match = FRONT_MATTER.exec(content);
  if (!match?.groups) throw new Error(`${file}: no front matter`);
  const { front = '', text = '' } = match.groups;
  const entries = new Map(
    front.split('\n').map((line): [string, string] => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
    }),
  );
  const value = (key: string): string => {
    const found = entries.get(key);
    if (!found) throw new Error(`${file}: front matter lacks "${key}"`);
    return found;
  };
  const [system, user] = text.split(USER_PART);
  if (!system || !user) throw new Error(`${file}: lacks the line "=== user ==="`);
  return {
    name: value('name'),
    schema: schemaName(file, value('schema')),
    maxOutputTokens: Number(value('max_output_tokens')),
    variables: value('variables')
      .split(',')
      .map((name) => name.trim()),
    system: system.trim(),
    user: user.trim(),
    hash: createHash('sha256').update(content).digest('hex').slice(0, HASH_LENGTH),
  };
}

function schemaName(file: string, name: string): Prompt['schema'] {
  if (name in SCHEMAS) return name as Prompt['schema'];
  throw new Error(`${file}: no schema "${name}"`);
}

export function variablesUsed(prompt: Pick<Prompt, 'system' | 'user'>): Set<string> {
  return new Set(Array.from(`${prompt.system}\n${prompt.user}`.matchAll(VARIABLE), (match) => match[1] ?? ''));
}

/** Puts the values in. A value is never looked at again, so text that looks like a variable stays text. */
export function fillPrompt(prompt: Prompt, values: Readonly<Record<string, string>>): { system: string; user: string } {
  const fill = (text: string): string =>
    text.replace(VARIABLE, (_whole, name: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`prompt ${prompt.name}: no value for "${name}"`);
      return value;
    });
  return { system: fill(prompt.system), user: fill(prompt.user) };
}

export function loadPrompt(folder: string, name: string): Prompt {
  return parsePrompt(`${name}.md`, readFileSync(join(folder, `${name}.md`), 'utf8'));
}
