/** The linter is installed by `npm run check`, apart from the bot; so this proof of it runs with the long tests. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

describe('the linter', () => {
  let folder: string;
  beforeAll(() => {
    spawnSync('npm', ['run', 'tools'], { cwd: ROOT });
    folder = mkdtempSync(join(ROOT, 'tests', 'planted-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function lint(statement: string) {
    const path = join(folder, 'planted.ts');
    writeFileSync(
      path,
      `async function answer(): Promise<void> {}\nexport async function press(): Promise<void> {\n  ${statement}\n}\n`,
    );
    return spawnSync(join(ROOT, 'tools/node_modules/.bin/oxlint'), [folder], {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...process.env, PATH: `${join(ROOT, 'tools/node_modules/.bin')}:${process.env['PATH'] ?? ''}` },
    });
  }

  it('catches a forgotten await', () => {
    const run = lint('answer();');
    expect(run.status).not.toBe(0);
    expect(run.stdout).toContain('no-floating-promises');
  });

  it('is content when it is not forgotten', () => {
    expect(lint('await answer();').status).toBe(0);
  });
});
