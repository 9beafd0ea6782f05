/** Settings over time: who changed what, and one step back. Pure. */
import { BotError } from './errors.ts';
import { DEFAULT_SETTINGS, type Settings } from './settings.ts';
import { applyChange, type ChangeFacts, type SettingsChange } from './settings-change.ts';

/** Changes remembered for admins to look at. */
export const CHANGES_REMEMBERED = 10;

export interface ChangeNote {
  /** User id of the admin. */
  readonly by: string;
  /** ms since the epoch. */
  readonly at: number;
  readonly change: SettingsChange | { readonly field: 'undo' };
}

export interface GuildSettings {
  /** Number of changes so far, undos included: tells whether the settings have changed since an admin looked. */
  readonly revision: number;
  readonly settings: Settings;
  /** The settings before the latest change; `null` when there is nothing to undo. */
  readonly previous: Settings | null;
  /** Newest first. */
  readonly changes: readonly ChangeNote[];
}

export const FIRST_SETTINGS: GuildSettings = { revision: 0, settings: DEFAULT_SETTINGS, previous: null, changes: [] };

export interface Author {
  readonly by: string;
  readonly at: number;
}

/** @throws BotError `settings-*` when the change is refused */
export function withChange(
  held: GuildSettings,
  change: SettingsChange,
  facts: ChangeFacts,
  author: Author,
): GuildSettings {
  const applied = applyChange(held.settings, change, facts);
  if ('refusal' in applied) throw applied.refusal;
  return next(held, applied.settings, held.settings, { ...author, change });
}

/**
 * The settings before the latest change. `revision` is the one that the admin sees: an undo must not take back what another
 * admin changed in the meantime.
 * @throws BotError `settings-moved`, `settings-nothing-to-undo`
 */
export function withUndo(held: GuildSettings, revision: number, author: Author): GuildSettings {
  if (held.revision !== revision) throw new BotError('settings-moved', {});
  if (!held.previous) throw new BotError('settings-nothing-to-undo', {});
  return next(held, held.previous, null, { ...author, change: { field: 'undo' } });
}

function next(held: GuildSettings, settings: Settings, previous: Settings | null, note: ChangeNote): GuildSettings {
  return {
    revision: held.revision + 1,
    settings,
    previous,
    changes: [note, ...held.changes].slice(0, CHANGES_REMEMBERED),
  };
}

/** Every method rejects with BotError `storage-unavailable` when the store does not answer. */
export interface SettingsKeeper {
  /** The defaults for a server that has changed nothing. */
  get(guild: string): Promise<GuildSettings>;
  /**
   * Two admins who save at once lose nothing: a change of a list is made from what the list holds at that moment.
   * @throws BotError `settings-*` when the change is refused
   */
  change(
    guild: string,
    change: SettingsChange | ((settings: Settings) => SettingsChange),
    facts: ChangeFacts,
    by: string,
  ): Promise<GuildSettings>;
  /** @throws BotError `settings-moved`, `settings-nothing-to-undo` */
  undo(guild: string, revision: number, by: string): Promise<GuildSettings>;
}
