/** What can be checked of the container files without a container engine: paths, versions, user, health, packages. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { openStore } from '#store';

import { readConfig } from '../src/config.ts';
import { HAS_REDIS, startRedis } from './store/redis-server.ts';

const ROOT = join(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const dockerfile = read('Dockerfile');
const compose = read('compose.yaml');
const manifest = JSON.parse(read('package.json')) as {
  engines: { node: string };
  scripts: { start: string };
  dependencies: Readonly<Record<string, string>>;
};
const lines = (instruction: string): string[] =>
  Array.from(dockerfile.matchAll(new RegExp(`^${instruction} (.+)$`, 'gmu')), (match) => match[1] ?? '');
const listAfter = (text: string, name: string): string[] =>
  JSON.parse(
    (new RegExp(`${name}\\s*(\\[[^\\]]*\\])`, 'u').exec(text)?.[1] ?? '[]').replace(/,\s*\]/u, ']'),
  ) as string[];

const copied = lines('COPY').flatMap((line) => line.split(' ').slice(0, -1));

interface Locked {
  readonly resolved?: string;
  readonly link?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
const { packages: locked } = JSON.parse(read('package-lock.json')) as {
  packages: Readonly<Record<string, Locked>>;
};

/** What `npm ci --omit=dev` installs by the lock: the dependencies, and whatever they need. */
function installed(): Set<string> {
  const found = new Set<string>();
  const visit = ({ dependencies, optionalDependencies }: Locked): void => {
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      if (found.has(name)) continue;
      found.add(name);
      visit(locked[`node_modules/${name}`] ?? {});
    }
  };
  visit({ dependencies: manifest.dependencies });
  return found;
}

describe('the Dockerfile', () => {
  it('is the one of docs/operating.md', () => {
    const block = /```dockerfile\n(?<text>[^`]+)```/u.exec(read('docs/operating.md'))?.groups?.['text'];
    expect(dockerfile.replace(/^(?:#.*\n)+/u, '')).toBe(block);
  });

  it('copies what is there, and nothing that .dockerignore holds back', () => {
    expect(copied.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
    const letThrough = Array.from(read('.dockerignore').matchAll(/^!(.+)$/gmu), (match) => match[1] ?? '');
    expect([...copied].sort()).toEqual([...letThrough].sort());
  });

  it('has the Node that the package asks for, and starts what npm start starts', () => {
    const [, major] = /^node:(\d+)-slim$/u.exec(lines('FROM')[0] ?? '') ?? [];
    expect(manifest.engines.node).toBe(`>=${major}`);
    const command = listAfter(dockerfile, '\nCMD');
    expect(manifest.scripts.start).toBe(command.join(' '));
    expect(existsSync(join(ROOT, command.at(-1) ?? ''))).toBe(true);
  });

  it('runs as a user without rights, who may write the data folder only', () => {
    expect(lines('USER')).toEqual(['node']);
    expect(dockerfile.indexOf('chown node:node data')).toBeLessThan(dockerfile.indexOf('USER node'));
    expect(lines('VOLUME')).toEqual([`${lines('WORKDIR')[0]}/data`]);
    expect(readConfig({}).storeUrl).toBe('sqlite://data/verbatim.sqlite');
  });

  it('asks the page for health on the port that it sets: 0 when well, 1 when not or nobody answers', async () => {
    const port =
      lines('ENV')
        .find((line) => line.startsWith('HTTP_PORT='))
        ?.split('=')[1] ?? '';
    expect(readConfig({ HTTP_PORT: port }).http.port).toBe(Number(port));
    const [program, flag, script = ''] = listAfter(dockerfile, ' {2}CMD');
    expect([program, flag]).toEqual(['node', '-e']);
    expect(script).toContain(`:${port}/healthz`);
    let status = 200;
    const server = createServer((request, response) => {
      response.writeHead(request.url === '/healthz' ? status : 404).end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const own = script.replace(port, String((server.address() as AddressInfo).port));
    const exit = async (): Promise<number | null> => {
      const child = spawn(process.execPath, ['-e', own]);
      await once(child, 'exit');
      return child.exitCode;
    };
    expect(await exit()).toBe(0);
    status = 500;
    expect(await exit()).toBe(1);
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
    expect(await exit()).toBe(1);
  });

  it('installs every package that the bot, the publisher and the migration import', () => {
    const seen = new Set<string>();
    const packages = new Set<string>();
    const visit = (file: string): void => {
      if (seen.has(file)) return;
      seen.add(file);
      const text = readFileSync(file, 'utf8');
      for (const [, target = ''] of text.matchAll(/^(?:import|export)(?! type)[^;']*?from '([^']+)'/gmu)) {
        if (target.startsWith('.')) visit(join(dirname(file), target));
        else if (target.startsWith('#')) visit(join(ROOT, 'src', target.slice(1), 'index.ts'));
        else if (!target.startsWith('node:'))
          packages.add(
            target
              .split('/')
              .slice(0, target.startsWith('@') ? 2 : 1)
              .join('/'),
          );
      }
    };
    for (const entry of ['main.ts', 'cli/deploy-commands.ts', 'cli/migrate.ts']) visit(join(ROOT, 'src', entry));
    expect(packages.size).toBeGreaterThan(8);
    expect([...packages].filter((name) => !(name in manifest.dependencies))).toEqual([]);
  });
});

describe('the image', () => {
  it('holds nothing of the sandbox but what discord.js brings anyway', () => {
    expect(copied).not.toContain('sandbox');
    const { devDependencies } = JSON.parse(read('sandbox/package.json')) as { devDependencies: object };
    const names = installed();
    expect(names.size).toBeGreaterThan(40);
    expect(Object.keys(devDependencies).filter((name) => names.has(name))).toEqual(['@types/ws', 'ws']);
    // The workspace itself is a link into a folder that is not there; npm ci passes it by.
    expect(locked['node_modules/verbatim-sandbox']).toEqual({ resolved: 'sandbox', link: true });
  });

  it('starts with what is copied, as far as the sentence about the missing token', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'verbatim-image-'));
    for (const path of copied) cpSync(join(ROOT, path), join(folder, path), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    const [, ...words] = listAfter(dockerfile, '\nCMD');
    const child = spawn(process.execPath, words, { cwd: folder, env: {} });
    let said = '';
    child.stderr.on('data', (data: Buffer) => (said += data.toString()));
    await once(child, 'close');
    expect(said).toMatch(/^DISCORD_TOKEN is missing: .*\n$/u);
    expect(child.exitCode).toBe(1);
    rmSync(folder, { recursive: true });
  });
});

it('the lock names no registry, so that any of them may serve the packages', () => {
  const named = Object.entries(locked).filter(([, { resolved, link }]) => resolved !== undefined && !link);
  expect(named).toEqual([]);
});

describe('the compose file', () => {
  it('gives the bot the Redis beside it, and time to finish', () => {
    const url = /STORE_URL: (\S+)/u.exec(compose)?.[1] ?? '';
    expect(readConfig({ STORE_URL: url }).storeUrl).toBe('redis://redis:6379/0');
    expect(compose).toMatch(/^ {2}redis:$/mu);
    expect(compose).toMatch(/condition: service_healthy/u);
    // The process ends after 10 s at the latest (src/main.ts).
    expect(Number(/stop_grace_period: (\d+)s/u.exec(compose)?.[1])).toBeGreaterThan(10);
    expect(existsSync(join(ROOT, '.env.example'))).toBe(true);
  });

  it('opens no port of Redis to the outside, and keeps its data', () => {
    expect(compose).not.toMatch(/ports:/u);
    expect(compose).toMatch(/- redis:\/data/u);
  });

  it.skipIf(!HAS_REDIS)('starts a Redis that the bot does not refuse', async () => {
    const [program, ...settings] = listAfter(compose, 'command:');
    expect(program).toBe('redis-server');
    const redis = await startRedis(settings);
    const store = await openStore(redis.url, { clock: Date.now });
    await store.check();
    await store.close();
    await redis.close();
  });
});
