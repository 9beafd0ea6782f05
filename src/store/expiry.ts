/** ms since the epoch, for a time to live from `now`; absent: for ever. */
export function expiryOf(now: number, ttlMs: number | undefined): number | undefined {
  return ttlMs === undefined ? undefined : Math.ceil(now + ttlMs);
}

/** A time to live that is not positive means "for ever" to Keyv; here it is a mistake of the caller. @throws RangeError */
export function checkTtl(ttlMs: number | undefined): void {
  if (ttlMs !== undefined && !(Number.isFinite(ttlMs) && ttlMs > 0))
    throw new RangeError(`a time to live of ${ttlMs} ms`);
}
