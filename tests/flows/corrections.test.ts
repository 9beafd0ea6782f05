/** "Wrong?": a report, its check, the posts that change with it, the admins' word; and pages that say something else by now. */
import { afterEach, describe, expect, it } from 'vitest';

import type { ShownMessage } from '#sandbox';
import { ARTICLES, articlePage } from '#sandbox';

import { answering } from './answering-model.ts';
import { honest, schemaName } from './honest-model.ts';
import { type FlowWorld, startWorld } from './world.ts';

let world: FlowWorld;
afterEach(async () => {
  await world.close();
});

const FERRY = '/news/tidemouth-ferry';
const article = (path = FERRY): string => world.site.url(path);
type Holds = Parameters<typeof answering>[1];

/** A writer that says of one position what the article does not, in words that pass the rules. */
async function start(holds: Holds, hasModel = true): Promise<void> {
  world = await startWorld({ hasModel });
  const judge = answering(() => null, holds);
  world.model.respond((request, ...rest) =>
    schemaName(request) === 'briefing' ? honest(request, ...rest) : judge(request, ...rest),
  );
}

const summarise = (): Promise<ShownMessage> => world.ask({ command: 'summarise', options: { article: article() } });
const nowShown = (message: ShownMessage, as = world.discord.member): ShownMessage | undefined =>
  world.discord.shows(message.channelId, as).find(({ id }) => id === message.id);

/** Opens the form, picks the first line that fits and sends it. */
async function report(
  answer: ShownMessage,
  {
    field,
    words,
    as = 'member',
    ...more
  }: { field: 'point' | 'position0'; words: RegExp; as?: 'member' | 'admin' } & Record<string, string | RegExp>,
): Promise<ShownMessage> {
  const { discord } = world;
  const opened = discord.act.button(answer, 'Wrong?', discord[as]);
  const form = await opened.modal();
  const value = optionOf(field, words);
  expect(form.title).toBe('Which line is wrong?');
  return world.served(discord.act.submitModal(opened, { ...(more as Record<string, string>), [field]: value }));
}

/** The value behind a label, out of the form that the bot sent. */
function optionOf(field: string, words: RegExp): string {
  const forms = world.discord.requests.filter(
    ({ path, body }) => path.endsWith('/callback') && (body as { type?: number }).type === 9,
  );
  const text = JSON.stringify(forms.at(-1)?.body);
  const { data } = JSON.parse(text) as {
    data: { components: { component: { custom_id: string; options?: { label: string; value: string }[] } }[] };
  };
  const options = data.components.find(({ component }) => component.custom_id === field)?.component.options ?? [];
  const option = options.find(({ label }) => words.test(label));
  if (!option) throw new Error(`no such line among ${options.map(({ label }) => label).join(' | ')}`);
  return option.value;
}

describe('a report', () => {
  it('that the second reader does not share keeps the line, and tells the reporter alone', async () => {
    await start(true);
    const answer = await summarise();
    const told = await report(answer, { field: 'position0', words: /Wray/u });
    expect(told.isEphemeral).toBe(true);
    expect(told.text).toContain('Checked again: it stands');
    expect(nowShown(answer)?.text).toBe(answer.text);
  });

  it('shows the second reader two sentences more on each side, and everything that the speaker is quoted with', async () => {
    await start(true);
    const answer = await summarise();
    await report(answer, { field: 'position0', words: /The night boat carries/u });
    const call = JSON.stringify(world.model.calls.at(-1));
    // The sentence before, the second after, and the speaker's other quotation; nothing from further down.
    expect(call).toContain('voted 9 to 6 on Thursday evening');
    expect(call).toContain('crossed the sound since 1931');
    expect(call).toContain('No town of our size');
    expect(call).not.toContain('only way to the hospital');
  });

  it('that it shares leaves the quotation and takes the name away, in every post and in what is kept', async () => {
    await start((claim) => !claim.includes('Wray'));
    const answer = await summarise();
    const positions = await world.ask({ command: 'positions', options: { article: article() } });
    const told = await report(answer, { field: 'position0', words: /only way to the hospital/u });
    expect(told.text).toContain('### Corrected');
    for (const post of [answer, positions]) {
      const now = await world.discord.until(() => {
        const shown = nowShown(post);
        return shown?.text.includes('Corrected after a report') ? shown : undefined;
      });
      expect(now.text).toMatch(/\*\*Speaker unclear\*\*[^*]*only way to the hospital/u);
    }
    if (process.env['SHOW']) console.log([answer, told, nowShown(answer)].map((one) => one?.text).join('\n-----\n'));
    // Whoever asks next gets the corrected line, too.
    const next = await world.ask({ command: 'positions', options: { article: article() }, as: 'admin' });
    expect(next.text).toContain('1 line put right');
  });

  it('leaves a message that only leads to the post as it is', async () => {
    await start((claim) => !claim.includes('Wray'));
    const { discord } = world;
    const answer = await summarise();
    await world.set({ field: 'mode', channel: discord.news.id, value: 'reply' });
    const again = discord.act.post({ channel: discord.news, user: discord.member, content: article() });
    const pointer = await discord.appears(discord.news, discord.member, ({ replyTo }) => replyTo === again.id);
    expect(pointer.text).toContain(`/${answer.id})`);
    const remembered = () => world.app().desk.posted.byId(discord.guild.id, pointer.id);
    await expect.poll(remembered).toBeDefined();
    await report(answer, { field: 'position0', words: /only way to the hospital/u });
    await discord.until(() => nowShown(answer)?.text.includes('Corrected after a report'));
    await discord.settled({ quietMs: 800 });
    expect(nowShown(pointer)?.text).toBe(pointer.text);
  });

  it('without a second reader puts the line into the article’s own words', async () => {
    await start(true);
    const answer = await summarise();
    await world.set({ field: 'allowance', of: 'guild', value: 0 });
    const calls = world.model.calls.length;
    const told = await report(answer, { field: 'point', words: /./u });
    expect(told.text).toMatch(/it stands|Corrected/u);
    expect(world.model.calls).toHaveLength(calls);
  });

  it('of a wrong speaker changes nothing where the rules alone look again and find the same one, and says so', async () => {
    await start(true, false);
    const answer = await summarise();
    const words = /They counted passengers/u;
    const told = await report(answer, { field: 'position0', words, what: 'speaker' });
    expect(told.text).toContain('Checked again: it stands');
    expect(told.text).toContain('No model looked again.');
    expect(told.text).toContain('No post was changed.');
    expect(nowShown(answer)?.text).toBe(answer.text);
  });

  it('of a line that was dealt with meanwhile ends in a sentence', async () => {
    await start((claim) => !claim.includes('Wray'));
    const answer = await summarise();
    const { discord } = world;
    const second = discord.act.button(answer, 'Wrong?', discord.admin);
    await second.modal();
    const value = optionOf('position0', /only way to the hospital/u);
    await report(answer, { field: 'position0', words: /only way to the hospital/u });
    const late = await world.served(discord.act.submitModal(second, { position0: value }));
    expect(late.text).toContain('corrected or withdrawn since');
  });

  it('without a line ends in a sentence', async () => {
    await start(true);
    const answer = await summarise();
    const opened = world.discord.act.button(answer, 'Wrong?', world.discord.member);
    await opened.modal();
    expect((await world.served(world.discord.act.submitModal(opened, {}))).text).toContain('No line was chosen');
  });

  it('comes to the admins’ channel, with a reason made harmless, and they may withdraw the line', async () => {
    await start(true);
    const { discord } = world;
    await world.set({ field: 'reportChannel', value: discord.general.id });
    const answer = await summarise();
    await report(answer, {
      field: 'position0',
      words: /only way to the hospital/u,
      why: '@everyone [x](https://evil.example) he never said that',
    });
    const shown = await discord.appears(discord.general, discord.admin, ({ text }) => text.includes('Reported:'));
    expect(shown.text).toContain('he never said that');
    expect(shown.text).not.toMatch(/\]\(https:\/\/evil|(?<!\\)@everyone/u);
    expect(shown.pinged).toEqual({ users: [], roles: [], everyone: false });
    const refused = await world.press(shown, 'Withdraw this line');
    expect(refused.isEphemeral).toBe(true);
    expect(nowShown(answer)?.text).toContain('only way to the hospital');
    await world.press(shown, 'Withdraw this line', 'admin');
    expect(nowShown(answer)?.text).toContain('1 line withdrawn');
    expect(nowShown(answer)?.text).not.toContain('only way to the hospital');
    const after = discord.shows(discord.general, discord.admin).find(({ id }) => id === shown.id);
    expect(after?.text).toContain('Withdrawn by an admin');
  });

  it('of an admin may withdraw a line without a check; the open form of a former admin is refused', async () => {
    await start(true);
    const { discord } = world;
    const answer = await summarise();
    const former = discord.build.addMember(discord.guild, 'Former', { permissions: ['MANAGE_GUILD'] });
    const opened = discord.act.button(answer, 'Wrong?', former);
    await opened.modal();
    const position0 = optionOf('position0', /hospital/u);
    discord.build.setRoles(discord.guild, former, []);
    const refused = await world.served(discord.act.submitModal(opened, { position0, act: 'withdraw' }));
    expect(refused.text).not.toContain('### Withdrawn');
    expect(nowShown(answer)?.text).toContain('only way to the hospital');
    await report(answer, { field: 'position0', words: /hospital/u, act: 'withdraw', as: 'admin' });
    expect(nowShown(answer)?.text).not.toContain('only way to the hospital');
  });

  it('passes over a post that somebody deleted, and forgets it', async () => {
    await start((claim) => !claim.includes('Wray'));
    const answer = await summarise();
    const other = await world.ask({ command: 'positions', options: { article: article() } });
    world.discord.act.delete(other);
    const told = await report(answer, { field: 'position0', words: /hospital/u });
    expect(told.text).toContain('### Corrected');
    const left = await world.app().desk.posted.ofArticle(world.discord.guild.id, (await keptArticle()) ?? '');
    expect(left.map(({ id }) => id)).toEqual([answer.id]);
  });

  async function keptArticle(): Promise<string | undefined> {
    const [first] = await Array.fromAsync(world.app().store.articles.keys(world.discord.guild.id));
    return first;
  }
});

describe('a page that says something else by now', () => {
  const [ferry] = ARTICLES;
  const CHANGED = '“We were told in 2019 that this was settled,” said Tomas Wray.';
  const changing = (): void => {
    if (!ferry) throw new Error('the site has no articles');
    const later = {
      ...ferry,
      paragraphs: ferry.paragraphs.map((text) => (text.includes('Tomas Wray, who') ? CHANGED : text)),
    };
    world.site.page('/news/changing-ferry', (hit) => ({
      body: articlePage(hit > 1 ? later : ferry, world.site.origin),
    }));
  };
  const url = (): string => world.site.url('/news/changing-ferry');

  it('is said in the next answer, with the positions that are new and gone, and marked on the earlier post', async () => {
    await start(true, false);
    changing();
    const first = await world.ask({ command: 'summarise', options: { article: url() } });
    expect(first.text).not.toContain('has been changed');
    const positions = await world.ask({ command: 'positions', options: { article: url() } });
    const again = await world.press(positions, 'Read again');
    expect(again.text).toContain('The article has been changed');
    expect(again.text).toMatch(/### New positions in the changed article\n.*Tomas Wray[^#]*2019/u);
    expect(again.text).toMatch(/### No longer in the article[^#]*only way to the hospital/u);
    // What the page no longer says has no passage to lead to.
    const gone = /### No longer in the article[^#]*/u.exec(again.text)?.[0] ?? '';
    expect(gone).not.toContain('](http');
    const marked = await world.discord.until(() => {
      const shown = nowShown(first);
      return shown?.text.includes('has been changed') ? shown : undefined;
    });
    expect(marked.text).toContain('This is what it said then');
    // The message that was read again is no earlier post.
    await world.discord.settled({ quietMs: 800 });
    expect(nowShown(again)?.text).toBe(again.text);
  });

  it('is said in the answer to a question, too', async () => {
    await start(true, false);
    changing();
    await world.ask({ command: 'summarise', options: { article: url() } });
    const links = world.app().store.links;
    for (const guild of [world.discord.guild.id])
      for await (const [key, note] of links.entries(guild)) await links.put(guild, key, { ...note, readAt: 0 });
    const { text } = await world.ask({
      command: 'ask',
      options: { article: url(), question: 'What was settled in 2019?' },
    });
    expect(text).toContain('told in 2019');
    expect(text).toContain('The article has been changed');
  });
});
