/** What is said in German about questions, discussions, corrections and changed pages. */
import type { Refusal, TextsLike } from '../contract.ts';
import type { talk as english } from '../en/talk.ts';
import { lines, number } from './words.ts';

const REFUSED: Readonly<Record<Refusal, string>> = {
  gone: 'die Nachricht gibt es nicht mehr',
  closed: 'ich darf in diesem Kanal keinen öffnen',
  unlinked: 'Discord hat ihn abgelehnt',
  full: 'dieser Server hat so viele offene Threads, wie Discord erlaubt',
  unfit: 'in dieser Art von Kanal gibt es keine',
};

export const talk: TextsLike<typeof english> = {
  askName: 'fragen',
  askDescription: 'Etwas über einen Artikel fragen; ohne Angabe über den zuletzt hier gezeigten',
  optionQuestionName: 'frage',
  optionQuestion: 'Was du wissen willst',
  optionAskArticleName: 'artikel',
  optionAskArticle: 'Link oder eingefügter Text; sonst der zuletzt hier gezeigte Artikel',
  buttonAsk: 'Fragen',
  buttonAskMore: 'Weiter fragen',
  askFormTitle: 'Frage zum Artikel',
  askQuestion: 'Deine Frage',
  askHint: 'Beantwortet allein aus dem Artikel, jeder Satz mit seiner Stelle',
  askWhoSees: 'Wer Frage und Antwort sieht',
  askEverybody: 'Alle hier',
  askOnlyMe: 'Nur ich',
  asked: ({ question }) => `**Gefragt:** ${question}`,
  askAbout: ({ articles }) => `Aus: ${articles}`,
  askNotSaid: 'Das sagt der Artikel nicht.',
  askNearest: 'Am nächsten kommt:',
  askSearched: 'Ich habe nach den Wörtern deiner Frage gesucht, nicht nach ihrem Sinn. Am nächsten kommen:',
  askMissing: ({ words }) => `Im Artikel kommt nicht vor: ${words}.`,
  askNotFound: 'Kein Satz des Artikels enthält die Wörter deiner Frage. Frag mit Wörtern, die darin stehen könnten.',
  askTooLong: 'Ein Satz ist zu lang für eine Nachricht; im Artikel steht er ganz.',
  discussName: 'diskutieren',
  discussDescription: 'Über einen Artikel sprechen: in einem Thread, hier oder nur mit dir',
  optionDiscussArticle: 'Link oder eingefügter Text; ohne Angabe der zuletzt hier gezeigte Artikel',
  optionWhereName: 'wo',
  optionWhere: 'In einem Thread, hier oder nur für dich; sonst wie der Server es will',
  discussWhere: ({ where }) => ({ thread: 'in einem Thread', here: 'hier', private: 'nur ich' })[where],
  buttonDiscuss: 'Diskutieren',
  discussIntro: ({ title }) => `**Zur Diskussion:** ${title}`,
  discussHowThread:
    'Frag mich hier. Solange nur eine Person schreibt, beantworte ich jede Frage; sprecht ihr zu mehreren, erwähnt mich oder antwortet mir.',
  discussHowEvery: 'Frag mich hier. Ich antworte in diesem Thread auf jede Nachricht.',
  discussHowMention:
    'Ich kann auf diesem Server nicht mitlesen: Erwähne mich, antworte mir mit Erwähnung oder nimm /fragen.',
  discussHowHere: 'Erwähne mich mit einer Frage, antworte auf eine meiner Nachrichten oder nimm /fragen.',
  discussHowButton: 'Drück auf Fragen oder nimm /fragen.',
  discussHowPrivate: 'Nur du siehst das. Mit Fragen geht es weiter.',
  discussMore:
    'Ein Link nimmt einen weiteren Artikel hinzu, „Positionen“ zeigt, wer was gesagt hat, „auf Englisch“ wechselt die Sprache.',
  discussNoRights:
    'Hier und nicht in einem Thread: Mir fehlt das Recht, hier Threads zu öffnen oder in ihnen zu schreiben.',
  discussInThread: 'Hier, denn ein Thread hat keine eigenen Threads.',
  discussRefused: ({ why }) => `Hier und nicht in einem Thread: ${REFUSED[why]}.`,
  discussOpened: ({ thread }) => `Die Diskussion ist in ${thread}.`,
  discussAdded: ({ title, words }) => `Aufgenommen: ${title} (${number(words)} Wörter). Frag danach oder nach beiden.`,
  discussLanguage: ({ language }) => `Ab jetzt antworte ich in dieser Sprache: ${language}.`,
  discussSides: 'Ich habe keinen Satz gefunden, der das sagt. Vergleiche, was jeder gesagt hat:',
  discussBusy: 'Ich beantworte noch die letzten Fragen. Frag gleich noch einmal.',
  wordsPositions: 'positionen, wer was gesagt, wer hat was gesagt, wer sagt was',
  wordsSides: 'widersprich, uneinig, streit, gegen wen, wer ist dagegen, wer ist dafur, gegner',
  wordsInLanguage: 'auf, ins',
  wordsAsking:
    'wer, was, wann, wo, warum, wieso, weshalb, wie, welche, welcher, welches, wessen, wem, wen, hat, haben, ist, sind, war, waren, wird, werden, kann, konnte, soll, sollte, sag, erklar, nenn, zeig, fass, vergleich, gib',
  buttonWrong: 'Falsch?',
  buttonWithdraw: 'Diese Zeile zurückziehen',
  wrongTitle: 'Welche Zeile ist falsch?',
  wrongPoint: 'Eine Zeile der Zusammenfassung',
  wrongPosition: 'Etwas, das jemand gesagt haben soll',
  wrongWhat: 'Was ist daran falsch?',
  wrongWords: 'Es sagt etwas, das der Artikel nicht sagt',
  wrongSpeaker: 'Jemand anderes hat es gesagt',
  wrongOther: 'Etwas anderes',
  wrongWhy: 'In deinen Worten',
  wrongWhyHint: 'Für die Admins dieses Servers; du kannst es leer lassen',
  wrongAct: 'Als Admin dieses Servers',
  wrongCheck: 'Noch einmal prüfen',
  wrongWithdraw: 'Ohne Prüfung zurückziehen',
  wrongOutcome: ({ outcome }) =>
    ({ kept: 'Noch einmal geprüft: Es bleibt', corrected: 'Berichtigt', withdrawn: 'Zurückgezogen' })[outcome],
  wrongKeptJudged:
    'Eine zweite Prüfung verglich es mit seinen Sätzen, denen ringsum und allem, womit die Person zitiert wird.',
  wrongKeptRules:
    'Kein Modell hat noch einmal nachgesehen. Nach den Regeln stehen diese Worte im Artikel und sind von dieser Person. Admins können die Zeile trotzdem zurückziehen.',
  wrongCorrected: 'Eine zweite Prüfung fand nicht alles davon im Artikel; was nicht hielt, ist berichtigt.',
  wrongCorrectedRules:
    'Kein Modell hat noch einmal nachgesehen. Die Zeile hat jetzt die Worte des Artikels und keine Haltung.',
  wrongWithdrawn: 'Es wurde aus der Antwort genommen.',
  wrongUnchanged: 'Kein Beitrag wurde geändert. Danke fürs Hinsehen.',
  wrongThanks: 'Die Beiträge auf diesem Server, die diese Zeile zeigen, sind mitgeändert. Danke.',
  correctedNote: ({ corrected, withdrawn, when }) =>
    `**Nach einem Hinweis berichtigt ${when}:** ${[
      corrected > 0 ? `${lines(corrected)} richtiggestellt` : '',
      withdrawn > 0 ? `${lines(withdrawn)} zurückgezogen` : '',
    ]
      .filter(Boolean)
      .join(', ')}.`,
  reportTitle: ({ title }) => `Gemeldet: ${title}`,
  reportBy: ({ who }) => `Von ${who}`,
  reportWhy: ({ why }) => `Grund: ${why}`,
  reportPost: ({ link }) => `In diesem Beitrag: ${link}`,
  reportLine: 'Die Zeile, wie sie stand',
  reportWithdrawnBy: 'Von einem Admin zurückgezogen',
  changedBefore: ({ when }) =>
    `**Der Artikel wurde geändert**, seit er hier gelesen wurde (${when}). Das ist der neue Text.`,
  changedNoPosition: 'Keine Position darin hat sich geändert.',
  changedSince:
    '**Der Artikel wurde seither geändert.** Das hier stand damals darin; „Neu lesen“ zeigt, was jetzt darin steht.',
  changedAdded: 'Neue Positionen im geänderten Artikel',
  changedGone: 'Nicht mehr im Artikel',
};
