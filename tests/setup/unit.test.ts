/** The guard of the project `unit`. */
import { execFile, spawnSync } from 'node:child_process';
import { createServer, get } from 'node:http';
import { connect } from 'node:net';

import { fetch } from 'undici';
import { describe, expect, it } from 'vitest';

const HERE = 'http://127.0.0.1:8123/';

describe('a unit test', () => {
  it.each([
    ['runs a program', 'starts a process', () => spawnSync('true')],
    ['runs a program beside itself', 'starts a process', () => execFile('true')],
    ['listens', 'opens a server', () => createServer().listen(0)],
    ['connects', 'opens a connection', () => connect(8123)],
    ['asks over HTTP', 'opens a connection', () => get(HERE)],
  ])('that %s fails with a sentence', (_act, what, act) => {
    expect(act).toThrow(`A unit test ${what}. Name the file *.integration.test.ts`);
  });

  it.each([
    ['undici', () => fetch(HERE)],
    ['Node', () => globalThis.fetch(HERE)],
  ])('that fetches with %s fails with a sentence', async (_whose, act) => {
    await expect(act()).rejects.toMatchObject({ cause: { message: expect.stringContaining('opens a connection') } });
  });
});
