/** kill -9 while requests are being answered, twenty times and with many under way. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, it } from 'vitest';

import { answersOverKills } from './kills.ts';

// How many are under way at each kill is left to chance here; `tests/flows/kills.long.test.ts` sees to it.
it('kill -9 of the desk twenty times, at any moment of 400 requests, loses none and answers none twice', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-kills-'));
  const outcome = await answersOverKills({ file: join(folder, 'store.sqlite'), kills: 20, requestsEach: 400 });
  rmSync(folder, { recursive: true });
  console.log(
    `${outcome.acknowledged} acknowledged; acknowledged and unanswered at each kill: ${outcome.openAtKill.join(' ')}`,
  );
  expect(outcome).toMatchObject({ unanswered: [], answeredTwice: [], answeredUnasked: [], leftOpen: 0 });
}, 600_000);
