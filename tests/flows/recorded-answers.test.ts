/** Whole answers as servers really spoil them, replayed from files: what may be read is read, what is wrong is not shown. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { inTurn, recorded } from '#sandbox';

import { honest } from './honest-model.ts';
import { type FlowWorld, startWorld } from './world.ts';

const answer = (name: string) => recorded(new URL(`../fixtures/recorded-answers/${name}`, import.meta.url));

describe('a recorded answer', () => {
  let world: FlowWorld;
  beforeEach(async () => {
    world = await startWorld({ hasModel: true });
  });
  afterEach(async () => {
    await world.close();
  });

  /** The writing call gets the file; a repair call after it gets an honest answer. */
  async function shown(file: string): Promise<string> {
    world.model.respond(inTurn(answer(file), honest));
    const options = { article: world.site.url('/news/tidemouth-ferry') };
    return (await world.ask({ command: 'summarise', options })).text;
  }
  const count = (text: string, words: string): number => text.split(words).length - 1;

  it('fenced, with talk around it (fenced.txt), is read whole', async () => {
    const text = await shown('fenced.txt');
    expect(text).toContain('Two day crossings, at 7 a.m. and 5 p.m., will remain.');
    expect(text).toContain(
      '“The night boat carries eleven people on an average evening and costs us 412,000 crowns a year”',
    );
    expect(text).toContain('has not said whether it will withdraw its share');
    expect(text).not.toMatch(/Let me know|Here is|```/u);
    expect(world.model.calls).toHaveLength(1);
  });

  it('cut by its length (truncated.answer.json) gives the items that were complete', async () => {
    const text = await shown('truncated.answer.json');
    expect(text).toContain('Two day crossings, at 7 a.m. and 5 p.m., will remain.');
    expect(text).toContain('They counted passengers in July');
    expect(text).not.toContain('Calum Ver');
  });

  it('with numbers that do not exist (wrong-ids.txt) shows nothing that rests on them', async () => {
    const text = await shown('wrong-ids.txt');
    expect(text).toContain('The town council voted 9 to 6 on Thursday evening');
    expect(text).toContain('“The night boat carries eleven people');
    expect(text).not.toMatch(/pension|5,000|Ottoline|\b99\b|\b101\b/u);
  });

  it('with everything twice (repeated.txt) says each thing once', async () => {
    const text = await shown('repeated.txt');
    expect(count(text, 'Two day crossings')).toBe(1);
    expect(count(text, 'crossed the sound since 1931')).toBe(1);
    expect(count(text, 'a guess with a decimal point')).toBe(1);
  });

  it('in two languages (two-languages.txt) shows English lines only', async () => {
    const text = await shown('two-languages.txt');
    expect(text).toContain('1.6 million crowns by 2030');
    expect(text).not.toMatch(/Nachtfähre|bleiben bestehen|Nachtboot|Bürgermeisterin|Schließung/u);
  });
});
