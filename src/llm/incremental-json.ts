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

/** Reads on where the piece before ended; what has been handed on is forgotten. */
export function createIncrementalJson(): IncrementalJson {
  const reader = new PartReader();
  return {
    feed: (piece) => reader.feed(piece),
    get isComplete() {
      return reader.isComplete;
    },
    get hasBegun() {
      return reader.hasBegun;
    },
  };
}

class PartReader {
  hasBegun = false;
  isComplete = false;
  #buffer = '';
  #at = 0;
  /** 1 inside the answer's object, 2 inside one of its lists or values. */
  #depth = 0;
  #inString = false;
  #isEscaped = false;
  #stringStart = -1;
  /** The key whose value is read, and whether its colon has come. */
  #key = '';
  #expectsValue = false;
  /** Where the part that is being read begins, -1 between parts. */
  #partStart = -1;
  /** Place of the part in its list, `null` outside of lists. */
  #index: number | null = null;
  #parts: (JsonPart | BrokenPart)[] = [];

  feed(piece: string): (JsonPart | BrokenPart)[] {
    this.#parts = [];
    if (this.isComplete) return this.#parts;
    this.#buffer += piece;
    if (!this.hasBegun && !this.#begin()) return this.#parts;
    for (; this.#at < this.#buffer.length && !this.isComplete; this.#at += 1) this.#step(this.#buffer.charAt(this.#at));
    this.#forget();
    return this.#parts;
  }

  /** Skips to the first brace that is not inside a reasoning block; false while it has not come. */
  #begin(): boolean {
    for (;;) {
      const open = this.#buffer.indexOf(THINKING.open, this.#at);
      const brace = this.#buffer.indexOf('{', this.#at);
      if (open >= 0 && (brace < 0 || open < brace)) {
        const close = this.#buffer.indexOf(THINKING.close, open);
        if (close < 0) return false;
        this.#at = close + THINKING.close.length;
        continue;
      }
      if (brace < 0) return false;
      this.#at = brace + 1;
      this.#depth = 1;
      this.hasBegun = true;
      return true;
    }
  }

  #step(char: string): void {
    if (this.#inString) this.#stepInString(char);
    else if (char === '"') this.#openString();
    else if (char === ':' && this.#depth === 1) {
      this.#expectsValue = true;
      this.#index = null;
    } else if (char === '{' || char === '[') this.#open(char);
    else if (char === '}' || char === ']') this.#close();
    else if (char === ',') this.#comma();
    else if (this.#partStart < 0 && this.#expectsValue && !/\s/u.test(char)) this.#partStart = this.#at;
  }

  #stepInString(char: string): void {
    if (this.#isEscaped) this.#isEscaped = false;
    else if (char === '\\') this.#isEscaped = true;
    else if (char === '"') {
      this.#inString = false;
      const isKey = this.#depth === 1 && !this.#expectsValue;
      if (isKey) this.#key = parseKey(this.#buffer.slice(this.#stringStart, this.#at + 1));
    }
  }

  #openString(): void {
    this.#inString = true;
    this.#stringStart = this.#at;
    if (this.#partStart < 0 && this.#expectsValue) this.#partStart = this.#at;
  }

  #open(char: string): void {
    if (this.#depth === 1 && char === '[' && this.#partStart < 0) this.#index = 0;
    else if (this.#partStart < 0) this.#partStart = this.#at;
    this.#depth += 1;
  }

  #close(): void {
    this.#depth -= 1;
    if (this.#depth === 1 && this.#index !== null) {
      this.#endPart(this.#at);
      this.#index = null;
      this.#expectsValue = false;
    } else if (this.#depth === 1 || (this.#depth === 2 && this.#index !== null)) {
      this.#endPart(this.#at + 1);
      if (this.#depth === 1) this.#expectsValue = false;
    } else if (this.#depth === 0) {
      this.#endPart(this.#at);
      this.isComplete = true;
    }
  }

  #comma(): void {
    if (this.#depth === 1) {
      this.#endPart(this.#at);
      this.#expectsValue = false;
    } else if (this.#depth === 2 && this.#index !== null) {
      this.#endPart(this.#at);
      this.#index += 1;
    }
  }

  /** Hands on the part that ends here, if one has begun. */
  #endPart(end: number): void {
    if (this.#partStart < 0) return;
    const text = this.#buffer.slice(this.#partStart, end).trim();
    this.#partStart = -1;
    if (text === '') return;
    const value = parseLeniently(text);
    const [key, index] = [this.#key, this.#index];
    this.#parts.push(value === undefined ? { key, broken: true } : { key, index, value });
  }

  /** A long answer costs no more than its longest part. */
  #forget(): void {
    const keepFrom = this.#partStart >= 0 ? this.#partStart : this.#inString ? this.#stringStart : this.#at;
    this.#buffer = this.#buffer.slice(keepFrom);
    this.#at -= keepFrom;
    if (this.#partStart >= 0) this.#partStart -= keepFrom;
    if (this.#stringStart >= 0) this.#stringStart -= keepFrom;
  }
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
