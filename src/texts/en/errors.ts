/** The English words for every failure that a person can meet: the cause, then the next step. */
import type { AllowanceLimit } from '#domain';

import type { ErrorSentences } from '../contract.ts';
import { megabytes, minutes, roughSpan } from './words.ts';

const PASTE = 'Paste the text of the article instead.';
const wait = (seconds: number | null): string => (seconds === null ? 'a few minutes' : minutes(seconds));
const later = (seconds: number | null): string => `Try again in ${wait(seconds)}.`;
const TOO_MANY_REQUESTS = 429;
const LIMITS: Readonly<Record<AllowanceLimit, string>> = {
  member: 'Your share of tokens for today is used up.',
  guild: "This server's tokens for today are used up.",
  overall: 'The tokens that the operator allows for a day are used up.',
  role: 'Your roles in this server may not spend tokens.',
  'not-allowed': 'The operator has not opened the model to this server.',
};
const TIMEOUTS = {
  'first-token': (seconds: number) =>
    `The model sent no first word within ${seconds} s. Retry, or raise OPENAI_TIMEOUT_S for a slow server.`,
  idle: (seconds: number) => `The model fell silent for ${seconds} s in the middle of its answer. Retry in a minute.`,
  total: (seconds: number) =>
    `The model gave no complete answer within ${seconds} s. Retry, or raise OPENAI_TIMEOUT_S.`,
};

export const errors: ErrorSentences = {
  'text-empty': () => 'There is no text to read in that. Paste the text of an article, or give a link to one.',
  'file-missing': ({ path }) => `There is no file "${path}". Check the name, or give a link or "-" for standard input.`,
  'file-unreadable': ({ path }) => `The file "${path}" could not be opened. Check that it is a file and may be read.`,
  'file-type-unknown': ({ name, type }) =>
    `"${name}" is ${type}, which I cannot read. Attach a .txt or .html file, or paste the text.`,
  'file-too-large': ({ name, limitBytes }) =>
    `"${name}" is larger than ${megabytes(limitBytes)}. Attach a smaller file, or paste the part you mean.`,
  'article-missing': () => 'No article was given. Add a link or paste the text.',
  'question-missing': () => 'No question was asked. Write what you want to know about the article.',
  'question-too-long': ({ characters, limit }) =>
    `That question has ${characters} characters, and I read ${limit}. Ask it in fewer words.`,
  'discussion-unknown': () =>
    'I no longer have the article of this conversation. Start a new one with the link or the text.',
  'item-missing': () => 'No line was chosen. Press the button again and choose the one that you mean.',
  'item-unknown': () => 'That line has been corrected or withdrawn since. Look at the post again: it says so.',
  'message-no-article': () =>
    'That message holds no link, no file and too little text. Use this on a message with a link to an article.',
  'language-unknown': ({ value }) =>
    `"${value}" is no language that I know. Choose one from the list, or write its code, like en or de.`,
  'link-malformed': ({ link }) =>
    `"${link}" is not a complete link. Give it as it stands in your browser, with https:// in front.`,
  'link-refused': ({ host }) =>
    `I do not open "${host}", because it is not a public web address. Give a public link, or paste the text.`,
  'link-unresolved': ({ host }) => `There is no site named "${host}". Check the link for a typing error.`,
  'link-unreachable': ({ host }) => `"${host}" did not accept the connection. Try again later, or paste the text.`,
  'link-insecure': ({ host }) =>
    `"${host}" could not prove that it is the site it claims to be (its certificate failed). ${PASTE}`,
  'link-timeout': ({ host, seconds }) =>
    `"${host}" sent no complete page within ${seconds} s. Try again, or paste the text.`,
  'link-redirects': ({ host, hops }) =>
    `"${host}" passed me on more than ${hops} times. Open the link in a browser and give the address where you end up.`,
  'link-robots': ({ host }) =>
    `"${host}" asks programs not to read this page unasked. Use /summarise with the link if you want it read for you.`,
  'page-forbidden': ({ host, status }) =>
    `"${host}" does not let me in (${status}). Save the page from your browser and attach the file.`,
  'page-missing': ({ host }) => `"${host}" has no page at that link (404). Check the link.`,
  'page-gone': ({ host }) => `"${host}" has taken that page down (410). Look for another report of the same story.`,
  'page-busy': ({ host, status, retryAfterSeconds }) =>
    status === TOO_MANY_REQUESTS
      ? `"${host}" is busy and wants no more questions for now (429). Wait ${wait(retryAfterSeconds)}, then ask again.`
      : `"${host}" is busy or out of service (${status}). ${later(retryAfterSeconds)}`,
  'page-legal': ({ host }) =>
    `"${host}" withholds that page for legal reasons (451). Find a report of the same story from another country.`,
  'page-failed': ({ host, status }) => `"${host}" answered with an error of its own (${status}). Come back later.`,
  'page-too-large': ({ host, limitBytes }) =>
    `The page at "${host}" is larger than ${megabytes(limitBytes)}, which no article needs. ${PASTE}`,
  'page-type': ({ host, type }) =>
    `The link at "${host}" leads to ${type || 'something that is not a page'}. Give a link to the article itself.`,
  'page-empty': ({ host }) => `"${host}" sent an empty page. Open it in a browser and paste the text.`,
  'page-encoding': ({ host, replacedPercent }) =>
    `The text from "${host}" arrived damaged (${replacedPercent} % unreadable characters). ${PASTE}`,
  'page-damaged': ({ host }) => `The document from "${host}" is damaged and could not be opened. Attach another copy.`,
  'page-paywall': ({ host, words }) =>
    `"${host}" shows only a teaser of ${words} words without a subscription. If you have one, paste the text.`,
  'page-consent': ({ host }) =>
    `"${host}" showed a consent page in place of the article. Answer it in a browser and paste the text.`,
  'page-script-shell': ({ host }) =>
    `The page at "${host}" holds no text until a browser runs its scripts. Open it and paste the text.`,
  'page-bot-wall': ({ host }) =>
    `"${host}" wants proof that I am a person, and I am not. Copy the text from your browser.`,
  'page-not-article': ({ host, words }) =>
    `The page at "${host}" is not an article (${words} words of body). Give a link to one article.`,
  'article-too-short': ({ words, floor }) =>
    `That is ${words} words, and a summary needs at least ${floor}. Read it as it stands, or add the rest of the text.`,
  'article-too-long': ({ words, limitWords }) =>
    `That is ${words} words, more than the ${limitWords} I read at once. Paste the part you mean.`,
  'reader-overloaded': () => 'Too many pages are being read right now. Repeat this in a minute.',
  'model-unconfigured': () =>
    'No model is configured. Set OPENAI_API_KEY or OPENAI_BASE_URL, or use the embedded engine.',
  'model-unreachable': () =>
    'The model server could not be reached. Check OPENAI_BASE_URL, or use the embedded engine.',
  'model-refused': () => 'The model refused to write about this article. Use the embedded engine for it.',
  'model-key-rejected': () => 'The model server rejected the key. The operator must correct OPENAI_API_KEY.',
  'model-quota': () => 'The account at the model provider has no credit left. The operator must top it up.',
  'model-busy': ({ retryAfterSeconds }) => `The model server is overloaded. ${later(retryAfterSeconds)}`,
  'model-timeout': ({ seconds, phase }) => TIMEOUTS[phase](seconds),
  'model-garbled': () =>
    'The model answered with something that is no briefing. Ask again, or choose another OPENAI_MODEL.',
  'model-context-small': () =>
    'The model cannot read an article of this length at once. The operator must lower OPENAI_CONTEXT_TOKENS to what it can.',
  'model-cut-input': ({ counted, reported }) =>
    `The model server read ${reported} of about ${counted} tokens and cut the rest of the article off. Raise its context size.`,
  'model-allowance': ({ limit, retryAfterSeconds }) =>
    `${LIMITS[limit]} ${retryAfterSeconds === null ? 'The embedded engine answers instead; ask an admin if that should change.' : `It opens again in ${roughSpan(retryAfterSeconds)}; until then the embedded engine answers.`}`,
  'cool-down': ({ of, retryAfterSeconds }) =>
    of === 'member'
      ? `You asked for something a moment ago. Ask again in ${roughSpan(retryAfterSeconds)}.`
      : `This channel had an offer a moment ago. The next is possible in ${roughSpan(retryAfterSeconds)}.`,
  'settings-language': ({ value }) => `"${value}" is not a language code. Use two letters, like en or de.`,
  'settings-choice': ({ value }) => `"${value}" cannot be chosen here. Pick one from the list.`,
  'settings-number': ({ value, least, most }) =>
    `${value} is not possible here. Enter a whole number from ${least} to ${most}.`,
  'settings-not-a-number': ({ value }) => `"${value}" is not a whole number. Enter digits alone, like 30.`,
  'settings-count': ({ limit }) => `At most ${limit} entries are possible here. Remove some first.`,
  'settings-domain': ({ value }) =>
    value === ''
      ? 'No site was named. Enter host names like example.org.'
      : `"${value}" is not a host name. Enter it like example.org.`,
  'settings-allowance': ({ value, ceiling }) =>
    ceiling === null
      ? `${value} is not a number of tokens. Enter a whole number, 0 or more.`
      : `${value} tokens a day are not possible here. Enter a whole number from 0 to ${ceiling}, which is the operator's limit.`,
  'settings-channel': ({ channel, whose }) =>
    whose === 'admin'
      ? `You may not see or write in <#${channel}>. Choose a channel where you may.`
      : `I may not see or write in <#${channel}>. Give me "View Channel" and "Send Messages" there, then choose it again.`,
  'settings-moved': () =>
    'Somebody changed the settings after you opened this panel. Look at it again, then undo if you still want to.',
  'settings-nothing-to-undo': () => 'There is no change to undo. Set the value you want instead.',
  'not-admin': () =>
    'This takes the permission "Manage Server", which you do not have here now. Ask somebody who has it.',
  'storage-unavailable': () => 'Storage is not answering, so nothing was started. Repeat this in a minute.',
  'queue-full': ({ waiting }) =>
    `${waiting} requests are waiting already in this server. Come back when some are done.`,
  'control-expired': () => 'This button belongs to an answer that is no longer kept. Ask for the article again.',
  'nothing-shown-here': () => 'No article has been shown in this channel yet. Name one with the option "article".',
  'answer-late': ({ minutes }) =>
    `This was not done within ${minutes} min, the longest that Discord lets me answer here. Ask again in a while.`,
  'may-not-spend': () =>
    'Your roles in this server may not spend tokens. Ask somebody whose may, or an admin to change that.',
  'already-started': () => 'Somebody has started this already. The answer will stand here.',
  cancelled: () => 'This was stopped before it was done. Start it again when you want it.',
  internal: ({ reference }) =>
    `Something failed that should not have (reference ${reference}). Report the reference to the operator.`,
};
