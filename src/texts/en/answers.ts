/** What is said in English in and around a briefing: its parts, buttons, progress, forms, commands, help. */
import type { Extent, Length, Stance } from '#domain';

import type { TextTable } from '../contract.ts';
import { lines as countedLines, sentences as countedSentences, words as countedWords } from './words.ts';

const EXTENT: Readonly<Record<Extent, string>> = {
  whole: 'the whole article',
  part: 'a part of the article',
  teaser: 'only the teaser',
  nothing: 'nothing of the article',
};

export const answers = {
  // answers
  untitled: 'Untitled text',
  openArticle: 'Open the article',
  wordsRead: ({ words, extent }: { words: number; extent: Extent }) => `${countedWords(words)} read, ${EXTENT[extent]}`,
  /** Empty when there are none. */
  ordersLeftOut: ({ orders }: { orders: number }) =>
    orders === 0
      ? ''
      : `The page gives orders to the software that reads it (${countedSentences(orders)}). They are not followed, and not quoted.`,
  readWhen: ({ when }: { when: string }) => `read ${when}`,
  points: 'Points',
  whoSaidWhat: 'Who said what',
  mentioned: 'Mentioned, not quoted',
  leftOpen: 'Left open by the article',
  speakerUnclear: 'Speaker unclear',
  speaksFor: ({ party }: { party: string }) => `for ${party}`,
  relayed: ({ by }: { by: string }) => `as told by ${by}`,
  stance: ({ stance }: { stance: Exclude<Stance, 'unclear' | 'neutral'> }) =>
    ({ supports: 'supports', opposes: 'opposes', conditional: 'on conditions' })[stance],
  nobodySpoke: 'The article states nobody’s position.',
  nothingFits: ({ speakers }: { speakers: string }) =>
    `No position fits that. Leave the filter out to see all; the speakers are: ${speakers}.`,
  filtered: ({ filter }: { filter: string }) => `Only: ${filter}`,
  wroteRules: 'Cut from the article by rules, no model.',
  speakersByMarks: 'In this language speakers are told by quotation marks and labels only.',
  translated:
    'Translated by a machine: figures, dates and names were compared, the wording was not checked. Quotations stand in the original.',
  wroteModel: ({ model }: { model: string }) => `Worded by ${model}.`,
  checked: ({ lines, changed }: { lines: number; changed: number }) =>
    `Checked against the article: quotations, speakers, numbers, dates, names; of ${countedLines(lines)} in all, ${changed} changed or dropped. Numbers in brackets are its sentences.`,
  fellBack: ({ reason }: { reason: string }) => `Without the model: ${reason}`,
  page: ({ page, pages }: { page: number; pages: number }) => `Page ${page} of ${pages}.`,
  inFileOnly: ({ words }: { words: number }) =>
    `A line of ${countedWords(words)} is too long for a message; it stands in the text file under Sources.`,
  sources: 'Sources',
  sourcesIntro: 'The sentences that the answer rests on.',
  fileName: 'briefing.txt',
  fileSentence: ({ number }: { number: number }) => `sentence ${number}`,
  // buttons
  buttonPositions: 'Positions',
  buttonSummary: 'Summary',
  buttonShorter: 'Shorter',
  buttonLonger: 'Longer',
  buttonLanguage: 'Language',
  buttonSources: 'Sources',
  buttonReadAgain: 'Read again',
  buttonMore: 'More',
  buttonBack: 'Back',
  // progress
  waiting: ({ place }: { place: number }) => `Waiting: number ${place} in the queue.`,
  fetching: 'Fetching the article.',
  reading: 'Reading the text.',
  drafting: ({ words }: { words: number }) => `Reading ${countedWords(words)} and drafting.`,
  checking: 'Checking the draft against the article.',
  answerFollows: 'This takes long. The answer will follow as a message of its own.',
  goesOnLater: 'Storage is not answering. Nothing is lost: this goes on by itself when it does.',
  soFar: 'Checked so far. More is being written.',
  // posted links
  offerReady: 'Summarise · ready',
  offerTokens: ({ thousands }: { thousands: number }) => `Summarise · about ${thousands}k tokens`,
  offerRules: 'Summarise · by rules, no tokens',
  shownAlready: 'This article is summarised above',
  // forms
  formTitle: 'Which article?',
  formHeadline: 'Headline',
  formText: 'Text of the article, or a link',
  formMore: 'More of the text',
  formMoreHint: 'One box takes 4,000 characters; go on here.',
  formFile: 'Or a file',
  formFileHint: '.txt, .html or .pdf',
  formLanguageTitle: 'Language of the answer',
  formLanguage: 'Language',
  // commands
  summariseName: 'summarise',
  summariseDescription: 'Summarise an article and list who said what in it',
  positionsName: 'positions',
  positionsDescription: 'List who said what in an article',
  helpName: 'help',
  helpDescription: 'What this bot does, and what this server still has to set up',
  menuSummarise: 'Summarise',
  menuPositions: 'List positions',
  optionArticleName: 'article',
  optionArticle: 'Link or pasted text; leave it out to get a form',
  optionFileName: 'file',
  optionFile: 'A .txt, .html or .pdf file',
  optionLengthName: 'length',
  optionLength: 'How much to show',
  optionLanguageName: 'language',
  optionLanguage: 'Language of the answer; the article’s own when left out',
  optionPrivateName: 'private',
  optionPrivate: 'Show the answer to you only',
  optionSpeakerName: 'speaker',
  optionSpeaker: 'Only this speaker, party or role',
  optionIssueName: 'issue',
  optionIssue: 'Only what was said about this',
  length: ({ length }: { length: Length }) => ({ short: 'short', standard: 'standard', detailed: 'detailed' })[length],
  // help
  helpIntro:
    'I summarise an article and list who said what in it. Quotations are cut out of the article by code, and each line names its sentences.',
  helpCommands: 'Commands',
  helpMention: 'Or mention me with a link, or send me one in a direct message.',
  helpSetUp: 'In this server',
  nothingMissing: 'Everything that is needed in this channel is set up.',
  missingRight: ({ right }: { right: 'view' | 'send' | 'thread' | 'react' | 'history' }) =>
    ({
      view: 'I lack "View Channel" here: commands work, answers that take long cannot be finished, links are not seen.',
      send: 'I lack "Send Messages" here: posted links get no answer. An admin can allow it in the channel’s settings.',
      thread: 'I lack "Create Public Threads" or "Send Messages in Threads" here: no thread can be opened for a link.',
      react: 'I lack "Add Reactions" here: links cannot be offered by a reaction.',
      history: 'I lack "Read Message History" here: I cannot reply to a posted link.',
    })[right],
  withoutMessageContent:
    'I do not read messages here (the operator has not asked for the Message Content intent): use commands, Apps in a message’s menu, or mention me.',
  linksAreOff: 'Posted links are left alone in every channel until an admin chooses otherwise.',
  helpCommand: ({ name, description }: { name: string; description: string }) => `/${name}: ${description}`,
  helpMenu: ({ names }: { names: string }) => `Right-click a message, then Apps: ${names}`,
} as const satisfies TextTable;
