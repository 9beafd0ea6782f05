/** What `/settings` says in English. */
import type { ChannelMode, DiscussionPlace, DomainRule, EngineChoice } from '#domain';

import type { TextTable } from '../contract.ts';
import { days as countedDays, tokens as countedTokens, either, list, span } from './words.ts';

const PAGES = {
  overview: 'Overview',
  answers: 'Answers',
  links: 'Posted links',
  spending: 'Spending',
  discussion: 'Discussions and reports',
  keeping: 'What is kept',
  changes: 'Last changes',
} as const;

const MODE: Readonly<Record<ChannelMode, string>> = {
  off: 'left alone',
  reaction: 'a reaction',
  button: 'a button',
  reply: 'a summary as a reply',
  thread: 'a summary in a thread',
};

/** As Discord's own English settings call them. */
const RIGHT = {
  ViewChannel: '“View Channel”',
  SendMessages: '“Send Messages”',
  ReadMessageHistory: '“Read Message History”',
  AddReactions: '“Add Reactions”',
  AttachFiles: '“Attach Files”',
  CreatePublicThreads: '“Create Public Threads”',
  SendMessagesInThreads: '“Send Messages in Threads”',
} as const;

function unlimited(of: 'member' | 'guild', ceiling: number | null): string {
  if (of === 'member') return 'as much as the server has';
  return ceiling === null ? 'no limit' : `the operator’s limit of ${countedTokens(ceiling)} a day`;
}

export const settings = {
  settingsName: 'settings',
  settingsDescription: 'What this server lets the bot do: language, posted links, spending, what is kept',
  panelTitle: 'Settings of this server',
  panelPage: ({ page }: { page: keyof typeof PAGES }) => PAGES[page],
  panelGoTo: 'Go to …',
  panelSaved: ({ change }: { change: string }) => `Saved: ${change}`,
  panelNotSaved: ({ reason }: { reason: string }) => `Not saved. ${reason}`,
  panelUndone: 'The last change was taken back.',
  panelUndo: 'Undo the last change',
  panelPrivate: 'Only you see this panel. What you choose is saved at once and holds from the next request on.',
  // lines
  lineLanguage: ({ language }: { language: string | null }) => `**Language:** ${language ?? 'that of the article'}`,
  lineLength: ({ length }: { length: string }) => `**Length:** ${length}`,
  lineEngine: ({ engine }: { engine: EngineChoice }) =>
    `**Who writes:** ${{ automatic: 'the model where one is set up and allowed, else rules', extractive: 'rules only, no model' }[engine]}`,
  lineModes: ({ modes }: { modes: readonly string[] }) =>
    `**Posted links:** ${modes.length === 0 ? 'left alone in every channel' : `${list(modes)}; left alone elsewhere`}`,
  lineMode: ({ channel, mode }: { channel: string; mode: ChannelMode }) => `${MODE[mode]} in ${channel}`,
  lineMore: ({ amount }: { amount: number }) => `${amount} more`,
  lineDomains: ({ kind, names }: DomainRule) =>
    `**Sites:** ${{ all: 'links to all sites count', only: `only links to ${list(names)} count`, except: `all count except ${list(names)}` }[kind]}`,
  lineRoles: ({ roles }: { roles: readonly string[] }) =>
    `**Who may spend tokens:** ${roles.length === 0 ? 'everybody' : `members with ${either(roles)}`}`,
  lineAllowance: ({ of, tokens, ceiling }: { of: 'member' | 'guild'; tokens: number | null; ceiling: number | null }) =>
    `**${of === 'member' ? 'Allowance of a member' : 'Allowance of the server'}:** ${tokens === null ? unlimited(of, ceiling) : `${countedTokens(tokens)} a day`}`,
  lineCoolDown: ({ of, seconds }: { of: 'member' | 'channel'; seconds: number }) =>
    `**${of === 'member' ? 'Pause between two requests of a member' : 'Pause between two offers in a channel'}:** ${seconds === 0 ? 'none' : span(seconds)}`,
  lineDiscussion: ({ place }: { place: DiscussionPlace }) =>
    `**Discussions:** ${{ thread: 'in a thread', here: 'in the channel', private: 'shown to the asker only' }[place]}`,
  lineEveryMessage: ({ isOn }: { isOn: boolean }) =>
    `**In its threads the bot answers:** ${isOn ? 'every message' : 'what is put to it'}`,
  lineReports: ({ channel }: { channel: string | null }) =>
    `**Reports of mistakes:** ${channel === null ? 'go to whoever reported' : `go to ${channel}`}`,
  lineRetention: ({ days }: { days: number }) => `**Articles and results are kept:** ${countedDays(days)}`,
  // what is not set up
  setupTitle: 'Still to set up',
  setupNothing: 'Nothing is missing: the bot has every right that these settings need.',
  setupRights: ({ channel, rights }: { channel: string; rights: readonly string[] }) =>
    `In ${channel} the bot lacks ${list(rights)}. Allow it in that channel’s settings, under Permissions.`,
  setupChannelGone: ({ channel }: { channel: string }) =>
    `${channel} is gone, or the bot may not see it. Give the bot “View Channel” there, or choose “left alone” for it.`,
  setupReportsGone: ({ channel }: { channel: string }) =>
    `Reports go to ${channel}, which is gone or hidden from the bot. Choose another channel.`,
  linksRefused: ({ channel }: { channel: string }) =>
    `Discord did not let the bot write in ${channel}, so links posted there are left alone for an hour at a time until it may. /settings shows what is missing.`,
  setupIntent:
    'The bot may not read messages, so posted links and plain talk in threads pass it by. The operator can allow it: Message Content in the developer portal, and MESSAGE_CONTENT_INTENT=on. Menu entries, mentions and commands work as they are.',
  right: ({ right }: { right: keyof typeof RIGHT }) => RIGHT[right],
  // links
  mode: ({ mode }: { mode: ChannelMode }) => MODE[mode],
  linksIntro:
    'Choose a channel, then what happens when somebody posts a link there. You and the bot both need to see it and write in it.',
  linksHere: 'Reaction in this channel',
  linksHereHint:
    'To begin quietly: press “Reaction in this channel”. A link to an article then gets a reaction, and nothing is written until somebody presses it.',
  linksChannel: 'Channel …',
  linksMode: ({ channel }: { channel: string }) => `What happens to links in ${channel}:`,
  linksModeChoose: 'What happens to links there …',
  linksSites: 'Sites that count',
  sitesKind: 'Which links count',
  sitesKindOf: ({ kind }: { kind: DomainRule['kind'] }) =>
    ({ all: 'All sites', only: 'Only these sites', except: 'All but these sites' })[kind],
  sitesNames: 'Sites, one in a line',
  sitesNamesHint: 'Like example.org; its subdomains count too.',
  // choices
  languageChoose: 'Language of answers …',
  languageOfArticle: 'That of the article',
  languageOther: 'Another language',
  languageField: 'Language, in any of its names',
  lengthChoose: 'Length of answers …',
  engineChoose: 'Who writes …',
  engineOf: ({ engine }: { engine: EngineChoice }) =>
    ({ automatic: 'The model where it is set up', extractive: 'Rules only, no model' })[engine],
  rolesChoose: 'Roles that may spend tokens …',
  rolesEverybody: 'Everybody may spend',
  buttonAllowance: ({ of }: { of: 'member' | 'guild' }) =>
    of === 'member' ? 'Allowance of a member' : 'Allowance of the server',
  allowanceField: 'Tokens a day',
  allowanceHint: ({ ceiling }: { ceiling: number | null }) =>
    ceiling === null
      ? 'Empty: no limit. 0: rules only.'
      : `At most ${countedTokens(ceiling)}. Empty: that limit. 0: rules only.`,
  buttonCoolDown: ({ of }: { of: 'member' | 'channel' }) =>
    of === 'member' ? 'Pause of a member' : 'Pause of a channel',
  coolDownField: 'Seconds',
  coolDownHint: '0 for none; 86400 is a day.',
  discussionChoose: 'Where discussions take place …',
  discussionOf: ({ place }: { place: DiscussionPlace }) =>
    ({ thread: 'In a thread', here: 'In the channel', private: 'Shown to the asker only' })[place],
  buttonEveryMessage: ({ isOn }: { isOn: boolean }) =>
    isOn ? 'Answer only what is put to it' : 'Answer every message in its threads',
  reportsChoose: 'Channel for reports of mistakes …',
  reportsNowhere: 'No channel for reports',
  buttonRetention: 'Days that results are kept',
  retentionField: 'Days',
  retentionHint: ({ least, most }: { least: number; most: number }) =>
    `${least} to ${most}. Fewer days also shorten the life of what is kept already.`,
  keepingIntro: '/privacy shows what is held, and deletes it.',
  // changes
  changesNone: 'Nothing has been changed yet.',
  changeLine: ({ when, who, change }: { when: string; who: string; change: string }) => `${when}, ${who}: ${change}`,
  changeMode: ({ mode }: { mode: string }) => `**Posted links:** ${mode}`,
  changeUndo: 'took the change before back',
} as const satisfies TextTable;
