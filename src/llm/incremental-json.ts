/**
 * Reads one JSON object out of a growing answer and hands on each part the moment it is complete: an element of a
 * top-level array, or a whole top-level value. Lenient about what servers put around it (fences, prose, reasoning
 * blocks, text behind the closing brace) and about raw line breaks inside strings. Linear in the length of the answer.
 */

export interface JsonPart {
  /** The top-level key. */
  readonly key: string;
  /** Index in the array; `null` when the value is no array. */
  readonly index: number | null;
  readonly value: unknown;
}

/** Something complete that could not be read: the text is kept for the log only. */
export interface BrokenPart {
  readonly key: string;
  readonly broken: true;
}

export interface IncrementalJson {
  /** Parts completed by this piece of text, in order. */
  feed(piece: string): (JsonPart | BrokenPart)[];
  /** True once the closing brace of the object was read. */
  readonly isComplete: boolean;
  /** True once the opening brace was read. */
  readonly hasBegun: boolean;
}

const THINKING = { open: '<think>', close: '</think>' } as const;

export function createIncrementalJson(): IncrementalJson {
  let buffer = '';
  let at = 0;
  let depth = 0;
  let inString = false;
  let isEscaped = false;
  let hasBegun = false;
  let isComplete = false;
  let key = '';
  let expectsValue = false;
  let stringStart = -1;
  let partStart = -1;
  let index: number | null = null;

  /** Skips to the first brace that is not inside a reasoning block; false while it has not come. */
  function begin(): boolean {
    for (;;) {
      const open = buffer.indexOf(THINKING.open, at);
      const brace = buffer.indexOf('{', at);
      if (open >= 0 && (brace < 0 || open < brace)) {
        const close = buffer.indexOf(THINKING.close, open);
        if (close < 0) return false;
        at = close + THINKING.close.length;
        continue;
      }
      if (brace < 0) return false;
      at = brace + 1;
      depth = 1;
      hasBegun = true;
      return true;
    }
  }

  function take(end: number): JsonPart | BrokenPart | null {
    const text = buffer.slice(partStart, end).trim();
    partStart = -1;
    if (text === '') return null;
    const value = parseLeniently(text);
    return value === undefined ? { key, broken: true } : { key, index, value };
  }

  function step(parts: (JsonPart | BrokenPart)[]): void {
    const char = buffer.charAt(at);
    const add = (part: JsonPart | BrokenPart | null): void => void (part && parts.push(part));
    if (inString) {
      if (isEscaped) isEscaped = false;
      else if (char === '\\') isEscaped = true;
      else if (char === '"') {
        inString = false;
        if (depth === 1 && !expectsValue) key = parseKey(buffer.slice(stringStart, at + 1));
      }
      return;
    }
    if (char === '"') {
      inString = true;
      stringStart = at;
      if (partStart < 0 && expectsValue) partStart = at;
    } else if (char === ':' && depth === 1) {
      expectsValue = true;
      index = null;
    } else if (char === '{' || char === '[') {
      if (depth === 1 && char === '[' && partStart < 0) index = 0;
      else if (partStart < 0) partStart = at;
      depth += 1;
    } else if (char === '}' || char === ']') {
      depth -= 1;
      if (depth === 1 && index !== null) {
        if (partStart >= 0) add(take(at));
        index = null;
        expectsValue = false;
      } else if (depth === 1 || (depth === 2 && index !== null)) {
        add(take(at + 1));
        if (depth === 1) expectsValue = false;
      } else if (depth === 0) {
        if (partStart >= 0) add(take(at));
        isComplete = true;
      }
    } else if (char === ',') {
      if (depth === 1) {
        if (partStart >= 0) add(take(at));
        expectsValue = false;
      } else if (depth === 2 && index !== null) {
        if (partStart >= 0) add(take(at));
        index += 1;
      }
    } else if (partStart < 0 && expectsValue && !/\s/u.test(char)) {
      partStart = at;
    }
  }

  return {
    feed(piece) {
      const parts: (JsonPart | BrokenPart)[] = [];
      if (isComplete) return parts;
      buffer += piece;
      if (!hasBegun && !begin()) return parts;
      for (; at < buffer.length && !isComplete; at += 1) step(parts);
      // What has been handed on is forgotten, so that a long answer costs no more than its longest part.
      const keepFrom = partStart >= 0 ? partStart : inString ? stringStart : at;
      buffer = buffer.slice(keepFrom);
      at -= keepFrom;
      if (partStart >= 0) partStart -= keepFrom;
      if (stringStart >= 0) stringStart -= keepFrom;
      return parts;
    },
    get isComplete() {
      return isComplete;
    },
    get hasBegun() {
      return hasBegun;
    },
  };
}

function parseKey(text: string): string {
  const value = parseLeniently(text);
  return typeof value === 'string' ? value : '';
}

/** `undefined` when it is no JSON, even with raw control characters escaped and a trailing comma removed. */
function parseLeniently(text: string): unknown {
  for (const candidate of [text, text.replace(/\p{Cc}/gu, ' ').replace(/,\s*([}\]])/gu, '$1')]) {
    try {
      return JSON.parse(candidate) as unknown;
    } catch {
      // Tried again with the mended text, then given up.
    }
  }
  return undefined;
}
