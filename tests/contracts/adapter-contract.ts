/** What Keyv asks of a storage adapter (v6), for the adapters of every backend; upstream's own suite is not on npm for v6. */
import { Keyv } from 'keyv';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Clock } from '#domain';

import type { Backend, StorageAdapter } from '../../src/store/backend.ts';

const START = 1_800_000_000_000;

export function adapterContract(name: string, open: (clock: Clock) => Promise<Backend>): void {
  describe.each(['cache', 'ledger'] as const)(`a ${name} adapter of durability %s`, (durability) => {
    let now = START;
    let backend: Backend;
    let adapter: StorageAdapter;
    const adapterOf = (guild: string, collection = 'c'): StorageAdapter =>
      backend.adapter({ guild, collection }, durability);
    beforeEach(async () => {
      now = START;
      backend = await open(() => now);
      adapter = adapterOf('g');
    });
    afterEach(() => backend.close());

    it('is taken by Keyv as it is, without a bridge around it', () => {
      expect(new Keyv({ store: adapter }).store).toBe(adapter);
    });

    it('reads, writes and deletes several at once, in the order asked for', async () => {
      const entries = [
        { key: 'a', value: '1' },
        { key: 'b', value: '2', expires: START + 10 },
        { key: 'a', value: '3' },
      ];
      expect(await adapter.setMany(entries)).toEqual([true, true, true]);
      expect(await adapter.getMany(['b', 'missing', 'a'])).toEqual(['2', undefined, '3']);
      expect(await adapter.hasMany(['b', 'missing', 'a'])).toEqual([true, false, true]);
      expect(await adapter.deleteMany(['missing', 'a', 'a'])).toEqual([false, true, false]);
      expect(await adapter.getMany(['a', 'b'])).toEqual([undefined, '2']);
      expect(await adapter.getMany([])).toEqual([]);
    });

    it('writes all of several or none', async () => {
      // A value that SQLite refuses stands for a disk that is full half-way.
      const refused = { key: 'b', value: '2', expires: 0.5 };
      await expect(adapter.setMany([{ key: 'a', value: '1' }, refused])).rejects.toBeInstanceOf(Error);
      expect(await adapter.getMany(['a', 'b'])).toEqual([undefined, undefined]);
      expect(await adapter.set('after', '3')).toBe(true);
    });

    it('shows nothing past its time by any method', async () => {
      await adapter.set('k', 'x', START + 10);
      now = START + 9;
      expect([await adapter.get('k'), await adapter.has('k')]).toEqual(['x', true]);
      now = START + 10;
      expect([await adapter.get('k'), await adapter.has('k')]).toEqual([undefined, false]);
      expect([await adapter.getMany(['k']), await adapter.hasMany(['k'])]).toEqual([[undefined], [false]]);
      expect(await listed(adapter)).toEqual([]);
      expect(await adapter.delete('k')).toBe(false);
    });

    it('keeps two namespaces on one connection apart, also while both are in use', async () => {
      const names = ['g', 'G', 'g:', 'g:c', 'g%', 'g_', '%', ''];
      const adapters = names.flatMap((guild) => [adapterOf(guild, 'c'), adapterOf(guild, ':c'), adapterOf(guild, 'C')]);
      const keyvs = adapters.map((store) => new Keyv({ store }));
      await Promise.all(keyvs.map((keyv, index) => keyv.set('k', index)));
      expect(await Promise.all(keyvs.map((keyv) => keyv.get('k')))).toEqual(keyvs.map((_, index) => index));
      await keyvs[0]?.clear();
      const left = await Promise.all(keyvs.map((keyv) => keyv.get('k')));
      expect(left).toEqual(keyvs.map((_, index) => (index === 0 ? undefined : index)));
    });

    it('moves a record aside only while it still holds what was read', async () => {
      const from = { guild: 'g', collection: 'c' };
      await adapter.set('k', 'bad');
      expect(await backend.setAside(from, 'k', 'other', 'q', START + 10)).toBe(false);
      expect(await adapter.get('k')).toBe('bad');
      expect(await backend.setAside(from, 'k', 'bad', 'q', START + 10)).toBe(true);
      expect([await adapter.get('k'), await adapterOf('g', 'q').get('k')]).toEqual([undefined, 'bad']);
      await adapter.set('k', 'bad again');
      expect(await backend.setAside(from, 'k', 'bad again', 'q', START + 10)).toBe(true);
      expect(await adapterOf('g', 'q').get('k')).toBe('bad again');
      now = START + 10;
      expect(await adapterOf('g', 'q').get('k')).toBeUndefined();
    });
  });
}

async function listed(adapter: StorageAdapter): Promise<string[]> {
  const keys: string[] = [];
  for await (const [key] of adapter.iterator()) keys.push(key);
  return keys;
}
