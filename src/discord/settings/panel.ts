/** The settings panel and what every press on it goes through: the right of this moment, the change, the panel again. */
import {
  BotError,
  type BotErrorCode,
  type ChangeFacts,
  type GuildSettings,
  type Settings,
  type SettingsChange,
} from '#domain';

import type { Asker, RequestContext } from '../contracts/handling.ts';
import type { MessageView } from '../contracts/view.ts';
import { plainLine } from '../delivery/escape.ts';
import { changeText } from './lines.ts';
import { settingsView } from './panel-view.ts';
import { setupLines } from './setup.ts';
import type { Page, Panel } from './state.ts';

/** Asked at every press and submit: a panel stays open when its admin is none any more. @throws BotError `not-admin` */
export function requireAdmin({ isAdmin }: Pick<Asker, 'isAdmin'>): void {
  if (!isAdmin) throw new BotError('not-admin', {});
}

export function updatePanel(asker: Asker): 'update' {
  requireAdmin(asker);
  return 'update';
}

/** The most that a server may allow itself, in tokens a day. */
export function ceilingOf({ services }: Pick<RequestContext, 'services'>): number {
  const { tokensPerDay, tokensPerGuildDay } = services.desk.ceilings;
  return Math.min(tokensPerGuildDay, tokensPerDay ?? Number.POSITIVE_INFINITY);
}

interface Shown {
  readonly page: Page;
  readonly channel?: string | null;
  readonly note?: string | null;
  /** As just saved; else as the store has it. */
  readonly held?: GuildSettings;
}

export async function panelView(context: RequestContext, shown: Shown): Promise<MessageView> {
  const { guild, channelId, services, wording } = context;
  const held = shown.held ?? (await services.desk.settings.get(guild));
  const panel: Panel = {
    page: shown.page,
    held,
    ceiling: ceilingOf(context),
    here: services.facts.parentOf(guild, channelId),
    channel: shown.channel ?? null,
    note: shown.note ?? null,
    setup: setupLines(guild, held.settings, services.facts, wording.texts),
  };
  return settingsView(panel, wording);
}

/** Refusals that the admin can answer in the panel itself. */
const REFUSALS: ReadonlySet<BotErrorCode> = new Set<BotErrorCode>([
  'settings-language',
  'settings-choice',
  'settings-number',
  'settings-not-a-number',
  'settings-count',
  'settings-domain',
  'settings-allowance',
  'settings-channel',
  'settings-moved',
  'settings-nothing-to-undo',
  'language-unknown',
]);

/** Saves, and shows the panel as it then is, with what was saved or why it was not. */
async function saveAndShow(
  context: RequestContext,
  where: Pick<Shown, 'page' | 'channel'>,
  save: () => Promise<Pick<Shown, 'held' | 'note'>>,
): Promise<void> {
  let outcome: Pick<Shown, 'held' | 'note'>;
  try {
    outcome = await save();
  } catch (error) {
    if (!(error instanceof BotError) || !REFUSALS.has(error.code)) throw error;
    const reason = plainLine(context.wording.errorSentence(error));
    outcome = { note: context.wording.texts.panelNotSaved({ reason }) };
  }
  await context.place.show(await panelView(context, { ...where, ...outcome }));
}

export type Change = SettingsChange | ((settings: Settings) => SettingsChange);

/** `make` may refuse what was written, as the rules may refuse what it says. */
export function change(
  context: RequestContext,
  where: Pick<Shown, 'page' | 'channel'>,
  make: () => Change,
): Promise<void> {
  const { guild, userId, services, wording } = context;
  return saveAndShow(context, where, async () => {
    const wanted = make();
    const held = await services.desk.settings.change(guild, wanted, factsFor(context, wanted), userId);
    if (held.changes[0]?.change.field === 'mode') services.modesChanged();
    const known = { settings: held.settings, ceiling: ceilingOf(context) };
    const [latest] = held.changes;
    const text = latest && changeText(latest.change, known, wording);
    return { held, note: text ? wording.texts.panelSaved({ change: text }) : null };
  });
}

export function undo(context: RequestContext, page: Page, revision: number): Promise<void> {
  const { guild, userId, services, wording } = context;
  return saveAndShow(context, { page }, async () => {
    const held = await services.desk.settings.undo(guild, revision, userId);
    services.modesChanged();
    return { held, note: wording.texts.panelUndone };
  });
}

/** Both must be able to see a channel that is named and write there, so that nobody sends the bot where they may not go. */
function factsFor(context: RequestContext, wanted: Change): ChangeFacts {
  const guildCeiling = ceilingOf(context);
  const channel = typeof wanted === 'function' ? null : channelOf(wanted);
  if (channel === null) return { guildCeiling };
  const { guild, channelId, userId, here, services } = context;
  // Of this channel the interaction itself tells; of others, what the gateway told.
  const rights = channel === channelId ? here : services.facts.rights(guild, channel, userId);
  return rights ? { guildCeiling, channel: rights } : { guildCeiling };
}

function channelOf(wanted: SettingsChange): string | null {
  if (wanted.field === 'mode') return wanted.channel;
  return wanted.field === 'reportChannel' ? wanted.value : null;
}
