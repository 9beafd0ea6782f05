/** Counts and claims on a shared file as fast as it can: `count.ts FILE TIMES`. Prints how many claims it won. */
import { openStore } from '#store';

const [file = '', times = '0'] = process.argv.slice(2);
// As long as a busy machine needs: what is tested is that nothing is lost, not how fast it is.
const store = await openStore(`sqlite://${file}`, { clock: Date.now, deadlineMs: 120_000 });
let won = 0;
for (let number = 0; number < Number(times); number += 1) {
  await store.atomic.increment('1', 'n', 1);
  if (await store.atomic.putIfAbsent('1', `claim ${number}`, 'mine')) won += 1;
  if (await store.atomic.transition('1', `claim ${number}`, 'mine', 'done'))
    await store.atomic.increment('1', 'done', 1);
}
await store.close();
process.stdout.write(`${won}\n`);
