/** Eight words of a prompt in a row are not handed on, whichever prompt and whichever part of the answer. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { echoesPrompt } from '../../src/llm/echo.ts';
import { loadPrompt } from '../../src/llm/prompts.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'prompts');
const names = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.md') && file !== 'README.md')
  .map((file) => file.slice(0, -3));
const words = (text: string, from: number, count: number): string =>
  (text.match(/[\p{L}\p{N}’']+/gu) ?? []).slice(from, from + count).join(' ');

describe.each(names)('the prompt %s', (name) => {
  const prompt = loadPrompt(FOLDER, name);

  it('is known by any eight of its words, from both of its parts', () => {
    for (const part of [prompt.system, prompt.user.slice(prompt.user.lastIndexOf('}}'))])
      expect(echoesPrompt({ text: `Sure: ${words(part, 3, 8).toUpperCase()}!` }, prompt)).toBe(true);
  });

  it('is not known by seven', () => {
    expect(echoesPrompt({ text: words(prompt.system, 3, 7) }, prompt)).toBe(false);
  });

  it('is found wherever it stands in an item', () => {
    const text = words(prompt.system, 0, 8);
    expect(echoesPrompt(text, prompt)).toBe(true);
    expect(echoesPrompt({ speaker: { name: text } }, prompt)).toBe(true);
    expect(echoesPrompt({ evidence: [1], quotations: ['Q1', text] }, prompt)).toBe(true);
    expect(echoesPrompt({ evidence: [1], text: 'The council voted to close the ferry on Tuesday.' }, prompt)).toBe(
      false,
    );
  });
});
