/** Facts for every sentence, as they come: a key or code that is missing here does not compile. */
import {
  BotError,
  type BotErrorCode,
  type BotErrorFacts,
  CHANNEL_MODES,
  COVERAGE_REASONS,
  DISCUSSION_PLACES,
  ENGINE_CHOICES,
  ENGINE_NAMES,
  LENGTHS,
  NO_USAGE,
} from '#domain';
import type { Texts } from '#texts';

const host = 'news.example';
export const ERROR_FACTS: { readonly [Code in BotErrorCode]: BotErrorFacts[Code] } = {
  'text-empty': {},
  'file-missing': { path: 'a.txt' },
  'file-unreadable': { path: 'a.txt' },
  'file-type-unknown': { name: 'a.png', type: 'image/png' },
  'file-too-large': { name: 'a.txt', bytes: 2e7, limitBytes: 1e7 },
  'article-missing': {},
  'message-no-article': {},
  'item-missing': {},
  'item-unknown': {},
  'not-admin': {},
  'settings-not-a-number': { value: 'many' },
  'language-unknown': { value: 'Elvish' },
  'question-missing': {},
  'question-too-long': { characters: 2000, limit: 1000 },
  'discussion-unknown': {},
  'link-malformed': { link: 'news' },
  'link-refused': { host, reason: 'address' },
  'link-unresolved': { host },
  'link-unreachable': { host },
  'link-insecure': { host },
  'link-timeout': { host, seconds: 15 },
  'link-redirects': { host, hops: 5 },
  'link-robots': { host },
  'page-forbidden': { host, status: 403 },
  'page-missing': { host, status: 404 },
  'page-gone': { host, status: 410 },
  'page-busy': { host, status: 503, retryAfterSeconds: 90 },
  'page-legal': { host, status: 451 },
  'page-failed': { host, status: 500 },
  'page-too-large': { host, limitBytes: 5e6 },
  'page-type': { host, type: 'image/png' },
  'page-empty': { host },
  'page-encoding': { host, replacedPercent: 9 },
  'page-damaged': { host },
  'page-paywall': { host, words: 40 },
  'page-consent': { host },
  'page-script-shell': { host },
  'page-bot-wall': { host },
  'page-not-article': { host, words: 12 },
  'article-too-short': { words: 20, floor: 80 },
  'article-too-long': { words: 90_000, limitWords: 30_000 },
  'reader-overloaded': {},
  'model-unconfigured': {},
  'model-unreachable': {},
  'model-refused': {},
  'model-key-rejected': {},
  'model-quota': {},
  'model-busy': { retryAfterSeconds: null },
  'model-timeout': { seconds: 60, phase: 'total' },
  'model-garbled': {},
  'model-cut-input': { counted: 9000, reported: 4000 },
  'model-context-small': {},
  'model-allowance': { limit: 'guild', retryAfterSeconds: 7200 },
  'cool-down': { of: 'member', retryAfterSeconds: 12 },
  'settings-language': { value: 'xx1' },
  'settings-choice': { field: 'mode', value: 'loud' },
  'settings-number': { field: 'retentionDays', value: 90, least: 1, most: 30 },
  'settings-count': { field: 'domains', limit: 100 },
  'settings-domain': { value: 'not a host' },
  'settings-allowance': { value: 9e9, ceiling: 200_000 },
  'settings-channel': { channel: '1191168914227200001', whose: 'bot' },
  'settings-moved': {},
  'settings-nothing-to-undo': {},
  'storage-unavailable': { operation: 'get' },
  'queue-full': { waiting: 25 },
  'control-expired': {},
  'nothing-shown-here': {},
  'answer-late': { minutes: 14 },
  'may-not-spend': {},
  'already-started': {},
  cancelled: {},
  internal: { reference: 'ab12cd34' },
};

const ALLOWANCE_LIMITS = ['member', 'guild', 'overall', 'not-allowed', 'role'] as const;
/** Every branch of the sentences that have several. */
const BRANCHES: readonly BotError[] = [
  ...ALLOWANCE_LIMITS.flatMap((limit) =>
    [null, 7200].map((retryAfterSeconds) => new BotError('model-allowance', { limit, retryAfterSeconds })),
  ),
  ...(['first-token', 'idle', 'total'] as const).map((phase) => new BotError('model-timeout', { seconds: 60, phase })),
  ...(['member', 'channel'] as const).map((of) => new BotError('cool-down', { of, retryAfterSeconds: 12 })),
  ...(['admin', 'bot'] as const).map((whose) => new BotError('settings-channel', { channel: '1191', whose })),
  ...[429, 503].flatMap((status) =>
    [null, 90].map((retryAfterSeconds) => new BotError('page-busy', { host, status, retryAfterSeconds })),
  ),
  new BotError('model-busy', { retryAfterSeconds: 90 }),
  new BotError('settings-allowance', { value: 5, ceiling: null }),
];
export const ERRORS: readonly BotError[] = [
  ...Object.entries(ERROR_FACTS).map(([code, facts]) => new BotError(code as BotErrorCode, facts)),
  ...BRANCHES,
];

/** Stands where any text can come in: from a page, a member, a model. */
const text = 'any text';
const some = 7;
const used = { used: { ...NO_USAGE, requests: 1, cacheHits: some, savedTokens: some }, cost: 0.01, saved: 2 };
const unused = { used: NO_USAGE, cost: null, saved: null };
const limits = (['member', 'guild'] as const).flatMap((of) =>
  [null, 5].flatMap((tokens) => [null, some].map((ceiling) => ({ of, tokens, ceiling }))),
);
const pauses = (['member', 'channel'] as const).map((of) => ({ of, seconds: 3661 }));
const rules = (['all', 'only', 'except'] as const).map((kind) => ({ kind, names: kind === 'all' ? [] : [text, text] }));
const places = DISCUSSION_PLACES.map((place) => ({ place }));
const stances = (['supports', 'opposes', 'conditional'] as const).map((stance) => ({ stance }));
const switches = [{ isOn: true }, { isOn: false }];

type Sentence = { [Key in keyof Texts]: Texts[Key] extends string ? never : Key }[keyof Texts];
type Facts<Key extends Sentence> = Texts[Key] extends (facts: infer F) => string ? F : never;

export const TEXT_FACTS: { readonly [Key in Sentence]: readonly Facts<Key>[] } = {
  // answers
  wordsRead: (['whole', 'part', 'teaser', 'nothing'] as const).map((extent) => ({ words: some, extent })),
  ordersLeftOut: [{ orders: 0 }, { orders: 1 }, { orders: 12 }],
  readWhen: [{ when: text }],
  speaksFor: [{ party: text }],
  relayed: [{ by: text }],
  stance: stances,
  nothingFits: [{ speakers: text }],
  filtered: [{ filter: text }],
  wroteModel: [{ model: text }],
  checked: [{ lines: some, changed: some }],
  fellBack: [{ reason: text }],
  page: [{ page: some, pages: some }],
  inFileOnly: [{ words: some }],
  fileSentence: [{ number: some }],
  waiting: [{ place: some }],
  drafting: [{ words: some }],
  offerTokens: [{ thousands: some }],
  length: LENGTHS.map((length) => ({ length })),
  missingRight: (['view', 'send', 'thread', 'react', 'history'] as const).map((right) => ({ right })),
  helpCommand: [{ name: text, description: text }],
  helpMenu: [{ names: text }],
  // coverage
  whyNotAll: [
    { coverage: { extent: 'whole', words: some, reasons: [] } },
    { coverage: { extent: 'part', words: some, reasons: [] } },
    ...COVERAGE_REASONS.map((reason) => ({ coverage: { extent: 'part' as const, words: some, reasons: [reason] } })),
  ],
  // data
  usageLeft: (['yours', 'server'] as const).map((whose) => ({ left: some, whose, freesAt: text })),
  usageTotal: [
    { days: some, ...used },
    { days: some, ...unused },
  ],
  usageLine: [
    { who: text, ...used },
    { who: text, ...unused },
  ],
  usageMore: [{ amount: some }],
  privacyYoursHere: [{ usageDays: some, posted: some }],
  privacyYoursAlone: [{ articles: some, briefings: some, usageDays: some }],
  privacyServerHeld: [{ articles: some, briefings: some, posted: some, usageDays: some }],
  privacySettings: [{ isHeld: true }, { isHeld: false }],
  privacyKeptResults: [{ days: some }],
  // settings
  panelPage: (['overview', 'answers', 'links', 'spending', 'discussion', 'keeping', 'changes'] as const).map(
    (page) => ({
      page,
    }),
  ),
  panelSaved: [{ change: text }],
  panelNotSaved: [{ reason: text }],
  lineLanguage: [{ language: text }, { language: null }],
  lineLength: [{ length: text }],
  lineEngine: ENGINE_CHOICES.map((engine) => ({ engine })),
  lineModes: [{ modes: [] }, { modes: [text, text, text] }],
  lineMode: CHANNEL_MODES.map((mode) => ({ channel: text, mode })),
  lineMore: [{ amount: some }],
  lineDomains: rules,
  lineRoles: [{ roles: [] }, { roles: [text, text] }],
  lineAllowance: limits,
  lineCoolDown: pauses,
  lineDiscussion: places,
  lineEveryMessage: switches,
  lineReports: [{ channel: text }, { channel: null }],
  lineRetention: [{ days: some }],
  setupRights: [
    { channel: text, rights: [] },
    { channel: text, rights: [text] },
  ],
  setupChannelGone: [{ channel: text }],
  setupReportsGone: [{ channel: text }],
  linksRefused: [{ channel: text }],
  right: (
    [
      'ViewChannel',
      'SendMessages',
      'ReadMessageHistory',
      'AddReactions',
      'AttachFiles',
      'CreatePublicThreads',
      'SendMessagesInThreads',
    ] as const
  ).map((right) => ({ right })),
  mode: CHANNEL_MODES.map((mode) => ({ mode })),
  linksMode: [{ channel: text }],
  sitesKindOf: rules,
  engineOf: ENGINE_CHOICES.map((engine) => ({ engine })),
  buttonAllowance: limits,
  allowanceHint: limits,
  buttonCoolDown: pauses,
  discussionOf: places,
  buttonEveryMessage: switches,
  retentionHint: [{ least: some, most: some }],
  changeLine: [{ when: text, who: text, change: text }],
  changeMode: [{ mode: text }],
  // talk
  asked: [{ question: text }],
  askAbout: [{ articles: text }],
  askMissing: [{ words: text }],
  discussWhere: DISCUSSION_PLACES.map((where) => ({ where })),
  discussIntro: [{ title: text }],
  discussRefused: (['gone', 'closed', 'unlinked', 'full', 'unfit'] as const).map((why) => ({ why })),
  discussOpened: [{ thread: text }],
  discussAdded: [{ title: text, words: some }],
  discussLanguage: [{ language: text }],
  wrongOutcome: (['kept', 'corrected', 'withdrawn'] as const).map((outcome) => ({ outcome })),
  correctedNote: [{ corrected: some, withdrawn: some, when: text }],
  reportTitle: [{ title: text }],
  reportBy: [{ who: text }],
  reportWhy: [{ why: text }],
  reportPost: [{ link: text }],
  changedBefore: [{ when: text }],
  // terminal
  terminalEngineOption: [{ names: ENGINE_NAMES }],
  terminalLengthOption: [{ names: LENGTHS }],
  terminalWithoutOption: [{ step: text, names: [text, text] }],
  terminalDrafting: ENGINE_NAMES.map((engine) => ({ words: some, engine })),
  terminalNotTranslated: [{ language: text }],
  terminalMigrated: [{ records: some, counters: some, states: some }],
  terminalPublished: [{ amount: some }],
  terminalPromptTokens: [{ tokens: some }],
  terminalRead: [{ words: some, how: [text, text] }],
  terminalEngine: ENGINE_NAMES.map((engine) => ({ engine })),
  terminalStance: stances,
  terminalChanged: [{ lines: some, changed: some }],
  terminalModel: [true, false].flatMap((estimated) =>
    [text, null].map((model) => ({ model, modelCalls: some, tokens: { input: some, output: some, estimated } })),
  ),
  terminalRefused: [{ code: text }],
};
