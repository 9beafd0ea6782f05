/** kill -9 while requests are being answered. The long test does it twenty times, with more under way. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, it } from 'vitest';

import { answersOverKills } from './kills.ts';

it('kill -9 three times with thirty requests each loses none and answers none twice', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-kills-'));
  const outcome = await answersOverKills({ file: join(folder, 'store.sqlite'), kills: 3, requestsEach: 30 });
  rmSync(folder, { recursive: true });
  expect(outcome).toMatchObject({ unanswered: [], answeredTwice: [], answeredUnasked: [], leftOpen: 0 });
  expect(outcome.acknowledged).toBeGreaterThan(0);
}, 180_000);
