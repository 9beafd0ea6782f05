/** A person at the page, in Debian's Chromium. Skipped with a notice where there is none. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

import { CHROMIUM, launch, type RunningSandbox, startSandbox, temporaryFolder, type Visit, visit } from './browser.ts';

if (!CHROMIUM) console.warn('browser tests are skipped: there is no Chromium (apt-get install chromium)');

describe.skipIf(!CHROMIUM)('the page of the sandbox', () => {
  const folder = temporaryFolder();
  let browser: Browser;
  let sandbox: RunningSandbox;
  let site: string;
  const visits: Visit[] = [];

  async function come(size?: { width: number; height: number }): Promise<Visit> {
    const one = await visit(browser, sandbox.url, size);
    visits.push(one);
    return one;
  }

  beforeAll(async () => {
    sandbox = await startSandbox(folder.path);
    browser = await launch();
    const first = await visit(browser, sandbox.url);
    const link = first.page.getByRole('link', { name: /tidemouth-ferry/u }).first();
    site = new URL((await link.getAttribute('href')) ?? '').origin;
    // The first request of a process is the slowest; on a busy machine it may miss Discord's three seconds.
    await first.type('/help');
    await first.page
      .getByText(/Only you can see this|did not respond/u)
      .first()
      .waitFor();
    await first.context.close();
  }, 180_000);

  afterEach(async () => {
    for (const { context } of visits.splice(0)) await context.close();
  });

  afterAll(async () => {
    await browser.close();
    await sandbox.stop();
    folder.remove();
  });

  test('a member summarises a link with the keyboard alone, and finds what stands behind the answer', async () => {
    const { page, last, errors } = await come();
    await page.keyboard.type('/su');
    const list = page.getByRole('listbox', { name: 'Commands' });
    await list.getByRole('option', { name: /summarise/u }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByLabel('article').waitFor();
    await page.keyboard.type(`${site}/news/tidemouth-ferry`);
    await page.keyboard.press('Enter');
    const answer = last();
    await answer.getByText('Checked against the article').waitFor();
    expect(await answer.innerText()).toContain('Tidemouth council votes to close the night ferry');

    await answer.hover();
    await answer.getByRole('button', { name: 'Look behind this answer' }).click();
    const panel = page.getByRole('complementary', { name: 'Behind this answer' });
    await panel.getByText('embedded rules, no model').waitFor();
    await panel.getByRole('button', { name: 'Sentence 1', exact: true }).first().click();
    const sentence = panel.locator('#sentence-1');
    expect(await sentence.getAttribute('class')).toContain('used');
    expect(await sentence.innerText()).toContain('The town council voted 9 to 6');
    expect(await panel.locator('mark.printed').count()).toBeGreaterThan(0);
    expect(await panel.locator('.request').count()).toBeGreaterThan(1);
    expect(await panel.locator('.verdict.bad').count()).toBe(0);
    expect(errors).toEqual([]);
  });

  test('a member lists positions', async () => {
    const { ask, errors } = await come();
    const answer = await ask(`/positions ${site}/news/orchard-water`);
    const text = await answer.innerText();
    expect(text).toContain('Ines Callowhill');
    expect(text).toContain('We have the meters, and the meters do not argue.');
    expect(errors).toEqual([]);
  });

  test('a private answer is seen by its member only, and can be dismissed', async () => {
    const { ask, page, errors } = await come();
    const answer = await ask(`/summarise ${site}/news/school-phones private:true`);
    const own = page.locator(`#${(await answer.getAttribute('id')) ?? ''}`);
    await own.getByText('Only you can see this').waitFor();
    expect(await own.innerText()).toContain('Larkhaven');
    await page.getByRole('button', { name: 'Ada Admin', exact: true }).click();
    await page.getByRole('button', { name: 'Ada Admin', exact: true, pressed: true }).waitFor();
    expect(await own.count()).toBe(0);
    await page.getByRole('button', { name: 'Mira Member', exact: true }).click();
    await own.getByRole('button', { name: 'Dismiss message' }).click();
    await own.waitFor({ state: 'detached' });
    expect(errors).toEqual([]);
  });

  test.each([
    ['into a private network', '/redirect/to-private', 'not a public web address'],
    ['to a page that is gone', '/status/404', '404'],
    ['to a consent page', '/walls/consent', 'paste the text'],
  ])('a link that leads %s is answered with a sentence', async (_where, path, words) => {
    const { ask, errors } = await come();
    const answer = await ask(`/summarise ${site}${path}`, new RegExp(words, 'u'));
    expect(await answer.locator('.thinking').count()).toBe(0);
    expect(errors).toEqual([]);
  });

  test('a passage link of an answer opens the article at the passage', async () => {
    const { page, context, ask, errors } = await come({ width: 1280, height: 500 });
    const answer = await ask(`/positions ${site}/long/council-minutes`);
    // A passage far down, so that only a jump can show it.
    const link = answer.locator('a[href*=":~:text="]').last();
    const opening = context.waitForEvent('page');
    await link.click();
    const article = await opening;
    await article.waitForLoadState();
    expect(article.url()).toContain('/long/council-minutes');
    await article.waitForFunction('scrollY > 200');
    await page.bringToFront();
    expect(errors).toEqual([]);
  });

  test('buttons of an answer change it, for the one who asked', async () => {
    const { ask, page, errors } = await come();
    const answer = await ask(`/summarise ${site}/news/orchard-water`);
    await answer.getByRole('button', { name: 'Shorter' }).click();
    await answer.getByText('Who said what').waitFor({ state: 'detached' });
    await answer.getByRole('button', { name: 'Positions' }).click();
    await page.getByText('We have the meters').last().waitFor();
    expect(errors).toEqual([]);
  });

  test('a command without an article opens a form, and pasted text is answered to its author alone', async () => {
    const { page, type, last, errors } = await come();
    await type('/summarise');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    const form = page.getByRole('dialog');
    await form
      .getByLabel('Text of the article')
      .fill('The storm closed the port. “Nobody was hurt,” Ines Okafor said.');
    await form.getByRole('button', { name: 'Submit' }).click();
    await last()
      .getByText(/Nobody was hurt|Ask again in/u)
      .first()
      .waitFor();
    await form.waitFor({ state: 'detached' });
    expect(errors).toEqual([]);
  });

  test('a menu entry of the bot answers about the link of a message', async () => {
    const { page, type, last, errors } = await come();
    await type(`what about ${site}/press/brannoch-lines`);
    await last().getByText('what about').waitFor();
    await last().click({ button: 'right', position: { x: 5, y: 5 } });
    const before = (await last().getAttribute('id')) ?? '';
    await page.getByRole('menuitem', { name: /Summari[sz]e/u }).click();
    const answer = page.locator(`.message:last-child:not(#${before})`);
    // Which of the two depends on what the same member asked before.
    await answer.filter({ hasText: /Brannoch Lines sets out|Ask again in/u }).waitFor();
    expect(errors).toEqual([]);
  });

  test('messages are untrusted: their text stays text', async () => {
    const { page, type, last, errors } = await come();
    await type('<img src=x onerror="document.title=1"> <script>document.title=2</script> [x](javascript:alert(1))');
    await last().getByText('<script>').waitFor();
    expect(await last().locator('img, script, a').count()).toBe(0);
    expect(await page.title()).toContain('Verbatim');
    expect(errors).toEqual([]);
  });

  test('replies, reactions, threads and files by the menus', async () => {
    const { page, type, last, errors } = await come();
    await type('a message to talk about');
    await last().getByText('a message to talk about').waitFor();
    await last().click({ button: 'right' });
    await page.getByRole('menuitem', { name: '👀' }).click();
    await last()
      .getByRole('button', { name: /👀 1: Mira Member/u })
      .waitFor();
    await last().hover();
    await last().getByRole('button', { name: 'Reply' }).click();
    await type('an answer to it');
    await last().getByText('Reply to').waitFor();
    await last().hover();
    await last().getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Create thread' }).click();
    await page.getByRole('heading', { name: /an answer to it/u, level: 2 }).waitFor();
    await page
      .getByLabel('Attach a file')
      .setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('x') });
    await type('inside the thread');
    await last().getByRole('link', { name: 'notes.txt' }).waitFor();
    await page.getByRole('button', { name: '#news' }).click();
    await page.getByRole('button', { name: /an answer to it.*2 messages|Open thread/u }).waitFor();
    expect(errors).toEqual([]);
  });

  test('a channel where one may not write says so', async () => {
    const { page, errors } = await come();
    await page.getByRole('button', { name: 'rules' }).click();
    await page.getByText('Nothing was written here yet').waitFor();
    await page.getByRole('combobox', { name: 'Message #rules' }).fill('hello');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('permission').waitFor();
    expect(errors).toEqual([]);
  });

  describe('has no serious finding of axe', () => {
    test('with an answer and the look behind it', async () => {
      const { page, ask, findings, errors } = await come();
      const answer = await ask(`/summarise ${site}/islander/night-boat`);
      await answer.hover();
      await answer.getByRole('button', { name: 'Look behind this answer' }).click();
      await page.getByRole('heading', { name: 'What the bot did' }).waitFor();
      expect(await findings()).toEqual([]);
      expect(errors).toEqual([]);
    });

    test('with suggestions, options, articles and a menu', async () => {
      const { page, findings, last, errors } = await come();
      await page.keyboard.type('/');
      await page.getByRole('listbox').waitFor();
      expect(await findings()).toEqual([]);
      await page.keyboard.press('Escape');
      await page.keyboard.type('/summarise ');
      await page.getByLabel('article').waitFor();
      await page.getByRole('button', { name: '+ length' }).click();
      expect(await findings()).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Articles to try' }).click();
      await last().hover();
      await last().getByRole('button', { name: 'More actions' }).click();
      expect(await findings()).toEqual([]);
      expect(errors).toEqual([]);
    });

    test('on a narrow screen, where nothing is wider than it', async () => {
      const { page, findings, ask, errors } = await come({ width: 390, height: 780 });
      await ask(`/positions ${site}/islander/night-boat`);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
      await page.getByRole('button', { name: 'Servers and channels' }).click();
      await page.getByRole('navigation', { name: 'Channels' }).waitFor();
      expect(await findings()).toEqual([]);
      await page.getByRole('button', { name: 'general' }).click();
      await page.getByRole('combobox', { name: 'Message #general' }).waitFor();
      expect(errors).toEqual([]);
    });
  });

  test('everything is there again after a restart, on the same addresses; --fresh begins anew', async () => {
    const own = temporaryFolder();
    let running = await startSandbox(own.path);
    const before = await visit(browser, running.url);
    // Another sandbox's site is a private host that this bot may not read: an answer all the same.
    const answer = await before.ask(`/summarise ${site}/news/tidemouth-ferry`, /not a public web address/u);
    const text = await answer.innerText();
    await before.context.close();
    expect(await running.stop()).toBe(0);
    running = await startSandbox(own.path);
    const after = await visit(browser, running.url);
    expect(await after.last().innerText()).toBe(text);
    await after.context.close();
    await running.stop();
    writeFileSync(join(own.path, 'letter.txt'), 'not ours');
    running = await startSandbox(own.path, ['--fresh']);
    const fresh = await visit(browser, running.url);
    expect(await fresh.last().innerText()).toContain('Welcome');
    await fresh.context.close();
    await running.stop();
    own.remove();
  });
});
