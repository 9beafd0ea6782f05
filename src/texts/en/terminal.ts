/** What only the terminal says in English; the rest it shares with Discord. */
import { type EngineName, type Provenance, type Stance, totalTokens } from '#domain';

import type { TextTable } from '../contract.ts';
import { calls, either } from './words.ts';

export const terminal = {
  // how to call it
  terminalBriefUsage: `Usage: npm run brief -- [options] [link | file | -]

Prints a checked briefing of an article. Without an argument it reads examples/harbour.txt.

  --engine openai|extractive   the model, or the rules that need no network
  --language CODE              output language for the model, like "de"
  --length short|standard|detailed
  --ask "QUESTION"             an answer out of the article (or several articles) instead of a briefing
  --json                       the briefing or answer as JSON
  --dry-run                    the exact prompt and its token count; nothing is sent
  --explain                    how the text was found: every piece left out or put back, with step and reason,
                               of a page that is refused, too
  --without STEP,STEP          the same with steps switched off, to see what they do
`,
  terminalOneArticle: 'One article at a time.',
  terminalEngineOption: ({ names }: { names: readonly string[] }) => `--engine takes ${either(names)}.`,
  terminalLengthOption: ({ names }: { names: readonly string[] }) => `--length takes ${names.join(', ')}.`,
  terminalLanguageOption: '--language takes two letters, like de.',
  terminalWithoutOption: ({ step, names }: { step: string; names: readonly string[] }) =>
    `There is no step "${step}". --without takes ${names.join(', ')}.`,
  terminalMigrateUsage: `Usage: npm run verbatim-migrate -- sqlite://FILE redis://HOST:PORT/NUMBER

Copies every record, counter and state into an empty store and compares both. Stop the bot first. The file is only read.
`,
  // progress
  terminalReading: 'reading …',
  terminalDrafting: ({ words, engine }: { words: number; engine: EngineName }) =>
    `${words} words read, drafting with the ${engine} engine …`,
  terminalChecking: 'checking …',
  terminalLooking: 'looking for the answer …',
  terminalRulesInstead: 'The embedded engine answers instead.',
  terminalSearchInstead: 'A search in the article answers instead.',
  terminalNotTranslated: ({ language }: { language: string }) =>
    `The embedded engine does not translate: this stays in the article's language (${language}).`,
  terminalMigrated: ({ records, counters, states }: { records: number; counters: number; states: number }) =>
    `${records} records, ${counters} counters and ${states} states copied, and found the same.`,
  terminalPublished: ({ amount }: { amount: number }) => `${amount} commands and menu entries published.`,
  terminalPromptTokens: ({ tokens }: { tokens: number }) => `${tokens} tokens`,
  // a briefing
  /** `how`: how much of the article it is, and why, as the program names it. */
  terminalRead: ({ words, how }: { words: number; how: readonly string[] }) =>
    `${words} words read (${how.join(', ')})`,
  terminalEngine: ({ engine }: { engine: EngineName }) =>
    ({ extractive: 'embedded engine (rules, no model)', openai: 'model' })[engine],
  terminalStance: ({ stance }: { stance: Exclude<Stance, 'unclear' | 'neutral'> }) =>
    ({ supports: 'supports', opposes: 'opposes', conditional: 'conditional' })[stance],
  terminalBriefingChecked:
    'Checked: quotations cut from the article; speakers, numbers, dates and names compared with it.',
  terminalBriefingTranslated:
    'Translated by a machine; the wording of the translation was not checked, quotations stand in the original.',
  terminalChanged: ({ lines, changed }: { lines: number; changed: number }) =>
    `${lines} lines, ${changed} changed or dropped.`,
  /** Empty where rules wrote it. */
  terminalModel: ({ model, modelCalls, tokens }: Pick<Provenance, 'model' | 'modelCalls' | 'tokens'>) =>
    model
      ? `${model}, ${calls(modelCalls)}, ${totalTokens(tokens)} tokens${tokens.estimated ? ' (estimated)' : ''}.`
      : '',
  terminalBrackets: 'Numbers in brackets are sentences of the article.',
  // an answer
  terminalNotSaidByAny: 'The articles do not say.',
  terminalNearest: 'The nearest thing it says:',
  terminalSearched: 'No model looked at this. These sentences of the article match best:',
  terminalWhoIsUnclear: 'speaker unclear',
  terminalAnswerChecked: 'Checked: quotations cut from the article; numbers, dates and names compared with it.',
  terminalAnswerTranslated: 'Translated by a machine; the wording of the translation was not checked.',
  // how the text was found
  terminalRefused: ({ code }: { code: string }) => `Refused: ${code}`,
  terminalSteps: 'Left out or put back (step · place · reason)',
  terminalNoSteps: 'nothing: the text stands as it came',
  terminalBody: 'Read',
  terminalNoBody: 'nothing',
} as const satisfies TextTable;
