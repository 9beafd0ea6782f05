/** What was used and what is left, in lines that can be read aloud; the numbers for a spreadsheet stand in a file. */
import { costOf, type Prices, type Remaining, sumUsage, type UsageEntry, type UsageRow, usageBy } from '#domain';
import type { Texts, Wording } from '#texts';

import { type FileView, line, type MessageSection, type MessageView } from '../contracts/view.ts';

export interface UsageFacts {
  readonly remaining: Remaining;
  /** Why nothing may be spent, if so. */
  readonly closed: 'role' | 'not-allowed' | null;
  readonly prices: Prices | null;
  /** The server's ledger, oldest day first; `null`: not for who asks. */
  readonly rows: readonly UsageRow[] | null;
}

/** Lines of each list; the file has all. */
const DAYS_SHOWN = 10;
const MEMBERS_SHOWN = 10;

export function usageView(facts: UsageFacts, wording: Wording): MessageView {
  const { texts } = wording;
  const { rows, prices } = facts;
  const hasRows = rows !== null && rows.length > 0;
  return {
    sections: [
      { title: texts.usageYours, lines: allowanceLines(facts, texts).map(line) },
      ...(rows === null ? [] : serverSections(facts, rows, wording)),
    ],
    footer: hasRows ? [texts.usageFileNote, ...(prices ? [texts.usagePrices] : [])] : [],
    controls: [],
    file: hasRows ? usageFile(rows, prices) : null,
  };
}

function allowanceLines({ remaining, closed }: UsageFacts, texts: Texts): readonly string[] {
  if (closed === 'not-allowed') return [texts.usageClosed];
  if (closed === 'role') return [texts.usageNoRole];
  return [texts.usageLeft({ left: remaining.member, whose: 'yours', freesAt: momentOf(remaining) }), texts.usageFree];
}

/** Discord shows it as "in 5 hours", in the reader's language. */
const momentOf = ({ freesAt }: Remaining): string => `<t:${Math.floor(freesAt / 1000)}:R>`;

function serverSections(
  { remaining, prices }: UsageFacts,
  rows: readonly UsageRow[],
  { texts, locale }: Wording,
): readonly MessageSection[] {
  const left = texts.usageLeft({ left: remaining.guild, whose: 'server', freesAt: momentOf(remaining) });
  if (rows.length === 0) return [{ title: texts.usageTitle, lines: [line(left), line(texts.usageNone)] }];
  const total = sumUsage(rows);
  const priced = (used: UsageEntry) => ({ used, ...moneyOf(used, total, prices) });
  const days = usageBy('day', rows).toReversed();
  const members = usageBy('member', rows).toSorted((a, b) => tokensOf(b.used) - tokensOf(a.used));
  const named = (all: typeof days, most: number, nameOf: (name: string) => string) => [
    ...all.slice(0, most).map(({ name, used }) => line(texts.usageLine({ who: nameOf(name), ...priced(used) }))),
    ...(all.length > most ? [line(texts.usageMore({ amount: all.length - most }))] : []),
  ];
  return [
    { title: texts.usageTitle, lines: [line(left), line(texts.usageTotal({ days: days.length, ...priced(total) }))] },
    { title: texts.usageByDay, lines: named(days, DAYS_SHOWN, (day) => dateOf(day, locale)) },
    { title: texts.usageByMember, lines: named(members, MEMBERS_SHOWN, (member) => `<@${member}>`) },
  ];
}

const tokensOf = ({ inputTokens, outputTokens }: UsageEntry): number => inputTokens + outputTokens;

/** What was saved is not split into what went in and came out, so it is reckoned at the mean price of what was used. */
function moneyOf(
  used: UsageEntry,
  total: UsageEntry,
  prices: Prices | null,
): { readonly cost: number | null; readonly saved: number | null } {
  if (!prices) return { cost: null, saved: null };
  const all = tokensOf(total);
  return { cost: costOf(used, prices), saved: all === 0 ? null : (costOf(total, prices) / all) * used.savedTokens };
}

const dateOf = (day: string, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

/** Names of columns stay the same in every language, for whatever reads them. Ids and numbers only: nothing to escape. */
function usageFile(rows: readonly UsageRow[], prices: Prices | null): FileView {
  const head = 'day,member,requests,model_calls,input_tokens,output_tokens,cache_hits,saved_tokens';
  const lines = rows.map((row) =>
    [
      row.day,
      row.member,
      row.requests,
      row.modelCalls,
      row.inputTokens,
      row.outputTokens,
      row.cacheHits,
      row.savedTokens,
      ...(prices ? [costOf(row, prices).toFixed(6)] : []),
    ].join(','),
  );
  return { name: 'usage.csv', text: `${[`${head}${prices ? ',cost' : ''}`, ...lines].join('\r\n')}\r\n` };
}
