/** Where a link may lead: the guard's pure rules. */
import { describe, expect, it } from 'vitest';

import { areAllPublic, linkRefusal } from '../../src/article/addresses.ts';
import { ADDRESS_ROWS } from './address-rows.ts';

describe('the address rules', () => {
  it('are tried on at least 200 different links', () => {
    const different = new Set(ADDRESS_ROWS.map((row) => JSON.stringify([row.url, row.resolvesTo])));
    expect(different.size).toBe(ADDRESS_ROWS.length);
    expect(different.size).toBeGreaterThanOrEqual(200);
  });

  it.each(ADDRESS_ROWS)('say of $url with $resolvesTo: allowed $allowed', ({ url, resolvesTo, allowed }) => {
    const isAllowed = linkRefusal(url) === null && (resolvesTo === undefined || areAllPublic(resolvesTo));
    expect(isAllowed).toBe(allowed);
  });

  it('lift port and host for exactly what was allowed', () => {
    const isAllowed = (place: string): boolean => place === '127.0.0.1:8080';
    expect(linkRefusal('http://127.0.0.1:8080/a', isAllowed)).toBeNull();
    for (const link of [
      'http://127.0.0.1:8081/',
      'http://127.0.0.1/',
      'http://127.0.0.2:8080/',
      'http://localhost:8080/',
      'http://user@127.0.0.1:8080/',
      'ftp://127.0.0.1:8080/',
    ])
      expect(linkRefusal(link, isAllowed)).not.toBeNull();
  });
});
