/** The sandbox as `npm run sandbox` makes it, in a real browser. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import type { AxeResults } from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';

const ROOT = join(import.meta.dirname, '..', '..');
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const WAIT_MS = 40_000;

/** Debian's Chromium; nothing is downloaded. */
export const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) =>
  existsSync(file),
);

export interface RunningSandbox {
  url: string;
  /** What it printed so far. */
  output(): string;
  /** Ctrl-C; gives the exit code. */
  stop(): Promise<number | null>;
}

/** Starts the command in a folder of its own, so that no state is shared with the repository's. */
export async function startSandbox(folder: string, more: readonly string[] = []): Promise<RunningSandbox> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'sandbox/cli/main.ts', '--folder', folder, '--port', '0', ...more],
    { cwd: ROOT, env: { PATH: process.env['PATH'] ?? '' }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  const address = new Promise<string>((resolve, reject) => {
    const take = (line: string) => {
      output += `${line}\n`;
      const url = /http:\/\/127\.0\.0\.1:\d+\/$/u.exec(line)?.[0];
      if (url) resolve(url);
    };
    createInterface({ input: child.stdout }).on('line', take);
    createInterface({ input: child.stderr }).on('line', take);
    child.once('exit', (code) => reject(new Error(`the sandbox ended with ${String(code)}:\n${output}`)));
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  return {
    url: await address,
    output: () => output,
    stop() {
      child.kill('SIGINT');
      return ended;
    },
  };
}

export function temporaryFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'sandbox-page-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export async function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM ?? '', args: FLAGS });
}

export interface Visit {
  context: BrowserContext;
  page: Page;
  /** Errors that the browser's console showed; [] in a good test. */
  errors: string[];
  /** Newest message of the list. */
  last: () => Locator;
  /** Types into the message box and sends. */
  type: (text: string) => Promise<void>;
  /** Types a line and waits until the newest message has these words: those of the answer, not of the way to it. */
  ask: (text: string, words?: RegExp) => Promise<Locator>;
  /** Serious and critical findings of axe, as sentences. */
  findings: () => Promise<string[]>;
}

/** Stands under every answer about an article. */
const FINISHED = /Checked against the article/u;
/** A member may ask again after a while only; a test has to wait as anybody. */
const COOL_DOWN = /Ask again in (\d+) s\b/u;
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

export async function visit(
  browser: Browser,
  url: string,
  size = { width: 1280, height: 800 },
  density = 1,
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: size,
    deviceScaleFactor: density,
    colorScheme: 'dark',
    bypassCSP: true,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(WAIT_MS);
  const errors: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  context.on('weberror', (error) => errors.push(error.error().message));
  await page.goto(url);
  const box = page.getByRole('combobox', { name: /^Message/u });
  await box.waitFor();
  const messages = page.locator('.message');
  const type = async (text: string) => {
    await box.fill(text);
    await box.press('Enter');
  };
  return {
    context,
    page,
    errors,
    last: () => messages.last(),
    type,
    async ask(text, words = FINISHED) {
      for (;;) {
        const known = (await messages.count()) > 0 ? await messages.last().getAttribute('id') : null;
        await type(text);
        const answer = page.locator(`.message:last-child:not(#${known ?? 'none'})`);
        await answer
          .filter({ hasText: words })
          .or(answer.filter({ hasText: COOL_DOWN }))
          .waitFor();
        const [, seconds] = COOL_DOWN.exec(await messages.last().innerText()) ?? [];
        if (seconds === undefined) return messages.last();
        await page.waitForTimeout(Number(seconds) * 1000);
      }
    },
    async findings() {
      await page.addScriptTag({ path: AXE });
      const found = (await page.evaluate('axe.run()')) as AxeResults;
      return found.violations
        .filter((one) => one.impact === 'serious' || one.impact === 'critical')
        .flatMap((one) =>
          one.nodes.map((node) => `${one.id} at ${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
        );
    },
  };
}
