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
import { errorSentence } from '#texts';

import { type App, createApp } from '../app.ts';
import { ConfigError, readConfig } from '../config.ts';
import { terminalAnswer } from './answer-text.ts';
import { terminalBriefing, terminalExplanation } from './briefing-text.ts';

const EXAMPLE = fileURLToPath(new URL('../../examples/harbour.txt', import.meta.url));
const USAGE = `Usage: npm run brief -- [options] [link | file | -]

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
`;
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
    if (values.engine !== undefined && !engine) throw new UsageError(`--engine takes ${ENGINE_NAMES.join(' or ')}.`);
    if (!length) throw new UsageError(`--length takes ${LENGTHS.join(', ')}.`);
    if (values.language !== undefined && !/^[a-z]{2}$/u.test(values.language))
      throw new UsageError('--language takes two letters, like de.');
    if (positionals.length > 1 && values.ask === undefined) throw new UsageError('One article at a time.');
    const off = stepsOf(values.without);
    return { ...values, engine, length, off, isDryRun: values['dry-run'], articles: positionals };
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function stepsOf(list: string | undefined): StepName[] {
  return (list?.split(',') ?? []).map((wanted) => {
    const step = STEP_NAMES.find((name) => name === wanted.trim());
    if (!step) throw new UsageError(`There is no step "${wanted}". --without takes ${STEP_NAMES.join(', ')}.`);
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
  console.log(`${prompt.system}\n\n=== user ===\n${prompt.user}\n\n${countTokens(prompt.system + prompt.user)} tokens`);
}

async function explain(app: App, source: ReadRequest, { json, off }: Options): Promise<void> {
  const reading = await app.reader.explain(source, off);
  console.log(json ? JSON.stringify(explanationRecord(reading), null, 2) : terminalExplanation(reading));
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
  note('reading …');
  const result = await app.ask({
    guild: 'terminal',
    settings: DEFAULT_SETTINGS,
    sources: await Promise.all(articles.length > 0 ? articles.map(sourceOf) : [sourceOf(undefined)]),
    question,
    ...(engine ? { engine } : {}),
    ...(language ? { language } : {}),
    onRead: () => note('looking for the answer …'),
  });
  if (result.fallback) note(`${errorSentence(result.fallback)} A search in the article answers instead.`);
  console.log(json ? JSON.stringify(result.answer, null, 2) : terminalAnswer(result.articles, result.answer));
}

async function run(): Promise<void> {
  const given = options();
  const { articles, engine, language, length, json, isDryRun, help, explain: isExplaining } = given;
  if (help) return console.log(USAGE);
  const config = readConfig();
  // A dry run sends nothing, so it needs no key.
  const model =
    config.model ??
    (isDryRun
      ? { apiKey: 'none', baseURL: undefined, name: 'none', timeoutMs: 1000, contextTokens: 128_000, limits: null }
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
        if (progress.stage === 'fetching') note('reading …');
        if (progress.stage === 'drafting')
          note(`${progress.article.coverage.words} words read, drafting with the ${progress.engine} engine …`);
        if (progress.stage === 'checking') note('checking …');
        if (progress.stage === 'fallback')
          note(`${errorSentence(progress.error)} The embedded engine answers instead.`);
      },
    });
    if (language && result.briefing.language !== language)
      note(
        `The embedded engine does not translate: this stays in the article's language (${result.briefing.language}).`,
      );
    console.log(
      json ? JSON.stringify(result.briefing, null, 2) : terminalBriefing(result.article, result.briefing, length),
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
    note(`${error.message}\n\n${USAGE}`);
    process.exitCode = EXIT_USAGE;
  } else {
    process.exitCode = EXIT_FAILURE;
    if (error instanceof BotError) note(errorSentence(error));
    else if (error instanceof ConfigError) note(error.sentences.join('\n'));
    else throw error;
  }
}
