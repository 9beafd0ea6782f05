/** The layer rule of the house, read off the imports themselves. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const LAYERS: readonly (readonly string[])[] = [
  ['domain'],
  ['language', 'texts'],
  ['article', 'llm', 'grounding', 'store', 'ops'],
  ['desk'],
  ['briefing'],
  ['discord'],
];
const HOMES: Readonly<Record<string, string | readonly string[]>> = {
  'discord.js': 'discord',
  openai: 'llm',
  'wink-nlp': 'language',
  keyv: 'store',
  'node:sqlite': 'store',
  '@redis/client': 'store',
  pino: 'ops',
  'prom-client': 'ops',
  htmlparser2: 'article',
  // To pages under the guard, to Discord, and to the model server; each with an agent of its own.
  undici: ['article', 'discord', 'llm'],
};
/** Entry points, above all layers. */
const ENTRIES = 'cli';
const IMPORT = /(?:from\s+|import\s*\(?\s*)'(?<target>[^']+)'/gu;

interface SourceFile {
  readonly path: string;
  readonly room: string;
  readonly text: string;
  readonly targets: readonly string[];
}

function sources(folder: string): SourceFile[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => {
      const path = join(folder, file);
      const text = readFileSync(join(ROOT, path), 'utf8');
      const room = file.includes('/') ? (file.split('/')[0] ?? '') : '';
      return {
        path,
        room,
        text,
        targets: Array.from(text.matchAll(IMPORT), (match) => match.groups?.['target'] ?? ''),
      };
    });
}

const layerOf = (room: string): number => LAYERS.findIndex((rooms) => rooms.includes(room));
const files = sources('src');
const sandbox = sources('sandbox').filter((file) => !file.path.startsWith('sandbox/tests/'));

describe('the house', () => {
  it('has every room in a layer', () => {
    const rooms = new Set(files.map((file) => file.room).filter((room) => room !== '' && room !== ENTRIES));
    expect([...rooms].filter((room) => layerOf(room) < 0)).toEqual([]);
  });

  it('imports from lower layers and its own room only', () => {
    const upward = files
      .filter((file) => file.room !== '' && file.room !== ENTRIES)
      .flatMap((file) => file.targets.map((target) => ({ file, target })))
      .filter(({ file, target }) => target.startsWith('#') && layerOf(target.slice(1)) >= layerOf(file.room));
    expect(upward.map(({ file, target }) => `${file.path} imports ${target}`)).toEqual([]);
  });

  it('enters other rooms by their door', () => {
    // A relative path that climbs out of the room would pass its index by.
    const climbing = files
      .filter((file) => file.room !== '' && file.room !== ENTRIES)
      .flatMap((file) => file.targets.map((target) => ({ file, target, depth: file.path.split('/').length - 3 })))
      .filter(({ target, depth }) => (target.match(/\.\.\//gu)?.length ?? 0) > depth);
    expect(climbing.map(({ file, target }) => `${file.path} imports ${target}`)).toEqual([]);
  });

  it('keeps the sandbox apart: only what starts the bot in it knows the bot, and nothing of ours knows the sandbox', () => {
    const used = sandbox.filter((file) =>
      file.targets.some((target) => target.startsWith('#') || /(?:^|\/)\.\.\/(?:src|commands)\//u.test(target)),
    );
    expect(used.map((file) => file.path)).toEqual(['sandbox/cli/furnish-bot.ts']);
    expect(files.filter((file) => file.targets.includes('#sandbox')).map((file) => file.path)).toEqual([]);
  });

  it('uses packages only in their home', () => {
    const strays = files
      .flatMap((file) => file.targets.map((target) => ({ file, target })))
      .filter(({ file, target }) => {
        const name = Object.keys(HOMES).find((candidate) => target === candidate || target.startsWith(`${candidate}/`));
        return name !== undefined && ![HOMES[name]].flat().includes(file.room);
      });
    expect(strays.map(({ file, target }) => `${file.path} imports ${target}`)).toEqual([]);
  });

  it('reads the environment in config.ts only', () => {
    expect(files.filter((file) => file.text.includes('process.env')).map((file) => file.path)).toEqual([
      'src/config.ts',
    ]);
  });

  it('makes verified values in grounding/seal.ts only', () => {
    expect(files.filter((file) => /as (?:unknown as )?Verified</u.test(file.text)).map((file) => file.path)).toEqual([
      'src/grounding/seal.ts',
    ]);
  });

  it('keeps the folders of the Discord edge to 20 files', () => {
    const folders = Map.groupBy(
      files.filter((file) => file.room === 'discord'),
      ({ path }) => path.slice(0, path.lastIndexOf('/')),
    );
    expect(folders.size).toBeGreaterThan(5);
    expect([...folders].filter(([, own]) => own.length > 20).map(([folder]) => folder)).toEqual([]);
  });

  it('has no circle among the folders of the Discord edge and the files beside them', () => {
    // `../links/offers.ts` as seen from a folder, or `./links/offers.ts` as seen from a file beside it.
    const partOf = (path: string): string => path.split('/')[2] ?? '';
    const uses = new Map<string, Set<string>>();
    for (const { path, targets } of files.filter(({ room }) => room === 'discord')) {
      const used = targets.flatMap((target) => (target.startsWith('.') ? partOf(join(path, '..', target)) : []));
      uses.set(partOf(path), new Set([...(uses.get(partOf(path)) ?? []), ...used]));
    }
    for (const [part, used] of uses) used.delete(part);
    // Whatever uses nothing that is left is taken away, until nothing can be taken away any more.
    for (let size = Number.POSITIVE_INFINITY; size > uses.size; ) {
      size = uses.size;
      for (const [part, used] of uses) if ([...used].every((one) => !uses.has(one))) uses.delete(part);
    }
    expect([...uses.keys()]).toEqual([]);
  });

  it('keeps files under 350 lines', () => {
    const long = [...files, ...sandbox].filter((file) => file.text.split('\n').length > 350);
    expect(long.map((file) => file.path)).toEqual([]);
  });
});

describe('commands', () => {
  it('are all listed', () => {
    const index = readFileSync(join(ROOT, 'commands/index.ts'), 'utf8');
    const definitions = readdirSync(join(ROOT, 'commands')).filter((file) =>
      readFileSync(join(ROOT, 'commands', file), 'utf8').includes('export default defineCommand('),
    );
    expect(definitions.length).toBeGreaterThan(2);
    expect(definitions.filter((file) => !index.includes(`'./${file}'`))).toEqual([]);
  });
});

describe('README', () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  const scripts = Object.keys(
    (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: object }).scripts,
  );

  it('names only npm scripts that exist', () => {
    const named = Array.from(readme.matchAll(/npm run ([\w:-]+)/gu), (match) => match[1] ?? '');
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => !scripts.includes(name))).toEqual([]);
  });

  it('names only paths that exist', () => {
    const named = Array.from(
      readme.matchAll(/`((?:src|sandbox|commands|prompts|tests|examples|docs|bench)\/[\w./-]*)`/gu),
      (match) => match[1] ?? '',
    );
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it('names only variables that config.ts reads, and all of them', () => {
    const config = readFileSync(join(ROOT, 'src/config.ts'), 'utf8');
    const read = new Set(Array.from(config.matchAll(/^ {2}([A-Z][A-Z_]+):/gmu), (match) => match[1] ?? ''));
    const named = new Set(Array.from(readme.matchAll(/^\| `([A-Z][A-Z_]+)`/gmu), (match) => match[1] ?? ''));
    expect([...named].sort()).toEqual([...read].sort());
  });
});
