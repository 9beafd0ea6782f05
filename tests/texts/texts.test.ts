import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { BotError } from '#domain';
import { localised, speak } from '#texts';

import { ERRORS, TEXT_FACTS } from './facts.ts';
import { ENGLISH, LANGUAGES, OTHERS } from './languages.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const ROOM = join(ROOT, 'src/texts');
const code = ['src/discord', 'src/cli', 'commands']
  .flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  )
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join(ROOT, file), 'utf8'))
  .join('\n');
const isUsed = (key: string): boolean => new RegExp(`texts\\.${key}\\b|'${key}'`, 'u').test(code);

const en = ENGLISH.texts;
const filesOf = (folder: string): string[] => readdirSync(join(ROOM, folder)).toSorted();
const folders = readdirSync(ROOM, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

describe('texts', () => {
  it.each(LANGUAGES)('are all used, those in $locale too', ({ texts }) => {
    expect(Object.keys(texts).filter((key) => !isUsed(key))).toEqual([]);
    expect(isUsed('noSuchText')).toBe(false);
  });

  it('that are used are all there', () => {
    const used = new Set(Array.from(code.matchAll(/\btexts\.(?!ts')(\w+)/gu), (match) => match[1] ?? ''));
    expect(used.size).toBeGreaterThan(30);
    expect([...used].filter((key) => !(key in en))).toEqual([]);
  });

  it.each(OTHERS)('are the same keys of the same kind in $locale as in English', ({ texts }) => {
    const shape = (table: object) => Object.fromEntries(Object.entries(table).map(([key, text]) => [key, typeof text]));
    expect(shape(texts)).toEqual(shape(en));
  });

  it('stand in the same files of every language, and every folder is a language', () => {
    expect(folders.length).toBe(LANGUAGES.length);
    for (const folder of folders) expect(filesOf(folder)).toEqual(filesOf('en'));
  });

  it.each(folders)('have a key of their own in all files of %s, so that none hides another', async (folder) => {
    const tables = filesOf(folder).filter((file) => !['errors.ts', 'index.ts', 'words.ts'].includes(file));
    const keys = await Promise.all(
      tables.map(async (file) => {
        const table = ((await import(join(ROOM, folder, file))) as Record<string, object>)[file.replace('.ts', '')];
        return Object.keys(table ?? {});
      }),
    );
    expect(keys.flat().toSorted()).toEqual(Object.keys(en).toSorted());
  });

  it.each(OTHERS)('differ in $locale from English', ({ texts }) => {
    const same = Object.entries(en).filter(([key, text]) => text === (texts as Record<string, unknown>)[key]);
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

/** Of texts and numbers that come from elsewhere: nothing, too much, and what a careless replacement would take apart. */
const TEXTS = ['', '$& $1 ${x} %s', '`@everyone` [a](b)\n\u202e'];
const NUMBERS = [0, 1, 1_234_567];
/** Facts that name a branch of the sentence; any other text may be anything. */
const BRANCHES =
  /^(?:kind|of|page|mode|engine|place|where|why|whose|right|stance|outcome|extent|reasons|phase|limit|length)$/u;

/** The same facts with every free text, or every number, replaced. */
function replaced(facts: unknown, by: string | number, key = ''): unknown {
  if (typeof facts === typeof by) return typeof by === 'string' && BRANCHES.test(key) ? facts : by;
  if (Array.isArray(facts)) return facts.map((entry) => replaced(entry, by, key));
  if (typeof facts !== 'object' || facts === null) return facts;
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, replaced(value, by, name)]));
}
const variants = (facts: unknown): unknown[] => [facts, ...[...TEXTS, ...NUMBERS].map((by) => replaced(facts, by))];
const HOLE = /undefined|NaN|\bnull\b|\[object|Infinity/u;

describe.each(LANGUAGES)('what stands on the screen, named in a text in $locale,', ({ texts }) => {
  const bare = (name: string): string => name.replace(/["“”„]/gu, '');

  it('is named as it stands there: the button that reads again', () => {
    expect(texts.changedSince).toContain(texts.buttonReadAgain);
  });

  it.each([
    ['view', 'ViewChannel'],
    ['send', 'SendMessages'],
    ['thread', 'CreatePublicThreads'],
    ['thread', 'SendMessagesInThreads'],
    ['react', 'AddReactions'],
    ['history', 'ReadMessageHistory'],
  ] as const)('is named as it stands there: what is missing for %s, %s', (missing, right) => {
    expect(bare(texts.missingRight({ right: missing }))).toContain(bare(texts.right({ right })));
  });
});

describe.each(LANGUAGES)('facts of any kind in $locale', ({ locale, texts }) => {
  const sentences = Object.entries(TEXT_FACTS).flatMap(([key, samples]) =>
    (samples as readonly unknown[]).flatMap(variants).map((facts) => {
      const sentence = (texts as unknown as Record<string, (facts: unknown) => string>)[key]?.(facts);
      return { key, sentence: String(sentence) };
    }),
  );

  it('leave no hole in a text', () => {
    expect(sentences.length).toBeGreaterThan(700);
    expect(sentences.filter(({ sentence }) => HOLE.test(sentence))).toEqual([]);
  });

  it('leave no hole in the sentence of an error', () => {
    const said = ERRORS.flatMap(({ code, facts }) => variants(facts).map((each) => new BotError(code, each as never)));
    expect(said.map((error) => speak(locale).errorSentence(error)).filter((sentence) => HOLE.test(sentence))).toEqual(
      [],
    );
  });

  it('leave free text as it is', () => {
    const [, taken = ''] = TEXTS;
    const said = texts.discussAdded({ title: taken, words: 1 });
    expect(said).toContain(taken);
  });
});
