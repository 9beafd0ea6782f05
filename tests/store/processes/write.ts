/** Writes until it is killed: `write.ts FILE ROUND`. Says each number once its writes have been acknowledged. */
import { writeSync } from 'node:fs';

import { z } from 'zod';

import { openStore } from '#store';

const [file = '', round = '0'] = process.argv.slice(2);
const store = await openStore(`sqlite://${file}`, { clock: Date.now });
const schema = z.string();
const caches = store.collection({ name: 'caches', version: 1, schema, durability: 'cache' });
const ledgers = store.collection({ name: 'ledgers', version: 1, schema, durability: 'ledger' });
for (let number = 1; ; number += 1) {
  const value = `${number} ${'x'.repeat(2000)}`;
  await caches.put(round, `${number}`, value);
  await ledgers.put(round, `${number}`, value);
  await store.atomic.increment(round, 'n', 1);
  writeSync(1, `${number}\n`);
}
