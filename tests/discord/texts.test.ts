import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { de } from '../../src/texts/de/answers.ts';
import { en } from '../../src/texts/en/answers.ts';
import { localised, speak } from '../../src/texts/texts.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const code = ['src/discord', 'commands']
  .flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  )
  .filter((file) => file.endsWith('.ts') && !file.includes('/texts/'))
  .map((file) => readFileSync(join(ROOT, file), 'utf8'))
  .join('\n');
const isUsed = (key: string): boolean => new RegExp(`texts\\.${key}\\b|'${key}'`, 'u').test(code);

describe('texts', () => {
  it('are all used', () => {
    expect(Object.keys(en).filter((key) => !isUsed(key))).toEqual([]);
    expect(isUsed('noSuchText')).toBe(false);
  });

  it('that are used are all there', () => {
    const used = new Set(Array.from(code.matchAll(/\btexts\.(?!ts')(\w+)/gu), (match) => match[1] ?? ''));
    expect(used.size).toBeGreaterThan(30);
    expect([...used].filter((key) => !(key in en))).toEqual([]);
  });

  it('are the same keys of the same kind in every language', () => {
    const shape = (texts: object) => Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, typeof text]));
    expect(shape(de)).toEqual(shape(en));
  });

  it('differ between the languages', () => {
    const same = Object.entries(en).filter(([key, text]) => text === (de as Record<string, unknown>)[key]);
    expect(same.map(([key]) => key)).toEqual([]);
  });

  it('follow the reader’s locale and fall back to English', () => {
    expect(speak('de').texts.points).toBe('Punkte');
    expect(speak('en-US').texts.points).toBe('Points');
    expect(speak('fr').texts.points).toBe('Points');
    expect(speak(null).texts.points).toBe('Points');
  });

  it('name commands within Discord’s rules in every language', () => {
    const names = Object.keys(en).filter((key) => key.endsWith('Name') && key !== 'fileName');
    expect(names.length).toBeGreaterThan(6);
    for (const key of names) {
      const { default: first, others } = localised(key as 'helpName');
      for (const name of [first, ...Object.values(others)]) expect(name).toMatch(/^[-_\p{Ll}\p{N}]{1,32}$/u);
    }
    expect(localised('summariseName').others['en-US']).toBe('summarize');
  });
});
