/** docs/operating.md and SECURITY.md say what is so. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { PRIVATE_TOKENS_PER_DAY } from '#domain';
import { createMetrics } from '#ops';

const ROOT = join(import.meta.dirname, '..', '..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const operating = read('docs/operating.md');
const security = read('SECURITY.md');
const code = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => read(join('src', file)))
  .join('\n');
const all = (text: string, pattern: RegExp): string[] => [
  ...new Set(Array.from(text.matchAll(pattern), (match) => match[1] ?? '')),
];

describe('docs/operating.md', () => {
  it('names only metrics that exist, and all of our own', async () => {
    const readings = { queueWaiting: () => 0, queueRunning: () => 0, shards: () => [], guilds: () => 0 };
    const text = await createMetrics(readings, { input: 1, output: 1 }).text();
    const existing = all(text, /^# TYPE (\S+) /gmu);
    const named = all(operating, /(verbatim_[a-z0-9_]+)/gu).map((name) => name.replace(/_bucket$/u, ''));
    expect(named.length).toBeGreaterThan(10);
    expect([...new Set(named)].filter((name) => !existing.includes(name))).toEqual([]);
    const own = existing.filter((name) => !/^verbatim_(?:process|nodejs)_/u.test(name));
    expect(own.filter((name) => !named.includes(name))).toEqual([]);
  });

  it('names the labels of each metric', async () => {
    const source = read('src/ops/metrics.ts');
    const rows = all(operating, /^\| (`verbatim_[a-z_]+`\s*\| [^|]*) \|/gmu);
    for (const row of rows) {
      const [metric = '', labels = ''] = row.split('|').map((cell) => cell.replaceAll('`', '').trim());
      const definition = source.split('\n').find((line) => line.includes(`'${metric.replace('verbatim_', '')}'`)) ?? '';
      const from = source.slice(source.indexOf(definition));
      const declared = /\[(?<labels>[^\]]*)\]/u.exec(from.slice(0, from.indexOf(');')))?.groups?.['labels'] ?? '';
      expect([metric, all(labels, /(\w+)/gu)]).toEqual([metric, all(declared, /(\w+)/gu)]);
    }
    expect(rows.length).toBeGreaterThan(10);
  });

  it('names only variables that are read', () => {
    const config = read('src/config.ts');
    const named = all(operating, /`((?:[A-Z]+_)+[A-Z]+)(?:=[^`]*)?`/gu).filter((name) => name !== 'NODE_ENV');
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !new RegExp(`^ {2}${name}:`, 'mu').test(config))).toEqual([]);
  });

  it('names only log records that are written, and pages that are served', () => {
    const rows = operating.slice(operating.indexOf('## Log'), operating.indexOf('## Metrics'));
    const events = all(rows, /^\| ([^|]+) \|/gmu)
      .flatMap((cell) => all(cell, /`([^`]+)`/gu))
      .filter((event) => !/^-+$/u.test(event));
    expect(events.length).toBeGreaterThan(5);
    expect(events.filter((event) => !code.includes(`'${event}'`))).toEqual([]);
    for (const page of all(operating, /`(\/(?:healthz|readyz|metrics))`/gu)) expect(code).toContain(`'${page}'`);
    for (const part of ['process', 'loop', 'storage', 'discord']) expect(operating).toContain(`\`${part}\``);
  });

  it('says the limits that the code has', () => {
    const queue = /atOncePerGuild: (?<running>\d+), waitingPerGuild: (?<waiting>\d+)/u.exec(read('src/desk/desk.ts'));
    expect(operating).toContain(
      `may have ${queue?.groups?.['running']} requests under way and ${queue?.groups?.['waiting']} waiting`,
    );
    expect(operating).toContain(`has\n${PRIVATE_TOKENS_PER_DAY} tokens a day`);
  });

  it('puts into the container what the bot needs, and starts what there is', () => {
    const copied = all(operating, /^COPY (.+) \S+$/gmu).flatMap((paths) => paths.split(' '));
    expect(copied.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
    const imported = all(read('src/main.ts') + read('src/app.ts'), /'\.\.\/(\w+)[/']/gu);
    expect(imported.length).toBeGreaterThan(1);
    expect(imported.filter((folder) => !copied.includes(folder))).toEqual([]);
    const { scripts, engines } = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;
    // Everywhere with the same words: without the flags the process takes some hundred MiB more.
    const start = scripts?.['start']?.split(' ') ?? [];
    expect(start.join(' ')).toMatch(/^node --max-semi-space-size=\d+ --heap-growing-percent=\d+ src\/main\.ts$/u);
    const lines = all(operating, /^(?:ExecStart|CMD)[= ](.+)$/gmu);
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(start.slice(1).filter((word) => !line.includes(word))).toEqual([]);
    expect(operating).toContain(`FROM node:${engines?.['node']?.replace('>=', '')}-slim`);
  });
});

describe('SECURITY.md', () => {
  it('names only paths that exist', () => {
    const named = all(security, /`((?:src|tests)\/[\w./-]+)`/gu);
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it('is right that every direct dependency is pinned to one version', () => {
    const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<
      string,
      Record<string, string>
    >;
    const versions = Object.values({ ...dependencies, ...devDependencies });
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/u.test(version))).toEqual([]);
  });
});
