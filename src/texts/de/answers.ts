/** Everything the bot says in German, errors aside. */
import type { Extent } from '#domain';

import type { Texts } from '../texts.ts';
import { GERMAN_REASONS } from './coverage.ts';
import { deData } from './data.ts';
import { dePanel } from './settings.ts';
import { deTalk } from './talk.ts';

const count = (amount: number, one: string, many: string): string =>
  `${amount.toLocaleString('de')} ${amount === 1 ? one : many}`;
const EXTENT: Readonly<Record<Extent, string>> = {
  whole: 'der ganze Artikel',
  part: 'ein Teil des Artikels',
  teaser: 'nur der Anreißer',
  nothing: 'nichts vom Artikel',
};

export const de: Texts = {
  ...dePanel,
  ...deData,
  ...deTalk,
  untitled: 'Text ohne Titel',
  openArticle: 'Artikel öffnen',
  wordsRead: ({ words, extent }) => `${count(words, 'Wort', 'Wörter')} gelesen, ${EXTENT[extent]}`,
  whyNotAll: ({ coverage: { extent, reasons } }) =>
    extent === 'whole' || reasons[0] === undefined ? '' : GERMAN_REASONS[reasons[0]],
  readWhen: ({ when }) => `gelesen ${when}`,
  points: 'Punkte',
  whoSaidWhat: 'Wer was gesagt hat',
  mentioned: 'Erwähnt, nicht zitiert',
  leftOpen: 'Lässt der Artikel offen',
  speakerUnclear: 'Sprecher unklar',
  speaksFor: ({ party }) => `für ${party}`,
  relayed: ({ by }) => `wiedergegeben von ${by}`,
  stance: ({ stance }) => ({ supports: 'dafür', opposes: 'dagegen', conditional: 'unter Bedingungen' })[stance],
  nobodySpoke: 'Der Artikel nennt keine Position.',
  nothingFits: ({ speakers }) => `Dazu passt keine Position. Ohne Filter sind alle zu sehen; es sprechen: ${speakers}.`,
  filtered: ({ filter }) => `Nur: ${filter}`,
  wroteRules: 'Nach Regeln aus dem Artikel geschnitten, ohne Modell.',
  speakersByMarks: 'In dieser Sprache sind Sprecher nur an Anführungszeichen und Namensangaben zu erkennen.',
  translated:
    'Maschinell übersetzt: Zahlen, Daten und Namen wurden verglichen, der Wortlaut nicht geprüft. Zitate stehen im Original.',
  wroteModel: ({ model }) => `Formuliert von ${model}.`,
  checked: ({ lines, changed }) =>
    `Am Artikel geprüft: Zitate, Sprecher, Zahlen, Daten, Namen; von insgesamt ${count(lines, 'Zeile', 'Zeilen')} ${changed} geändert oder gestrichen. Zahlen in Klammern sind seine Sätze.`,
  fellBack: ({ reason }) => `Ohne das Modell: ${reason}`,
  page: ({ page, pages }) => `Seite ${page} von ${pages}.`,
  inFileOnly: ({ words }) =>
    `Eine Zeile von ${count(words, 'Wort', 'Wörtern')} ist zu lang für eine Nachricht; sie steht in der Textdatei unter „Quellen“.`,
  sources: 'Quellen',
  sourcesIntro: 'Die Sätze, auf denen die Antwort beruht.',
  fileName: 'zusammenfassung.txt',
  fileSentence: ({ number }) => `Satz ${number}`,
  buttonPositions: 'Positionen',
  buttonSummary: 'Zusammenfassung',
  buttonShorter: 'Kürzer',
  buttonLonger: 'Länger',
  buttonLanguage: 'Sprache',
  buttonSources: 'Quellen',
  buttonReadAgain: 'Neu lesen',
  buttonMore: 'Weiter',
  buttonBack: 'Zurück',
  waiting: ({ place }) => `Wartet: Nummer ${place} in der Schlange.`,
  fetching: 'Der Artikel wird geholt.',
  reading: 'Der Text wird gelesen.',
  drafting: ({ words }) => `${count(words, 'Wort wird', 'Wörter werden')} gelesen und zusammengefasst.`,
  checking: 'Der Entwurf wird am Artikel geprüft.',
  answerFollows: 'Das dauert. Die Antwort folgt als eigene Nachricht.',
  goesOnLater: 'Der Speicher antwortet nicht. Verloren ist nichts: Es geht von selbst weiter, sobald er antwortet.',
  soFar: 'Bis hierher geprüft. Es wird noch geschrieben.',
  offerReady: 'Zusammenfassen · fertig',
  offerTokens: ({ thousands }) => `Zusammenfassen · etwa ${thousands}k Token`,
  offerRules: 'Zusammenfassen · nach Regeln, ohne Token',
  shownAlready: 'Dieser Artikel ist oben zusammengefasst',
  formTitle: 'Welcher Artikel?',
  formHeadline: 'Überschrift',
  formText: 'Text des Artikels oder ein Link',
  formMore: 'Fortsetzung des Textes',
  formMoreHint: 'Ein Feld fasst 4.000 Zeichen; hier geht es weiter.',
  formFile: 'Oder eine Datei',
  formFileHint: '.txt, .html oder .pdf',
  formLanguageTitle: 'Sprache der Antwort',
  formLanguage: 'Sprache',
  summariseName: 'zusammenfassen',
  summariseDescription: 'Einen Artikel zusammenfassen und zeigen, wer was gesagt hat',
  positionsName: 'positionen',
  positionsDescription: 'Zeigen, wer in einem Artikel was gesagt hat',
  helpName: 'hilfe',
  helpDescription: 'Was dieser Bot tut und was hier noch einzurichten ist',
  menuSummarise: 'Zusammenfassen',
  menuPositions: 'Positionen zeigen',
  optionArticleName: 'artikel',
  optionArticle: 'Link oder eingefügter Text; ohne Angabe öffnet sich ein Formular',
  optionFileName: 'datei',
  optionFile: 'Eine Datei (.txt, .html oder .pdf)',
  optionLengthName: 'länge',
  optionLength: 'Wie viel gezeigt wird',
  optionLanguageName: 'sprache',
  optionLanguage: 'Sprache der Antwort; ohne Angabe die des Artikels',
  optionPrivateName: 'privat',
  optionPrivate: 'Die Antwort nur dir zeigen',
  optionSpeakerName: 'sprecher',
  optionSpeaker: 'Nur diese Person, Partei oder Rolle',
  optionIssueName: 'thema',
  optionIssue: 'Nur was dazu gesagt wurde',
  length: ({ length }) => ({ short: 'kurz', standard: 'normal', detailed: 'ausführlich' })[length],
  helpIntro:
    'Ich fasse Artikel zusammen und zeige, wer was gesagt hat. Zitate schneidet Code aus dem Artikel, und jede Zeile nennt ihre Sätze.',
  helpCommands: 'Befehle',
  helpMention: 'Oder erwähne mich mit einem Link, oder schick mir einen als Direktnachricht.',
  helpSetUp: 'Auf diesem Server',
  nothingMissing: 'Was in diesem Kanal gebraucht wird, ist eingerichtet.',
  missingRight: ({ right }) =>
    ({
      view: 'Mir fehlt hier „Kanal ansehen“: Befehle gehen, lange Antworten lassen sich nicht beenden, Links sehe ich nicht.',
      send: 'Mir fehlt hier „Nachrichten senden“: Links bekommen keine Antwort. Ein Admin kann es in den Kanaleinstellungen erlauben.',
      thread:
        'Mir fehlt hier „Öffentliche Threads erstellen“ oder „In Threads schreiben“: Für einen Link lässt sich kein Thread öffnen.',
      react: 'Mir fehlt hier „Reaktionen hinzufügen“: Links lassen sich nicht durch eine Reaktion anbieten.',
      history: 'Mir fehlt hier „Nachrichtenverlauf lesen“: Auf einen Link kann ich nicht antworten.',
    })[right],
  withoutMessageContent:
    'Nachrichten lese ich hier nicht (der Betreiber hat „Message Content“ nicht beantragt): Nimm Befehle, „Apps“ im Menü einer Nachricht, oder erwähne mich.',
  linksAreOff: 'Gepostete Links bleiben in jedem Kanal unbeachtet, bis ein Admin es anders wählt.',
  helpCommand: ({ name, description }) => `/${name}: ${description}`,
  helpMenu: ({ names }) => `Rechtsklick auf eine Nachricht, dann Apps: ${names}`,
};
