/** What only the terminal says in German; the rest it shares with Discord. */
import { totalTokens } from '#domain';

import type { TextsLike } from '../contract.ts';
import type { terminal as english } from '../en/terminal.ts';
import { calls, either } from './words.ts';

export const terminal: TextsLike<typeof english> = {
  terminalBriefUsage: `Aufruf: npm run brief -- [Optionen] [Link | Datei | -]

Gibt eine geprüfte Zusammenfassung eines Artikels aus. Ohne Angabe liest es examples/harbour.txt.

  --engine openai|extractive   das Modell, oder die Regeln, die kein Netz brauchen
  --language KÜRZEL            Sprache, in der das Modell schreibt, etwa "de"
  --length short|standard|detailed
  --ask "FRAGE"                eine Antwort aus dem Artikel (oder mehreren) statt einer Zusammenfassung
  --json                       Zusammenfassung oder Antwort als JSON
  --dry-run                    der genaue Prompt und die Zahl seiner Tokens; gesendet wird nichts
  --explain                    wie der Text gefunden wurde: jedes Stück, das wegfiel oder zurückkam, mit Schritt und
                               Grund, auch bei einer Seite, die abgelehnt wird
  --without SCHRITT,SCHRITT    dasselbe ohne diese Schritte, um zu sehen, was sie tun
`,
  terminalOneArticle: 'Nur ein Artikel auf einmal.',
  terminalEngineOption: ({ names }) => `--engine nimmt ${either(names)}.`,
  terminalLengthOption: ({ names }) => `--length nimmt ${names.join(', ')}.`,
  terminalLanguageOption: '--language nimmt zwei Buchstaben, etwa de.',
  terminalWithoutOption: ({ step, names }) =>
    `Einen Schritt „${step}“ gibt es nicht. --without nimmt ${names.join(', ')}.`,
  terminalMigrateUsage: `Aufruf: npm run verbatim-migrate -- sqlite://DATEI redis://HOST:PORT/NUMMER

Kopiert alle Einträge, Zähler und Zustände in einen leeren Speicher und vergleicht beide. Halte den Bot vorher an. Die Datei wird nur gelesen.
`,
  terminalReading: 'wird gelesen …',
  terminalDrafting: ({ words, engine }) => `${words} Wörter gelesen, ${engine} schreibt einen Entwurf …`,
  terminalChecking: 'wird geprüft …',
  terminalLooking: 'die Antwort wird gesucht …',
  terminalRulesInstead: 'Stattdessen antwortet die eingebaute Auswertung.',
  terminalSearchInstead: 'Stattdessen antwortet eine Suche im Artikel.',
  terminalNotTranslated: ({ language }) =>
    `Die eingebaute Auswertung übersetzt nicht: Es bleibt bei der Sprache des Artikels (${language}).`,
  terminalMigrated: ({ records, counters, states }) =>
    `${records} Einträge, ${counters} Zähler und ${states} Zustände sind kopiert und gleich.`,
  terminalPublished: ({ amount }) => `${amount} Befehle und Menüeinträge sind veröffentlicht.`,
  terminalPromptTokens: ({ tokens }) => `${tokens} Tokens`,
  terminalRead: ({ words, how }) => `${words} Wörter gelesen (${how.join(', ')})`,
  terminalEngine: ({ engine }) =>
    ({ extractive: 'eingebaute Auswertung (Regeln, kein Modell)', openai: 'Modell' })[engine],
  terminalStance: ({ stance }) => ({ supports: 'dafür', opposes: 'dagegen', conditional: 'bedingt' })[stance],
  terminalBriefingChecked:
    'Geprüft: Zitate aus dem Artikel geschnitten; Sprecher, Zahlen, Daten und Namen mit ihm verglichen.',
  terminalBriefingTranslated:
    'Maschinell übersetzt; der Wortlaut der Übersetzung wurde nicht geprüft, Zitate stehen im Original.',
  terminalChanged: ({ lines, changed }) => `${lines} Zeilen, davon ${changed} geändert oder gestrichen.`,
  terminalModel: ({ model, modelCalls, tokens }) =>
    model
      ? `${model}, ${calls(modelCalls)}, ${totalTokens(tokens)} Tokens${tokens.estimated ? ' (geschätzt)' : ''}.`
      : '',
  terminalBrackets: 'Zahlen in Klammern sind Sätze des Artikels.',
  terminalNotSaidByAny: 'Das sagen die Artikel nicht.',
  terminalNearest: 'Am nächsten kommt, was er sagt:',
  terminalSearched: 'Kein Modell hat das angesehen. Diese Sätze des Artikels passen am besten:',
  terminalWhoIsUnclear: 'wer spricht, ist unklar',
  terminalAnswerChecked: 'Geprüft: Zitate aus dem Artikel geschnitten; Zahlen, Daten und Namen mit ihm verglichen.',
  terminalAnswerTranslated: 'Maschinell übersetzt; der Wortlaut der Übersetzung wurde nicht geprüft.',
  terminalRefused: ({ code }) => `Abgelehnt: ${code}`,
  terminalSteps: 'Weggelassen oder zurückgeholt (Schritt · Stelle · Grund)',
  terminalNoSteps: 'nichts: Der Text steht, wie er kam',
  terminalBody: 'Gelesen',
  terminalNoBody: 'nichts',
};
