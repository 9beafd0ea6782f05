/** The measuring command of the address rules. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { ADDRESS_ROWS } from './address-rows.ts';

const ROOT = join(import.meta.dirname, '..', '..');

describe('the address rules', () => {
  it('say the same in the measuring command', () => {
    const input = ADDRESS_ROWS.map(({ url, resolvesTo }, id) => JSON.stringify({ id, url, resolvesTo })).join('\n');
    const run = spawnSync(process.execPath, ['bench/urls.ts'], { cwd: ROOT, input, encoding: 'utf8' });
    const answers = run.stdout
      .trim()
      .split('\n')
      .map((line): { id: number; allowed: boolean; reason: string | null } => JSON.parse(line));
    expect(answers.map(({ allowed }) => allowed)).toEqual(ADDRESS_ROWS.map(({ allowed }) => allowed));
    expect(answers.filter(({ allowed, reason }) => allowed === (reason === null))).toHaveLength(ADDRESS_ROWS.length);
  });
});
