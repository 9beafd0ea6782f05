/**
 * How a guild's id, a key or a state is written in an adapter. They come from outside (an address, a user's own scope)
 * and may be any string, but UTF-8 cannot hold half a surrogate pair, C strings end at NUL, and Keyv takes no empty key: without
 * this, two different keys could become one. Ordinary names are written as they are.
 */

const UNSAFE = /[\\\0\p{Surrogate}]/gu;
const ESCAPE = /\\(?<hex>[0-9a-f]{4})/gu;
/** A backslash never stands alone in a written name, so it is free to mean the empty string. */
const EMPTY = '\\';

export function writeName(name: string): string {
  if (name === '') return EMPTY;
  return name.replace(UNSAFE, (unit) => `\\${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

export function readName(written: string): string {
  if (written === EMPTY) return '';
  return written.replace(ESCAPE, (_escape, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
