/** What is said in English about questions, discussions, corrections and changed pages. */
import type { Refusal, TextTable } from '../contract.ts';
import { lines, number } from './words.ts';

const REFUSED: Readonly<Record<Refusal, string>> = {
  gone: 'the message is no longer there',
  closed: 'I may not open one in this channel',
  unlinked: 'Discord refused it',
  full: 'this server has as many open threads as Discord allows',
  unfit: 'this kind of channel has none',
};

export const talk = {
  // questions
  askName: 'ask',
  askDescription: 'Ask about an article; without one, about the last that was shown here',
  optionQuestionName: 'question',
  optionQuestion: 'What you want to know',
  optionAskArticleName: 'article',
  optionAskArticle: 'Link or pasted text; the article shown here last when left out',
  buttonAsk: 'Ask',
  buttonAskMore: 'Ask more',
  askFormTitle: 'Ask about the article',
  askQuestion: 'Your question',
  askHint: 'Answered from the article alone, each sentence with its passage',
  askWhoSees: 'Who sees question and answer',
  askEverybody: 'Everybody here',
  askOnlyMe: 'Only me',
  asked: ({ question }: { question: string }) => `**Asked:** ${question}`,
  askAbout: ({ articles }: { articles: string }) => `From: ${articles}`,
  askNotSaid: 'The article does not say.',
  askNearest: 'The nearest that it does say:',
  askSearched: 'I looked for the words of your question, not for their meaning. The closest sentences:',
  askMissing: ({ words }: { words: string }) => `The article does not have: ${words}.`,
  askNotFound: 'No sentence of the article has the words of your question. Ask with words that the article may use.',
  askTooLong: 'A sentence here is too long for a message; the article has it whole.',
  // discussions
  discussName: 'discuss',
  discussDescription: 'Discuss an article: in a thread, here, or only with you',
  optionDiscussArticle: 'Link or pasted text; the article shown here last when left out',
  optionWhereName: 'where',
  optionWhere: 'In a thread, here, or for you alone; as the server has it when left out',
  discussWhere: ({ where }: { where: 'thread' | 'here' | 'private' }) =>
    ({ thread: 'in a thread', here: 'here', private: 'only me' })[where],
  buttonDiscuss: 'Discuss',
  discussIntro: ({ title }: { title: string }) => `**Let us discuss:** ${title}`,
  discussHowThread:
    'Ask me here. As long as one person writes, I answer every question; when more of you talk, mention me or reply to me.',
  discussHowEvery: 'Ask me here. I answer every message in this thread.',
  discussHowMention: 'I cannot read along in this server: mention me, reply to me with a ping, or use /ask.',
  discussHowHere: 'Mention me with a question, reply to one of my messages, or use /ask.',
  discussHowButton: 'Press Ask, or use /ask.',
  discussHowPrivate: 'Only you see this. Press Ask to go on.',
  discussMore: 'A link adds another article, “positions” lists who said what, “in German” changes the language.',
  discussNoRights: 'Here and not in a thread: I lack the right to open threads in this channel or to write in them.',
  discussInThread: 'Here, since a thread has no threads of its own.',
  discussRefused: ({ why }: { why: Refusal }) => `Here and not in a thread: ${REFUSED[why]}.`,
  discussOpened: ({ thread }: { thread: string }) => `The discussion is in ${thread}.`,
  discussAdded: ({ title, words }: { title: string; words: number }) =>
    `Added: ${title} (${number(words)} words). Ask about it, or about both.`,
  discussLanguage: ({ language }: { language: string }) => `From now on I answer in this language: ${language}.`,
  discussSides: 'I found no sentence that says it. Compare what each of them said:',
  discussBusy: 'I am still answering the last questions. Ask again in a moment.',
  wordsPositions: 'positions, who said what, who says what',
  wordsSides: 'disagree, contradict, at odds, opposed to, against whom, who opposes, who supports, who is against',
  wordsInLanguage: 'in, into',
  wordsAsking:
    'who, what, when, where, why, how, which, whose, whom, did, does, do, is, are, was, were, will, would, can, could, should, has, have, tell, explain, list, show, summarise, summarize, compare, name, give',
  // corrections
  buttonWrong: 'Wrong?',
  buttonWithdraw: 'Withdraw this line',
  wrongTitle: 'Which line is wrong?',
  wrongPoint: 'A line of the summary',
  wrongPosition: 'Something that somebody is said to have said',
  wrongWhat: 'What is wrong with it?',
  wrongWords: 'It says something that the article does not say',
  wrongSpeaker: 'Somebody else said it',
  wrongOther: 'Something else',
  wrongWhy: 'In your words',
  wrongWhyHint: 'For the admins of this server; leave it empty if you like',
  wrongAct: 'As an admin of this server',
  wrongCheck: 'Check it again',
  wrongWithdraw: 'Withdraw it without a check',
  wrongOutcome: ({ outcome }: { outcome: 'kept' | 'corrected' | 'withdrawn' }) =>
    ({ kept: 'Checked again: it stands', corrected: 'Corrected', withdrawn: 'Withdrawn' })[outcome],
  wrongKeptJudged:
    'A second reader compared it with its sentences, those around them, and everything that the speaker is quoted with.',
  wrongKeptRules:
    'No model looked again. By the rules, these words stand in the article and are this speaker’s. An admin can withdraw the line all the same.',
  wrongCorrected: 'A second reader did not find all of it in the article; what did not hold was put right.',
  wrongCorrectedRules: 'No model looked again. The line now has the article’s own words, and no stance.',
  wrongWithdrawn: 'It was taken out of the answer.',
  wrongUnchanged: 'No post was changed. Thank you for looking.',
  wrongThanks: 'The posts that show this line in this server have been changed with it. Thank you.',
  correctedNote: ({ corrected, withdrawn, when }: { corrected: number; withdrawn: number; when: string }) =>
    `**Corrected after a report ${when}:** ${[
      corrected > 0 ? `${lines(corrected)} put right` : '',
      withdrawn > 0 ? `${lines(withdrawn)} withdrawn` : '',
    ]
      .filter(Boolean)
      .join(', ')}.`,
  reportTitle: ({ title }: { title: string }) => `Reported: ${title}`,
  reportBy: ({ who }: { who: string }) => `By ${who}`,
  reportWhy: ({ why }: { why: string }) => `Reason given: ${why}`,
  reportPost: ({ link }: { link: string }) => `In this post: ${link}`,
  reportLine: 'The line as it stood',
  reportWithdrawnBy: 'Withdrawn by an admin',
  // changed pages
  changedBefore: ({ when }: { when: string }) =>
    `**The article has been changed** since it was read here ${when}. This is the new text.`,
  changedNoPosition: 'No position in it has changed.',
  changedSince:
    '**The article has been changed** since. This is what it said then; “Read again” shows what it says now.',
  changedAdded: 'New positions in the changed article',
  changedGone: 'No longer in the article',
} as const satisfies TextTable;
