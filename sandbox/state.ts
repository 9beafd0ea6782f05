/** Keeps the world of `npm run sandbox` in a folder, from one run to the next. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { packed, type SavedWorld, unpacked } from './discord/saved-world.ts';
import type { Sandbox } from './sandbox.ts';

/** Raised when the shape of the file changes; an older file is then set aside. */
const VERSION = 1;
const FILE = 'world.json';
/** SQLite keeps further files beside this one. */
export const BOT_STORE = 'verbatim.sqlite';
/** A streamed answer changes the world many times a second; it is written once they have ended, or this often. */
const WRITE_EVERY_MS = 1000;

interface SavedState {
  version: number;
  /** Links in old messages lead there. */
  sitePort: number;
  world: SavedWorld;
}

export interface KnownState {
  sitePort: number | undefined;
  world: SavedWorld | undefined;
  /** Why nothing is known although there was a file; a sentence for the person at the terminal. */
  notice: string | undefined;
}

/** Removes what an earlier run left: the world and the bot's own store, and nothing else that may be in the folder. */
export function forgetState(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder))
    if (name.startsWith(FILE) || name.startsWith(BOT_STORE)) rmSync(join(folder, name));
}

/** Reads what an earlier run left. A file that cannot be read is set aside, never overwritten. */
export function readState(folder: string): KnownState {
  const file = join(folder, FILE);
  const nothing = { sitePort: undefined, world: undefined, notice: undefined };
  if (!existsSync(file)) return nothing;
  try {
    const state = unpacked(readFileSync(file, 'utf8')) as SavedState;
    if (state.version !== VERSION) throw new Error(`it is of version ${String(state.version)}, not ${VERSION}`);
    return { sitePort: state.sitePort, world: state.world, notice: undefined };
  } catch (error) {
    const aside = `${file}.unreadable`;
    renameSync(file, aside);
    const why = error instanceof Error ? error.message : String(error);
    return {
      ...nothing,
      notice: `The earlier state could not be read (${why}). It is kept as ${aside}; this is a new start.`,
    };
  }
}

export interface StateKeeper {
  /** Writes what has not been written yet, and stops. */
  close(): void;
}

/** Writes the world into the folder whenever it has changed. */
export function keepState(folder: string, sandbox: Sandbox): StateKeeper {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, FILE);
  const sitePort = Number(new URL(sandbox.site.origin).port);
  let timer: NodeJS.Timeout | undefined;
  const write = () => {
    timer = undefined;
    const state: SavedState = { version: VERSION, sitePort, world: sandbox.discord.save() };
    // Written beside and renamed: a kill in the middle leaves the former state whole.
    writeFileSync(`${file}.new`, packed(state));
    renameSync(`${file}.new`, file);
  };
  const stop = sandbox.discord.listen(() => {
    timer ??= setTimeout(write, WRITE_EVERY_MS);
  });
  write();
  return {
    close() {
      stop();
      clearTimeout(timer);
      write();
    },
  };
}
