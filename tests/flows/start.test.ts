/** `npm start` as an operator meets it. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { createSandbox } from '#sandbox';

import { bareEnvironment } from './bot-process.ts';

const ROOT = join(import.meta.dirname, '..', '..');

async function start(environment: Readonly<Record<string, string>>): Promise<{ status: number | null; err: string }> {
  const child = spawn(process.execPath, ['src/main.ts'], {
    cwd: ROOT,
    env: { ...bareEnvironment(), STORE_URL: 'memory://', ...environment },
  });
  let err = '';
  child.stderr.on('data', (data: Buffer) => void (err += data.toString('utf8')));
  await once(child, 'close');
  return { status: child.exitCode, err };
}

describe('npm start', () => {
  it('without a token prints one sentence that names the sandbox and .env.example, exit 1', () => {
    const run = spawnSync(process.execPath, ['src/main.ts'], {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...bareEnvironment(), DISCORD_TOKEN: '' },
    });
    expect(run.status).toBe(1);
    expect(run.stderr.trim().split('\n')).toHaveLength(1);
    expect(run.stderr).toMatch(/npm run sandbox.*/u);
    expect(run.stderr).toContain('.env.example');
  });

  it('with a wrong token prints one sentence, exit 1', async () => {
    const sandbox = await createSandbox();
    const run = await start({ ...sandbox.environment(), DISCORD_TOKEN: 'wrong' });
    await sandbox.close();
    expect(run.status).toBe(1);
    expect(run.err.trim().split('\n')).toEqual([expect.stringContaining('does not know this DISCORD_TOKEN')]);
  });

  it.each([
    [4004, 'DISCORD_TOKEN'],
    [4013, 'intents'],
    [4014, 'MESSAGE_CONTENT_INTENT'],
  ])('refused by the gateway with %i prints one sentence that names %s, exit 1', async (code, name) => {
    const sandbox = await createSandbox();
    sandbox.discord.gateway.refuseIdentify(code);
    const run = await start(sandbox.environment());
    await sandbox.close();
    expect(run.status).toBe(1);
    expect(run.err.trim().split('\n')).toEqual([expect.stringContaining(name)]);
  });

  it('as a process of its own answers a command, and stops with exit 0 when told to', async () => {
    const sandbox = await createSandbox({ ackDeadlineMs: 60_000 });
    const { discord } = sandbox;
    const child = spawn(process.execPath, ['src/main.ts'], {
      cwd: ROOT,
      env: {
        ...bareEnvironment(),
        STORE_URL: 'memory://',
        ...sandbox.environment(),
        OPENAI_BASE_URL: '',
        OPENAI_API_KEY: '',
      },
    });
    let out = '';
    const ready = new Promise<void>((resolve) => {
      child.stdout.on('data', (data: Buffer) => {
        out += data.toString('utf8');
        if (out.includes('"ready"')) resolve();
      });
    });
    await ready;
    const run = discord.act.slash({
      channel: discord.news,
      user: discord.member,
      command: 'positions',
      options: { article: 'The storm closed the port. “Nobody was hurt,” Ines Okafor said.' },
    });
    const answer = await run.answered({ matching: ({ text }) => text.includes('by rules') });
    expect(answer.text).toContain('“Nobody was hurt”');
    const closed = once(child, 'close');
    child.kill('SIGTERM');
    await closed;
    expect(child.exitCode).toBe(0);
    expect(out).not.toContain(discord.token);
    await sandbox.close();
  });
});
