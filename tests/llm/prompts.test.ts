import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { fillPrompt, loadPrompt, parsePrompt, variablesUsed } from '../../src/llm/prompts.ts';
import { SCHEMAS } from '../../src/llm/schemas.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'prompts');
const names = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.md') && file !== 'README.md')
  .map((file) => file.slice(0, -3));

describe('the prompt files', () => {
  it.each(names)('%s uses exactly the variables it declares, and its schema exists', (name) => {
    const prompt = loadPrompt(FOLDER, name);
    expect([...variablesUsed(prompt)].sort()).toEqual([...prompt.variables].sort());
    expect(Object.keys(SCHEMAS)).toContain(prompt.schema);
    expect(prompt.name).toBe(name);
    expect(prompt.maxOutputTokens).toBeGreaterThan(0);
  });

  it('never looks again at a value that was put in', () => {
    const prompt = parsePrompt(
      'x.md',
      '---\nname: x\nversion: 1\ntier: t\nvariables: a\nschema: repair\nmax_output_tokens: 1\n---\nsystem\n=== user ===\n{{a}}',
    );
    expect(fillPrompt(prompt, { a: '{{b}}' }).user).toBe('{{b}}');
  });
});
