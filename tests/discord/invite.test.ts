/** The invite in README asks for what the bot needs: no more, and nothing that the settings panel would then miss. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { PermissionsBitField } from 'discord.js';
import { describe, expect, it } from 'vitest';

import { RIGHTS } from '../../src/discord/contracts/rights.ts';
import { speak } from '../../src/texts/texts.ts';

const README = readFileSync(join(import.meta.dirname, '..', '..', 'README.md'), 'utf8').replace(/\s+/gu, ' ');

describe('the invite in README', () => {
  it('asks for every right that the bot may need, and for no other', () => {
    const asked = new PermissionsBitField(BigInt(/&permissions=(\d+)/u.exec(README)?.[1] ?? '0'));
    expect(asked.toArray().toSorted()).toEqual([...RIGHTS].toSorted());
  });

  it('names them in the words of Discord’s own settings', () => {
    const { texts } = speak('en-GB');
    const names = RIGHTS.map((right) => texts.right({ right }).replace(/[“”]/gu, ''));
    const listed = /The permissions are (?<list>[^:]+):/u.exec(README)?.groups?.['list'] ?? '';
    expect(listed.split(/, | and (?=[A-Z])/u).toSorted()).toEqual(names.toSorted());
  });
});
