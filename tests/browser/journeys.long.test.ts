/** Journeys of people at the page: a discussion, an admin's change and its effect, a report, a refusal. In Debian's Chromium. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

import { CHROMIUM, launch, type RunningSandbox, startSandbox, temporaryFolder, type Visit, visit } from './browser.ts';

if (!CHROMIUM) console.warn('browser tests are skipped: there is no Chromium (apt-get install chromium)');

describe.skipIf(!CHROMIUM)('people at the page', () => {
  const folder = temporaryFolder();
  let browser: Browser;
  let sandbox: RunningSandbox;
  let site: string;
  let one: Visit;

  beforeAll(async () => {
    sandbox = await startSandbox(folder.path);
    browser = await launch();
    const first = await visit(browser, sandbox.url);
    const link = first.page.getByRole('link', { name: /tidemouth-ferry/u }).first();
    site = new URL((await link.getAttribute('href')) ?? '').origin;
    await first.ask('/help', /Only you can see this|did not respond/u);
    await first.context.close();
  }, 180_000);

  afterEach(async () => {
    await one.context.close();
  });

  afterAll(async () => {
    await browser.close();
    await sandbox.stop();
    folder.remove();
  });

  const become = async (page: Page, name: string): Promise<void> => {
    // Exact: a reaction is a button, too, and named after who reacted.
    await page.getByRole('button', { name, exact: true }).click();
    await page.getByRole('button', { name, exact: true, pressed: true }).waitFor();
  };
  const says = (page: Page, words: RegExp): Locator => page.locator('.message').filter({ hasText: words }).last();

  test('a member discusses an article in a thread: an answer with its passage, and what the article does not say', async () => {
    one = await visit(browser, sandbox.url);
    const { page, ask, type } = one;
    const answer = await ask(`/discuss ${site}/news/orchard-water`);
    await answer
      .getByRole('button', { name: /thread/iu })
      .last()
      .click();
    await says(page, /Let us discuss/u).waitFor();
    await type('What did Ines Callowhill say about the meters?');
    const reply = says(page, /the meters do not argue/u);
    await reply.waitFor();
    expect(await reply.locator('a[href*=":~:text="]').count()).toBeGreaterThan(0);
    await page.waitForTimeout(3000);
    await type('Are there zebras in Wyoming?');
    await says(page, /No sentence of the article has the words/u).waitFor();
    expect(one.errors).toEqual([]);
  });

  test('an admin switches a channel to reactions, and a member’s next link gets one, and its answer', async () => {
    one = await visit(browser, sandbox.url);
    const { page, ask, type } = one;
    await page.getByRole('button', { name: 'general' }).click();
    await become(page, 'Ada Admin');
    const panel = await ask('/settings', /Settings of this server/u);
    await panel.getByRole('button', { name: 'Reaction in this channel' }).click();
    await panel.getByText('Saved:').waitFor();
    await become(page, 'Mira Member');
    await type(`have you seen this? ${site}/news/school-phones`);
    const posted = says(page, /have you seen this/u);
    await posted.getByRole('button', { name: /📰/u }).click();
    const answer = says(page, /Larkhaven.*Checked against the article/su);
    await answer.waitFor();
    expect(await answer.innerText()).toContain('have you seen this');
    expect(one.errors).toEqual([]);
  });

  test('a member without the right is not offered the settings', async () => {
    one = await visit(browser, sandbox.url);
    const { page } = one;
    await page.keyboard.type('/');
    const list = page.getByRole('listbox', { name: 'Commands' });
    await list.getByRole('option', { name: /summarise/u }).waitFor();
    expect(await list.getByRole('option', { name: /settings/u }).count()).toBe(0);
    expect(one.errors).toEqual([]);
  });

  test('a member reports a line; in the admins’ channel it is withdrawn by an admin, and by no member', async () => {
    one = await visit(browser, sandbox.url);
    const { page, ask } = one;
    await page.getByRole('button', { name: 'general' }).click();
    await become(page, 'Ada Admin');
    const panel = await ask('/settings', /Settings of this server/u);
    const choose = async (name: RegExp, option: string): Promise<void> => {
      await panel.getByRole('button', { name }).click();
      await page.getByRole('option', { name: option }).click();
    };
    await choose(/^Go to/u, 'Discussions and reports');
    await choose(/^Channel for reports/u, 'general');
    await panel.getByText('Saved:').waitFor();
    await page.getByRole('button', { name: 'news', exact: true }).click();
    await become(page, 'Mira Member');
    const answer = await ask(`/summarise ${site}/islander/night-boat`);
    const id = (await answer.getAttribute('id')) ?? '';
    await answer.getByRole('button', { name: 'Wrong?' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Something that somebody is said to have said').selectOption({ index: 4 });
    await form.getByLabel('In your words').fill('the boat has another name');
    await form.getByRole('button', { name: 'Submit' }).click();
    await form.waitFor({ state: 'detached' });
    await says(page, /Only you can see this/u).waitFor();
    await page.getByRole('button', { name: 'general' }).click();
    const report = says(page, /the boat has another name/u);
    await report.getByRole('button', { name: 'Withdraw this line' }).click();
    await says(page, /Manage Server/u).waitFor();
    await become(page, 'Ada Admin');
    await report.getByRole('button', { name: 'Withdraw this line' }).click();
    await report.getByText('Withdrawn by').waitFor();
    await page.getByRole('button', { name: 'news', exact: true }).click();
    await page.locator(`#${id}`).getByText('1 line withdrawn').waitFor();
    expect(await page.locator(`#${id}`).innerText()).toContain('Corrected after a report');
    expect(one.errors).toEqual([]);
  });
});
