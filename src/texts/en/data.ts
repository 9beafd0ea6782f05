/** What `/usage` and `/privacy` say in English. */
import type { UsageEntry } from '#domain';

import type { TextTable } from '../contract.ts';
import {
  calls,
  articles as countedArticles,
  days as countedDays,
  money,
  postedMessages,
  requests,
  results,
  tokens,
} from './words.ts';

/** What was used in words; `null`: no prices are set, or nothing to reckon with. */
export interface Used {
  readonly used: UsageEntry;
  readonly cost: number | null;
  readonly saved: number | null;
}

function usedText({ used, cost, saved }: Used): string {
  const spent = `${calls(used.modelCalls)} of the model, ${tokens(used.inputTokens + used.outputTokens)}`;
  const stored = `${used.cacheHits} answered from the store, which saved about ${tokens(used.savedTokens)}`;
  return [
    requests(used.requests),
    `${spent}${cost === null ? '' : `, about ${money(cost)} in money`}`,
    used.cacheHits === 0
      ? 'none answered from the store'
      : `${stored}${saved === null ? '' : ` and ${money(saved)} in money`}`,
  ].join('; ');
}

export const data = {
  usageName: 'usage',
  usageDescription: 'What you may still spend today; for admins what the server used',
  usageYours: 'Your allowance',
  usageLeft: ({ left, whose, freesAt }: { left: number; whose: 'yours' | 'server'; freesAt: string }) =>
    `${whose === 'yours' ? 'You have' : 'The server has'} ${tokens(left)} left today. The day ends ${freesAt}.`,
  usageNoRole:
    'None of your roles may spend tokens here. Answers are made by rules; an admin can change that in /settings.',
  usageClosed: 'The operator has not opened the model for this server. Answers are made by rules.',
  usageFree: 'Answers from the store and answers by rules cost nothing, also when nothing is left.',
  usageTitle: 'Usage of this server',
  usageNone: 'Nothing was used in the last 35 days.',
  usageTotal: ({ days, ...used }: Used & { days: number }) => `**${countedDays(days)} with use:** ${usedText(used)}.`,
  usageLine: ({ who, ...used }: Used & { who: string }) => `**${who}:** ${usedText(used)}.`,
  usageByDay: 'By day',
  usageByMember: 'By member',
  usageMore: ({ amount }: { amount: number }) => `${amount} more in the file.`,
  usageFileNote: 'Days are UTC and stay for 35. The file has every day and member, for a spreadsheet.',
  usagePrices: 'Money is reckoned with the operator’s prices; what was saved, with the mean price of what was used.',
  // privacy
  privacyName: 'privacy',
  privacyDescription: 'What is held about you and this server, for how long, and how to delete it',
  privacyYours: 'Held about you',
  privacyYoursHere: ({ usageDays, posted }: { usageDays: number; posted: number }) =>
    `In this server: how much you used on ${countedDays(usageDays)}, and that you asked for ${postedMessages(posted)}.`,
  privacyYoursAlone: ({ articles, briefings, usageDays }: { articles: number; briefings: number; usageDays: number }) =>
    `Outside servers: ${countedArticles(articles)}, ${results(briefings)}, and how much you used on ${countedDays(usageDays)}.`,
  privacyNoChat:
    'What people write in channels is not kept. Only what is put to the bot is read, and posted links where an admin allowed it.',
  privacyServer: 'Held about this server',
  privacyServerHeld: ({
    articles,
    briefings,
    posted,
    usageDays,
  }: {
    articles: number;
    briefings: number;
    posted: number;
    usageDays: number;
  }) =>
    `${countedArticles(articles)}, ${results(briefings)}, the list of ${postedMessages(posted)}, usage of ${countedDays(usageDays)}.`,
  privacySettings: ({ isHeld }: { isHeld: boolean }) =>
    isHeld
      ? 'Settings, with who made the last ten changes and when.'
      : 'No settings: nothing was changed from what the bot comes with.',
  privacyHowLong: 'How long',
  privacyKeptResults: ({ days }: { days: number }) =>
    `Articles, results, discussions, what buttons need and the list of posted messages: ${countedDays(days)} at most.`,
  privacyKeptUsage: 'Usage: 35 days. What counts towards the allowance of a day: two days, also after a deletion.',
  privacyKeptRequests: 'A request: until it is answered, at most a day.',
  privacyKeptSettings:
    'Settings: until they are deleted. When the bot is sent away, texts and results go at once, and settings after 7 days.',
  privacyModel:
    'The text of an article and questions about it go to the model that the operator set up, if one is; names and ids of members never do.',
  privacyDeleteMine: 'Delete mine',
  privacyDeleteServer: 'Delete everything of this server',
  privacyAskMine:
    'This deletes how much you used in this server, the notes that you asked for messages, texts that only you gave, and everything held about you outside servers. Messages in channels stay: they can be deleted in Discord. Other servers have a /privacy of their own.',
  privacyAskServer:
    'This deletes every article, result, discussion, list, usage and setting of this server, for everybody. Buttons on earlier answers stop working. It cannot be taken back.',
  privacyYes: 'Yes, delete',
  privacyNo: 'No, keep it',
  privacyMineGone: 'What was held about you is deleted.',
  privacyServerGone:
    'Everything that was held about this server is deleted. The bot now works as it did on its first day.',
} as const satisfies TextTable;
