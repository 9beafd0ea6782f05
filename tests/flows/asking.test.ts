/** Every way to hand over an article, and every place to do it in. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { ShownMessage } from '#sandbox';
import { ARTICLES } from '#sandbox';

import { type FlowWorld, startWorld } from './world.ts';

let world: FlowWorld;
const [ferry] = ARTICLES;
const PHONES = ARTICLES[2]?.paragraphs.join('\n\n') ?? '';
const TEXT = ferry?.paragraphs.join('\n\n') ?? '';
const article = (path = '/news/tidemouth-ferry'): string => world.site.url(path);
const slash = (command: string, options = {}, extra = {}) =>
  world.discord.act.slash({ channel: world.discord.news, user: world.discord.member, command, options, ...extra });
/** Deferral, message, update, form: callback types of Discord. */
const DEFERRED = 5;
const AT_ONCE = 4;
const lastCallback = (): number | undefined => world.callbacks().at(-1);

beforeAll(async () => {
  world = await startWorld({ hasModel: false });
});
afterAll(async () => {
  await world.close();
});

describe('an article that was read lately', () => {
  it('is answered at once, without a deferral and without a fetch', async () => {
    const first = await world.ask({ command: 'summarise', options: { article: article() } });
    expect(lastCallback()).toBe(DEFERRED);
    const fetches = world.site.hits('/news/tidemouth-ferry');
    const again = await world.ask({ command: 'summarise', options: { article: article() } });
    expect(lastCallback()).toBe(AT_ONCE);
    expect(again.text).toBe(first.text);
    const positions = await world.ask({ command: 'positions', options: { article: `${article()}?utm_source=x` } });
    expect(lastCallback()).toBe(AT_ONCE);
    expect(positions.text).toContain('**Tomas Wray**');
    expect(world.site.hits('/news/tidemouth-ferry')).toBe(fetches);
  });
});

describe('read aloud', () => {
  it('an answer says the same without its buttons: words for everything, no picture, every line in the file', async () => {
    const answer = await world.ask({ command: 'positions', options: { article: article() } });
    const spoken = answer.text.split('\n').filter((row) => !row.startsWith('['));
    expect(spoken.join('\n')).not.toMatch(/\p{Extended_Pictographic}|<a?:/u);
    const [file] = (await world.press(answer, 'Sources')).files;
    const bare = (text: string): string => (text.match(/\p{L}+/gu) ?? []).join(' ');
    const lines = spoken.filter((row) => row.startsWith('•')).map((row) => row.replace(/ \([^]*$/u, ''));
    expect(lines.length).toBeGreaterThan(5);
    expect(lines.filter((row) => !bare(file?.text ?? '').includes(bare(row)))).toEqual([]);
  });
});

describe('/positions', () => {
  const positions = (options: Readonly<Record<string, string>>) =>
    world.ask({ command: 'positions', options: { article: article(), ...options } });

  it('shows one speaker', async () => {
    const { text } = await positions({ speaker: 'wray' });
    expect(text).toContain('Only: wray');
    expect(text).toContain('“In January that boat is the only way to the hospital.”');
    expect(text).not.toContain('**Edda Quillon**');
  });

  it('shows what was said about one issue', async () => {
    const { text } = await positions({ issue: 'hospital' });
    expect(text).toContain('**Tomas Wray**');
    expect(text).not.toContain('guess with a decimal point');
  });

  it('shows one speaker of the article that was shown here last, when none is named', async () => {
    await world.ask({ command: 'summarise', options: { article: article() } });
    const { text } = await world.ask({ command: 'positions', options: { speaker: 'wray' } });
    expect(text).toContain('**Tomas Wray**');
    expect(text).not.toContain('**Edda Quillon**');
    const nothing = await world.ask({ command: 'positions', isElsewhere: true, options: { issue: 'ferry' } });
    expect(nothing.text).toContain('No article has been shown in this channel yet');
  });

  it('names the speakers when nothing fits', async () => {
    const { text } = await positions({ speaker: 'nobody like that' });
    expect(text).toMatch(/No position fits that.*Tomas Wray/u);
  });
});

describe('a form', () => {
  it('opens when no article was given, and keeps the lines of a pasted text', async () => {
    const opened = slash('summarise');
    const form = await opened.modal();
    expect(form.title).toBe('Which article?');
    expect(form.fields.map(({ label }) => label)).toEqual([
      'Text of the article, or a link',
      'More of the text',
      'Headline',
      'Or a file',
    ]);
    const { text } = await world.served(
      world.discord.act.submitModal(opened, { title: 'Lockers for telephones', text: PHONES }),
    );
    expect(text).toContain('### Lockers for telephones');
    expect(text).toContain('**Teodor Vance**');
  });

  it('reads on in the second box where the first was full', async () => {
    const long = `${TEXT}\n\n${ARTICLES[1]?.paragraphs.join('\n\n') ?? ''}`;
    const opened = slash('positions');
    await opened.modal();
    const { text } = await world.served(
      world.discord.act.submitModal(opened, { text: long.slice(0, 4000), more: long.slice(4000) }),
    );
    expect(text).toContain('**Ilya Marchetti**');
  });

  it('takes a link, and answers privately what was asked privately', async () => {
    const opened = slash('summarise', { private: true });
    await opened.modal();
    const shown = await world.served(world.discord.act.submitModal(opened, { text: article() }));
    expect(shown.isEphemeral).toBe(true);
    expect(shown.text).toContain('Tidemouth council votes');
  });

  it('takes a file', async () => {
    const opened = slash('summarise');
    await opened.modal();
    const file = { name: 'ferry.txt', bytes: TEXT };
    const { text } = await world.served(world.discord.act.submitModal(opened, { file: [file] }));
    expect(text).toContain('**Tomas Wray**');
  });

  it('says what is missing when it is sent empty', async () => {
    const opened = slash('summarise');
    await opened.modal();
    const { text } = await world.served(world.discord.act.submitModal(opened, {}));
    expect(text).toContain('No article was given');
  });
});

describe('a file', () => {
  it.each([
    ['text', { name: 'ferry.txt', bytes: TEXT }],
    [
      'a page',
      { name: 'ferry.html', contentType: 'text/html', bytes: `<article><h1>Ferry</h1><p>${TEXT}</p></article>` },
    ],
  ])('is read: %s', async (_what, file) => {
    const { text } = await world.ask({ command: 'summarise', options: { file } });
    expect(text).toContain('**Tomas Wray**');
  });

  it('of a kind that holds no text ends in a sentence', async () => {
    const file = { name: 'cat.png', contentType: 'image/png', bytes: 'x' };
    const { text } = await world.ask({ command: 'summarise', options: { file } });
    expect(text).toContain('which I cannot read');
  });
});

describe('a pasted text', () => {
  it('that lost its lines in the option is read well', async () => {
    const { text } = await world.ask({ command: 'summarise', options: { article: `${ferry?.title} ${TEXT}` } });
    expect(text).toContain('**Tomas Wray**');
  });

  it('with a short note beside a link counts as the link', async () => {
    const { text } = await world.ask({ command: 'summarise', options: { article: `look at this: ${article()}` } });
    expect(text).toContain('The Sound Courier');
  });
});

describe('menu entries', () => {
  const menu = (command: string, message: ShownMessage) =>
    world.served(
      world.discord.act.messageCommand({ channel: world.discord.news, user: world.discord.member, command, message }),
    );
  const post = (content: string) =>
    world.discord.act.post({ channel: world.discord.news, user: world.discord.admin, content });

  it('summarise the link of a message', async () => {
    expect((await menu('Summarise', post(`have you seen ${article()} ?`))).text).toContain('### Points');
  });

  it('list the positions of a message that is itself an article', async () => {
    expect((await menu('List positions', post(TEXT.slice(0, 1900)))).text).toContain('**Tomas Wray**');
  });

  it('say so when the message holds no article, to the asker alone', async () => {
    const { text, isEphemeral } = await menu('Summarise', post('good morning'));
    expect(text).toContain('holds no link');
    expect(isEphemeral).toBe(true);
  });
});

describe('languages', () => {
  it('are suggested by code and by name while somebody types', async () => {
    const typing = (typed: string, locale: string) =>
      world.discord.act.autocomplete({
        channel: world.discord.news,
        user: world.discord.member,
        command: 'summarise',
        option: 'language',
        typed,
        locale,
      });
    expect(await typing('ger', 'en-GB').choices()).toContainEqual({ name: 'German', value: 'de' });
    expect(await typing('fr', 'de').choices()).toContainEqual({ name: 'Französisch', value: 'fr' });
    expect((await typing('', 'de').choices())[0]).toEqual({ name: 'Deutsch', value: 'de' });
  });

  it('that nobody speaks are refused with the next step', async () => {
    const { text } = await world.ask({ command: 'summarise', options: { article: article(), language: 'Elvish' } });
    expect(text).toContain('"Elvish" is no language that I know');
  });

  it('of the reader are used for what only they see, of the server for what everybody sees', async () => {
    const own = await world.ask({ command: 'positions', options: { article: article(), private: true }, locale: 'de' });
    expect(own.text).toContain('### Wer was gesagt hat');
    const everybodys = await world.ask({ command: 'positions', options: { article: article() }, locale: 'de' });
    expect(everybodys.text).toContain('### Who said what');
  });

  it('of commands are published: names and descriptions in English and German', () => {
    const summarise = world.discord.commands().find((one) => one['name'] === 'summarise');
    expect(summarise).toMatchObject({
      name_localizations: { 'en-US': 'summarize', 'en-GB': 'summarise', de: 'zusammenfassen' },
      description_localizations: { de: expect.stringContaining('Artikel') },
      options: expect.arrayContaining([
        expect.objectContaining({ name: 'length', name_localizations: expect.objectContaining({ de: 'länge' }) }),
      ]),
    });
  });
});

describe('outside servers', () => {
  it('a direct message is answered where it was asked, with results of its own', async () => {
    const channel = world.discord.build.openDm(world.discord.member);
    const fetches = world.site.hits('/news/school-phones');
    const ask = () => world.served(slash('summarise', { article: article('/news/school-phones') }, { channel }));
    expect((await ask()).text).toContain('Larkhaven');
    expect((await ask()).text).toContain('Larkhaven');
    expect(world.site.hits('/news/school-phones')).toBe(fetches + 1);
    // What was read there is the user's: the server reads for itself.
    await world.ask({ command: 'summarise', options: { article: article('/news/school-phones') } });
    expect(world.site.hits('/news/school-phones')).toBe(fetches + 2);
  });

  it('where only the user installed the app it counts as theirs, whatever guild the call names', async () => {
    const { discord } = world;
    const foreign = discord.build.addGuild({ name: 'Foreign', isBotPresent: false });
    discord.build.addMember(foreign, discord.member);
    const channel = discord.build.addChannel(foreign, { name: 'talk' });
    await world.served(slash('summarise', { article: article('/news/orchard-water') }, { channel }));
    expect(await keysOf(foreign.id)).toEqual([]);
    expect(await keysOf(`user:${discord.member.id}`)).not.toEqual([]);
  });

  async function keysOf(guild: string): Promise<string[]> {
    return Array.fromAsync(world.app().store.articles.keys(guild));
  }
});
