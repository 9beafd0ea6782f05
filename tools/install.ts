/** Installs the formatter and the linters once: when they are not there, or older than their lock file. */
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';

const LOCK = join(import.meta.dirname, 'package-lock.json');
/** Written by npm at the end of an installation. */
const INSTALLED = join(import.meta.dirname, 'node_modules', '.package-lock.json');

const changedAt = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

if (changedAt(INSTALLED) < changedAt(LOCK)) {
  const words = ['ci', '--prefix', import.meta.dirname, '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync('npm', words, {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    process.stderr.write(
      'The linters in tools/ could not be installed: npm ci --prefix tools says above why. It needs a network.\n',
    );
    process.exitCode = 1;
  }
}
