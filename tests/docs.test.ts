/** Pages that nobody tests drift: every path, script and link in `docs/` must be there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const pages = readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.md'))
  .map((file) => ({ file: join('docs', file), text: readFileSync(join(ROOT, 'docs', file), 'utf8') }));
for (const file of ['README.md', 'SECURITY.md', 'sandbox/specs/README.md'])
  pages.push({ file, text: readFileSync(join(ROOT, file), 'utf8') });

const found = (pattern: RegExp, text: string): string[] =>
  Array.from(text.matchAll(pattern), (match) => match[1] ?? '');

describe.each(pages)('$file', ({ file, text }) => {
  it('names only paths that exist', () => {
    const named = found(/`((?:src|sandbox|commands|prompts|tests|examples|docs|bench|data)\/[\w./-]*)`/gu, text);
    // `data/` is made by the first start.
    expect(named.filter((path) => !path.startsWith('data/') && !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it('names only npm scripts that exist', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: object };
    expect(found(/npm run ([\w:-]+)/gu, text).filter((name) => !(name in scripts))).toEqual([]);
  });

  it('links only to pages that exist', () => {
    const links = found(/\]\((?!https?:)([^)#]+)/gu, text);
    expect(links.filter((link) => !existsSync(join(ROOT, dirname(file), link)))).toEqual([]);
  });
});

it('lists every decision', () => {
  const index = pages.find(({ file }) => file === 'docs/decisions/README.md')?.text ?? '';
  const decisions = pages.filter(({ file }) => /decisions\/(?!README)/u.test(file));
  expect(decisions.length).toBeGreaterThan(7);
  expect(decisions.filter(({ file }) => !index.includes(`(${file.replace('docs/decisions/', '')})`))).toEqual([]);
});
