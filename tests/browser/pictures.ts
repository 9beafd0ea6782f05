/** `npm run pictures`: the pictures of the README, made from the running sandbox and from nothing else. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import type { Locator, Page } from 'playwright-core';

import { CHROMIUM, launch, startSandbox, temporaryFolder, type Visit, visit } from './browser.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'docs', 'pictures');
const WIDE = { width: 1200, height: 780 };
const NARROW = { width: 400, height: 760 };
/** Pixels of the picture for one of the page: sharp on today's screens. */
const DENSITY = 2;

if (!CHROMIUM) {
  process.stderr.write('There is no Chromium to make pictures with: apt-get install chromium.\n');
  process.exit(1);
}

const folder = temporaryFolder();
const sandbox = await startSandbox(folder.path);
const browser = await launch();
mkdirSync(FOLDER, { recursive: true });

/** Waits until nothing moves, and takes the picture. */
async function picture(page: Page, name: string): Promise<void> {
  await page.mouse.move(0, 0);
  await page.waitForTimeout(400);
  await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: 'disabled', caret: 'hide' });
  process.stdout.write(`docs/pictures/${name}.png\n`);
}

/** Puts something at the top of what scrolls around it. */
const toTop = (message: Locator) =>
  message.evaluate((element: { scrollIntoView(where: object): void }) => element.scrollIntoView({ block: 'start' }));

async function lookBehind(page: Page, answer: Locator): Promise<void> {
  await answer.hover();
  await answer.getByRole('button', { name: 'Look behind this answer' }).first().click();
  await page.getByRole('heading', { name: 'What the bot did' }).waitFor();
}

async function wide(one: Visit): Promise<void> {
  const { page, ask } = one;
  const link = page.getByRole('link', { name: /tidemouth-ferry/u }).first();
  const ferry = (await link.getAttribute('href')) ?? '';
  // The first answer of a process takes longer than any later one; it is not what one sees all day.
  await page.getByRole('button', { name: 'general' }).click();
  await ask(`/summarise ${new URL('/news/orchard-water', ferry).href}`);
  await page.getByRole('button', { name: 'news', exact: true }).click();
  const answer = await ask(`/summarise ${ferry}`);
  await toTop(answer);
  await picture(page, 'summary');
  await lookBehind(page, answer);
  await picture(page, 'behind');
  await toTop(page.getByRole('heading', { name: 'The article as it was read' }));
  await picture(page, 'evidence');
  await page.getByRole('button', { name: 'Close this panel' }).click();
  await toTop(await ask(`/positions ${ferry}`));
  await picture(page, 'positions');
  await page.getByRole('combobox', { name: /^Message/u }).fill('/');
  await page.getByRole('listbox', { name: 'Commands' }).waitFor();
  await picture(page, 'commands');
  await page.keyboard.press('Escape');
  await discussion(one, ferry);
  await page.getByRole('button', { name: 'general' }).click();
  await page.getByRole('button', { name: 'Ada Admin' }).click();
  await ask('/settings', /Settings of this server/u);
  await picture(page, 'settings');
  await page.getByRole('button', { name: 'Mira Member' }).click();
}

async function discussion({ page, ask, type }: Visit, ferry: string): Promise<void> {
  const answer = await ask(`/discuss ${ferry}`);
  await answer
    .getByRole('button', { name: /thread/iu })
    .last()
    .click();
  await page.getByText('Let us discuss').waitFor();
  for (const [question, words] of [
    ['How many patients were sent across at night?', /38 patients/u],
    ['Who disagrees with whom?', /Compare what each of them said/u],
  ] as const) {
    await type(question);
    await page.locator('.message').filter({ hasText: words }).last().waitFor();
  }
  await toTop(page.locator('.message').filter({ hasText: '38 patients' }).first());
  await picture(page, 'discussion');
}

try {
  const one = await visit(browser, sandbox.url, WIDE, DENSITY);
  await wide(one);
  await one.context.close();
  const small = await visit(browser, sandbox.url, NARROW, DENSITY);
  await toTop(small.last());
  await picture(small.page, 'narrow');
} finally {
  await browser.close();
  await sandbox.stop();
  folder.remove();
}
