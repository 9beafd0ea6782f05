/** Secrets planted where they turn up, and looked for in everything that comes out. */
import { describe, expect, it } from 'vitest';

import { createLog, createRedact } from '#ops';

// Made up here; put together so that no scanner takes this file for a leak.
const BOT_TOKEN = ['MTIzNDU2Nzg5MDEyMzQ1Njc4', 'GhIjKl', 'mnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWX'].join('.');
const OTHER_BOT_TOKEN = ['OTk5OTk5OTk5OTk5OTk5OTk5', 'AbCdEf', 'zyxwvutsrqponmlkjihgfedcba0123456789ZYXW'].join('.');
const API_KEY = ['sk', 'proj', 'Planted0Key0of0the0Operator'].join('-');
const STORE_PASSWORD = 'pl@nted/p ss';
const INTERACTION_TOKEN = 'aW50ZXJhY3Rpb246MTIzNDU2Nzg5MDEyMzQ1Njc4OmFiY2RlZmdoaWprbG1ub3A';
const SESSION = 'session0of0a0reader';
const PLANTED = [
  BOT_TOKEN,
  OTHER_BOT_TOKEN,
  API_KEY,
  STORE_PASSWORD,
  encodeURIComponent(STORE_PASSWORD),
  INTERACTION_TOKEN,
  SESSION,
  'hunter2',
];

/** As discord.js makes it: the token in the address, the text in the body. */
function discordError(): Error {
  return Object.assign(new Error('Unknown interaction'), {
    name: 'DiscordAPIError[10062]',
    code: 10062,
    status: 404,
    url: `https://discord.com/api/v10/interactions/123456789012345678/${INTERACTION_TOKEN}/callback`,
    requestBody: { json: { content: `token ${BOT_TOKEN}` } },
  });
}

const RECORDS: readonly Readonly<Record<string, unknown>>[] = [
  { token: BOT_TOKEN },
  { accessToken: INTERACTION_TOKEN, api_key: API_KEY, Authorization: `Bot ${BOT_TOKEN}`, password: 'hunter2' },
  { event: 'login failed', cause: new Error(`401 for Bot ${BOT_TOKEN}`) },
  { cause: discordError() },
  { cause: new Error('wrapped', { cause: discordError() }) },
  { list: [{ deep: { text: `PATCH /webhooks/123456789012345678/${INTERACTION_TOKEN}/messages/@original` } }] },
  { text: `POST https://discord.com/api/webhooks/123456789012345678/${INTERACTION_TOKEN}?wait=true` },
  { text: `Incorrect API key provided: ${API_KEY}.` },
  { text: `a token of another bot, ${OTHER_BOT_TOKEN}, in an error` },
  { header: `Bearer ${API_KEY}`, cookie: `id=${SESSION}` },
  { link: `https://reader:hunter2@news.example/story?sid=${SESSION}#top` },
  { link: `https://news.example/a?utm=1&key=${SESSION} and http://b.example/?k=${SESSION}` },
  { store: `redis://default:${encodeURIComponent(STORE_PASSWORD)}@10.0.0.1:6379/0` },
  { text: `the password is ${STORE_PASSWORD}` },
  { [`field ${API_KEY}`]: 1 },
  { event: `event ${BOT_TOKEN}` },
];

function written(records: readonly Readonly<Record<string, unknown>>[]): string {
  const lines: string[] = [];
  const log = createLog({
    level: 'trace',
    secrets: [BOT_TOKEN, API_KEY, STORE_PASSWORD, undefined, ''],
    destination: { write: (line: string) => void lines.push(line) },
  });
  for (const record of records) log(record);
  return lines.join('');
}

describe('the log', () => {
  it.each(RECORDS.map((record, index) => [index, record] as const))(
    'shows no secret of record %i',
    (_index, record) => {
      const text = written([record]);
      expect(text).toContain('"time"');
      expect(PLANTED.filter((secret) => text.includes(secret))).toEqual([]);
    },
  );

  it('keeps what an operator needs', () => {
    const [line = ''] = written([
      {
        event: 'request',
        command: 'summarise',
        guild: '123456789012345678',
        inputTokens: 812,
        tokens: 5,
        outcome: 'answered',
      },
    ]).split('\n');
    expect(JSON.parse(line)).toMatchObject({
      msg: 'request',
      level: 30,
      command: 'summarise',
      guild: '123456789012345678',
      inputTokens: 812,
      tokens: 5,
      outcome: 'answered',
    });
  });

  it('keeps the name, the code and the causes of an error, and the page of a link', () => {
    const text = written([
      { level: 'error', cause: new Error('outer', { cause: discordError() }), link: 'https://news.example/story' },
    ]);
    expect(text).toContain('"code":10062');
    expect(text).toContain('Unknown interaction');
    expect(text).toContain('https://news.example/story');
    expect(text).toContain('"level":50');
  });

  it('survives what is no record: circles, functions, huge numbers', () => {
    const circle: Record<string, unknown> = { name: 'circle' };
    circle['self'] = circle;
    expect(written([{ circle, big: 10n ** 30n, work: () => undefined, gone: undefined, none: null }])).toContain(
      'circle',
    );
  });

  it('is quick over a text made to slow it down', () => {
    const redact = createRedact([BOT_TOKEN]);
    const hostile = [
      'https://'.repeat(20_000),
      `http://${'a'.repeat(200_000)}`,
      'a.'.repeat(100_000),
      `Bot ${'='.repeat(100_000)}`,
    ];
    // Of this thread alone: the machine is shared.
    const before = process.threadCpuUsage();
    for (const text of hostile) redact(text);
    // Quadratic work over these would take minutes.
    const { user, system } = process.threadCpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(20_000);
  });
});
