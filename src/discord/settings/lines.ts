/** Settings and their changes in words. */
import { type ChangeNote, type ChannelMode, LENGTHS, type Settings, type SettingsChange } from '#domain';
import type { Texts, Wording } from '#texts';

import { languageName } from '../briefings/languages.ts';
import { plain, shorten } from '../delivery/escape.ts';

/** Channels, sites or roles named in one line; the others are counted. All pages must fit a message. */
const NAMED = 8;
/** The same in a change, of which ten stand on a page. */
const NAMED_IN_CHANGE = 2;
/** Characters of a site's name; hosts may have 253. */
const SITE_LENGTH = 40;

export const channelMention = (id: string): string => `<#${id}>`;
const roleMention = (id: string): string => `<@&${id}>`;
const userMention = (id: string): string => `<@${id}>`;

/** Settings with the operator's ceiling, which stands where a server sets none. */
export interface Known {
  readonly settings: Settings;
  /** Tokens a day; `null`: none. */
  readonly ceiling: number | null;
  /** Named in a list before the others are counted. */
  readonly most?: number;
}

type Fields = {
  readonly [Field in
    | 'language'
    | 'length'
    | 'engine'
    | 'modes'
    | 'domains'
    | 'roles'
    | 'memberAllowance'
    | 'guildAllowance'
    | 'memberCoolDown'
    | 'channelCoolDown'
    | 'discussion'
    | 'everyMessage'
    | 'reports'
    | 'retention']: string;
};

/** Each setting as a line. */
export function settingLines({ settings, ceiling, most = NAMED }: Known, { texts, locale }: Wording): Fields {
  const { allowances, coolDowns, language, length, reportChannel } = settings;
  return {
    language: texts.lineLanguage({ language: language && languageName(language, locale) }),
    length: texts.lineLength({ length: texts.length({ length }) }),
    engine: texts.lineEngine({ engine: settings.engine }),
    modes: modesLine(settings.modes, most, texts),
    domains: texts.lineDomains({
      kind: settings.domains.kind,
      names: shortened(settings.domains.names.map(siteText), most, texts),
    }),
    roles: texts.lineRoles({ roles: shortened(settings.spendingRoles.map(roleMention), most, texts) }),
    memberAllowance: texts.lineAllowance({ of: 'member', tokens: allowances.member, ceiling }),
    guildAllowance: texts.lineAllowance({ of: 'guild', tokens: allowances.guild, ceiling }),
    memberCoolDown: texts.lineCoolDown({ of: 'member', seconds: coolDowns.member }),
    channelCoolDown: texts.lineCoolDown({ of: 'channel', seconds: coolDowns.channel }),
    discussion: texts.lineDiscussion({ place: settings.discussion }),
    everyMessage: texts.lineEveryMessage({ isOn: settings.answersEveryMessage }),
    reports: texts.lineReports({ channel: reportChannel && channelMention(reportChannel) }),
    retention: texts.lineRetention({ days: settings.retentionDays }),
  };
}

const siteText = (host: string): string => plain(shorten(host, SITE_LENGTH));

function modesLine(modes: Settings['modes'], most: number, texts: Texts): string {
  const named = Object.entries(modes).map(([channel, mode]) => modeText(channel, mode, texts));
  return texts.lineModes({ modes: shortened(named, most, texts) });
}

const modeText = (channel: string, mode: ChannelMode, texts: Texts): string =>
  texts.lineMode({ channel: channelMention(channel), mode });

function shortened(items: readonly string[], most: number, texts: Texts): readonly string[] {
  if (items.length <= most) return items;
  return [...items.slice(0, most), texts.lineMore({ amount: items.length - most })];
}

/** What a change says, as its setting's line says it. */
export function changeText(change: ChangeNote['change'], known: Known, wording: Wording): string {
  if (change.field === 'undo') return wording.texts.changeUndo;
  if (change.field === 'mode')
    return wording.texts.changeMode({ mode: modeText(change.channel, change.value, wording.texts) });
  const lines = settingLines(
    { ...known, most: NAMED_IN_CHANGE, settings: { ...known.settings, ...asSettings(change, known.settings) } },
    wording,
  );
  return lines[lineOf(change)];
}

type LinedChange = Exclude<SettingsChange, { field: 'mode' }>;

function asSettings(change: LinedChange, settings: Settings): Partial<Settings> {
  if (change.field === 'allowance') return { allowances: { ...settings.allowances, [change.of]: change.value } };
  if (change.field === 'coolDown') return { coolDowns: { ...settings.coolDowns, [change.of]: change.value } };
  return { [change.field]: change.value };
}

function lineOf(change: LinedChange): keyof Fields {
  switch (change.field) {
    case 'allowance':
      return change.of === 'member' ? 'memberAllowance' : 'guildAllowance';
    case 'coolDown':
      return change.of === 'member' ? 'memberCoolDown' : 'channelCoolDown';
    case 'spendingRoles':
      return 'roles';
    case 'answersEveryMessage':
      return 'everyMessage';
    case 'reportChannel':
      return 'reports';
    case 'retentionDays':
      return 'retention';
    case 'language':
    case 'length':
    case 'domains':
    case 'engine':
    case 'discussion':
      return change.field;
  }
}

/** Newest first. Discord shows the moment in the reader's own time. */
export function changeLines(changes: readonly ChangeNote[], known: Known, wording: Wording): readonly string[] {
  if (changes.length === 0) return [wording.texts.changesNone];
  return changes.map((note) =>
    wording.texts.changeLine({
      when: `<t:${Math.floor(note.at / 1000)}:f>`,
      who: userMention(note.by),
      change: changeText(note.change, known, wording),
    }),
  );
}

/** Lengths in the order in which they are offered. */
export const lengthOptions = (texts: Texts) =>
  LENGTHS.map((length) => ({ label: texts.length({ length }), value: length }));
