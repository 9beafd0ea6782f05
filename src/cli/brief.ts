/** `npm run brief`: the use case of the bot, in a terminal. */
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { text as readAll } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { config as loadDotenv } from 'dotenv';

import { type ExplainedReading, STEP_NAMES, type StepName } from '#article';
import { BotError, DEFAULT_SETTINGS, ENGINE_NAMES, LENGTHS, type ReadRequest } from '#domain';
import { countTokens } from '#llm';
import { speak } from '#texts';

import { type App, createApp } from '../app.ts';
import { ConfigError, readConfig } from '../config.ts';
import { terminalAnswer } from './answer-text.ts';
import { terminalBriefing, terminalExplanation } from './briefing-text.ts';

const EXAMPLE = fileURLToPath(new URL('../../examples/harbour.txt', import.meta.url));
/** The terminal is the operator's, and speaks English. */
const { texts, errorSentence } = speak(null);
const EXIT_FAILURE = 1;
const EXIT_USAGE = 2;

class UsageError extends Error {}

function options() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        engine: { type: 'string' },
        language: { type: 'string' },
        length: { type: 'string', default: 'standard' },
        ask: { type: 'string' },
        json: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
        explain: { type: 'boolean', default: false },
        without: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    const engine = ENGINE_NAMES.find((name) => name === values.engine);
    const length = LENGTHS.find((name) => name === values.length);
    if (values.engine !== undefined && !engine)
      throw new UsageError(texts.terminalEngineOption({ names: ENGINE_NAMES }));
    if (!length) throw new UsageError(texts.terminalLengthOption({ names: LENGTHS }));
    if (values.language !== undefined && !/^[a-z]{2}$/u.test(values.language))
      throw new UsageError(texts.terminalLanguageOption);
    if (positionals.length > 1 && values.ask === undefined) throw new UsageError(texts.terminalOneArticle);
    const off = stepsOf(values.without);
    return { ...values, engine, length, off, isDryRun: values['dry-run'], articles: positionals };
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function stepsOf(list: string | undefined): StepName[] {
  return (list?.split(',') ?? []).map((wanted) => {
    const step = STEP_NAMES.find((name) => name === wanted.trim());
    if (!step) throw new UsageError(texts.terminalWithoutOption({ step: wanted, names: STEP_NAMES }));
    return step;
  });
}

async function sourceOf(what: string | undefined): Promise<ReadRequest> {
  if (what === '-') return { kind: 'text', text: await readAll(process.stdin) };
  if (what !== undefined && /^[a-z][a-z0-9+.-]*:\/\//iu.test(what)) return { kind: 'link', url: what };
  const path = what ?? EXAMPLE;
  if (!existsSync(path)) throw new BotError('file-missing', { path });
  try {
    return { kind: 'file', name: basename(path), bytes: readFileSync(path) };
  } catch (error) {
    throw new BotError('file-unreadable', { path }, { cause: error });
  }
}

const note = (line: string): void => void process.stderr.write(`${line}\n`);

async function dryRun(app: App, source: ReadRequest, language: string | undefined): Promise<void> {
  if (!app.openai) throw new BotError('model-unconfigured', {});
  const article = await app.reader.read(source);
  const prompt = app.openai.promptFor({ article, language: language ?? article.language });
  const tokens = countTokens(prompt.system + prompt.user);
  console.log(`${prompt.system}\n\n=== user ===\n${prompt.user}\n\n${texts.terminalPromptTokens({ tokens })}`);
}

async function explain(app: App, source: ReadRequest, { json, off }: Options): Promise<void> {
  const reading = await app.reader.explain(source, off);
  console.log(json ? JSON.stringify(explanationRecord(reading), null, 2) : terminalExplanation(reading, texts));
  // The sentence and the exit code are those of any refusal.
  if (!reading.article) throw reading.refusal;
}

function explanationRecord(reading: ExplainedReading) {
  if (reading.article) return { coverage: reading.article.coverage, records: reading.records };
  const { code, facts, explanation } = reading.refusal;
  return { refusal: { code, facts }, ...explanation };
}

type Options = ReturnType<typeof options>;

async function ask(app: App, { articles, ask: question = '', engine, language, json }: Options): Promise<void> {
  note(texts.terminalReading);
  const result = await app.ask({
    guild: 'terminal',
    settings: DEFAULT_SETTINGS,
    sources: await Promise.all(articles.length > 0 ? articles.map(sourceOf) : [sourceOf(undefined)]),
    question,
    ...(engine ? { engine } : {}),
    ...(language ? { language } : {}),
    onRead: () => note(texts.terminalLooking),
  });
  if (result.fallback) note(`${errorSentence(result.fallback)} ${texts.terminalSearchInstead}`);
  console.log(json ? JSON.stringify(result.answer, null, 2) : terminalAnswer(result.articles, result.answer, texts));
}

async function run(): Promise<void> {
  const given = options();
  const { articles, engine, language, length, json, isDryRun, help, explain: isExplaining } = given;
  if (help) return console.log(texts.terminalBriefUsage);
  const config = readConfig();
  // A dry run sends nothing, so it needs no key.
  const model =
    config.model ??
    (isDryRun
      ? {
          apiKey: 'none',
          baseURL: undefined,
          name: 'none',
          timeoutMs: 1000,
          reasoningEffort: 'low' as const,
          contextTokens: 128_000,
          limits: null,
        }
      : null);
  // The operator's ceilings are for servers; here the operator spends.
  const ceilings = { tokensPerDay: null, tokensPerGuildDay: Number.MAX_SAFE_INTEGER, allowedGuilds: null };
  const app = await createApp({ ...config, model, ceilings, storeUrl: 'memory://' }, (record) =>
    note(JSON.stringify(record)),
  );
  try {
    if (given.ask !== undefined) return await ask(app, given);
    const source = await sourceOf(articles[0]);
    if (isDryRun) return await dryRun(app, source, language);
    if (isExplaining || given.off.length > 0) return await explain(app, source, given);
    const result = await app.brief({
      guild: 'terminal',
      settings: DEFAULT_SETTINGS,
      source,
      ...(engine ? { engine } : {}),
      ...(language ? { language } : {}),
      onProgress(progress) {
        if (progress.stage === 'fetching') note(texts.terminalReading);
        if (progress.stage === 'drafting')
          note(texts.terminalDrafting({ words: progress.article.coverage.words, engine: progress.engine }));
        if (progress.stage === 'checking') note(texts.terminalChecking);
        if (progress.stage === 'fallback') note(`${errorSentence(progress.error)} ${texts.terminalRulesInstead}`);
      },
    });
    if (language && result.briefing.language !== language) note(texts.terminalNotTranslated(result.briefing));
    console.log(
      json
        ? JSON.stringify(result.briefing, null, 2)
        : terminalBriefing(result.article, result.briefing, length, texts),
    );
  } finally {
    await app.close();
  }
}

loadDotenv({ quiet: true });
try {
  await run();
} catch (error) {
  if (error instanceof UsageError) {
    note(`${error.message}\n\n${texts.terminalBriefUsage}`);
    process.exitCode = EXIT_USAGE;
  } else {
    process.exitCode = EXIT_FAILURE;
    if (error instanceof BotError) note(errorSentence(error));
    else if (error instanceof ConfigError) note(error.sentences.join('\n'));
    else throw error;
  }
}
