/**
 * Custom ids: a version, the name of the definition, a short key. What the control needs to know stands in the store under
 * that key and the guild of whoever presses, so that an id made up, or taken from another guild, leads nowhere.
 */
import { createHash } from 'node:crypto';

const VERSION = '1';
const KEY_LENGTH = 16;

export interface CustomId {
  readonly name: string;
  readonly key: string;
}

/** The same state has the same key: nothing is kept twice, and a message drawn again has the same ids. */
export function stateKey(state: unknown): string {
  return createHash('sha256').update(JSON.stringify(state)).digest('base64url').slice(0, KEY_LENGTH);
}

export function customId({ name, key }: CustomId): string {
  return [VERSION, name, key].join(':');
}

/** `null`: not ours, or of a version that is no longer known. */
export function parseCustomId(id: string): CustomId | null {
  const [version, name, key, ...rest] = id.split(':');
  return version === VERSION && name && key && rest.length === 0 ? { name, key } : null;
}
