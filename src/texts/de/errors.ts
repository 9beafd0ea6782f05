/** The German words for every failure that a person can meet: the cause, then the next step. */
import type { AllowanceLimit } from '#domain';

import type { ErrorSentences } from '../contract.ts';
import { megabytes, minutes, roughSpan } from './words.ts';

const PASTE = 'Füge stattdessen den Text des Artikels ein.';
const wait = (seconds: number | null): string => (seconds === null ? 'ein paar Minuten' : minutes(seconds));
const later = (seconds: number | null): string => `Versuch es in ${wait(seconds)} wieder.`;
const LIMITS: Readonly<Record<AllowanceLimit, string>> = {
  member: 'Dein Anteil an Tokens für heute ist verbraucht.',
  guild: 'Die Tokens dieses Servers für heute sind verbraucht.',
  overall: 'Die Tokens, die der Betreiber für einen Tag erlaubt, sind verbraucht.',
  role: 'Deine Rollen auf diesem Server dürfen keine Tokens ausgeben.',
  'not-allowed': 'Der Betreiber hat das Modell für diesen Server nicht freigegeben.',
};
const TIMEOUTS = {
  'first-token': (seconds: number) => `Das Modell begann in ${seconds} s nicht zu antworten. Versuch es noch einmal.`,
  idle: (seconds: number) =>
    `Das Modell verstummte für ${seconds} s mitten in der Antwort. Versuch es in einer Minute noch einmal.`,
  total: (seconds: number) => `Das Modell gab in ${seconds} s keine vollständige Antwort. Versuch es noch einmal.`,
};

export const errors: ErrorSentences = {
  'text-empty': () => 'Darin steht kein Text. Füge den Text eines Artikels ein oder gib einen Link an.',
  'file-missing': ({ path }) => `Die Datei „${path}“ gibt es nicht. Prüfe den Namen.`,
  'file-unreadable': ({ path }) => `Die Datei „${path}“ ließ sich nicht öffnen. Prüfe, ob sie gelesen werden darf.`,
  'file-type-unknown': ({ name, type }) =>
    `„${name}“ ist ${type}, das kann ich nicht lesen. Hänge eine .txt-, .html- oder .pdf-Datei an oder füge den Text ein.`,
  'file-too-large': ({ name, limitBytes }) =>
    `„${name}“ ist größer als ${megabytes(limitBytes)}. Hänge eine kleinere Datei an oder füge die Stelle ein, um die es geht.`,
  'article-missing': () => 'Es wurde kein Artikel angegeben. Gib einen Link an oder füge den Text ein.',
  'item-missing': () => 'Es wurde keine Zeile gewählt. Drück den Knopf noch einmal und wähle die, die du meinst.',
  'item-unknown': () =>
    'Diese Zeile wurde inzwischen berichtigt oder zurückgezogen. Sieh den Beitrag noch einmal an: Er sagt es.',
  'message-no-article': () =>
    'In dieser Nachricht steht kein Link, keine Datei und zu wenig Text. Nimm eine Nachricht mit einem Link zu einem Artikel.',
  'language-unknown': ({ value }) =>
    `„${value}“ ist keine Sprache, die ich kenne. Wähle eine aus der Liste oder schreib ihr Kürzel, etwa en oder de.`,
  'link-malformed': ({ link }) =>
    `„${link}“ ist kein vollständiger Link. Gib ihn so an, wie er im Browser steht, mit https:// davor.`,
  'link-refused': ({ host }) =>
    `„${host}“ öffne ich nicht, weil das keine öffentliche Adresse ist. Gib einen öffentlichen Link an oder füge den Text ein.`,
  'link-unresolved': ({ host }) => `Eine Seite namens „${host}“ gibt es nicht. Prüfe den Link auf Tippfehler.`,
  'link-unreachable': ({ host }) =>
    `„${host}“ nahm die Verbindung nicht an. Versuch es später wieder oder füge den Text ein.`,
  'link-insecure': ({ host }) => `„${host}“ konnte nicht beweisen, wer es ist (das Zertifikat ist ungültig). ${PASTE}`,
  'link-timeout': ({ host, seconds }) =>
    `„${host}“ hat in ${seconds} s keine ganze Seite geschickt. Versuch es noch einmal oder füge den Text ein.`,
  'link-redirects': ({ host, hops }) =>
    `„${host}“ hat mich mehr als ${hops} Mal weitergeschickt. Öffne den Link im Browser und gib die Adresse an, bei der du landest.`,
  'link-robots': ({ host }) =>
    `„${host}“ bittet Programme, diese Seite nicht ungefragt zu lesen. Nimm /zusammenfassen mit dem Link, wenn du sie lesen lassen willst.`,
  'page-forbidden': ({ host, status }) =>
    `„${host}“ lässt mich nicht hinein (${status}). Wenn du den Artikel lesen kannst, füge seinen Text ein.`,
  'page-missing': ({ host }) => `„${host}“ hat unter diesem Link keine Seite (404). Prüfe den Link.`,
  'page-gone': ({ host }) => `„${host}“ hat die Seite entfernt (410). Such einen anderen Bericht darüber.`,
  'page-busy': ({ host, retryAfterSeconds }) =>
    `„${host}“ ist überlastet und bat mich zu warten. ${later(retryAfterSeconds)}`,
  'page-legal': ({ host }) =>
    `„${host}“ hält die Seite aus rechtlichen Gründen zurück (451). Such einen anderen Bericht darüber.`,
  'page-failed': ({ host, status }) =>
    `„${host}“ antwortete mit einem eigenen Fehler (${status}). Versuch es später wieder.`,
  'page-too-large': ({ host, limitBytes }) =>
    `Die Seite von „${host}“ ist größer als ${megabytes(limitBytes)}, so groß ist kein Artikel. ${PASTE}`,
  'page-type': ({ host, type }) =>
    `Der Link bei „${host}“ führt zu ${type || 'etwas, das keine Seite ist'}. Gib einen Link zum Artikel selbst an.`,
  'page-empty': ({ host }) => `„${host}“ schickte eine leere Seite. Öffne sie im Browser und füge den Text ein.`,
  'page-encoding': ({ host, replacedPercent }) =>
    `Der Text von „${host}“ kam beschädigt an (${replacedPercent} % unlesbare Zeichen). ${PASTE}`,
  'page-damaged': ({ host }) =>
    `Das Dokument von „${host}“ ist beschädigt und ließ sich nicht öffnen. Hänge eine andere Kopie an.`,
  'page-paywall': ({ host, words }) =>
    `„${host}“ zeigt ohne Abonnement nur einen Anreißer von ${words} Wörtern. Wenn du eines hast, füge den Text ein.`,
  'page-consent': ({ host }) =>
    `„${host}“ zeigte statt des Artikels eine Einwilligungsseite. Öffne sie im Browser und füge den Text ein.`,
  'page-script-shell': ({ host }) =>
    `Die Seite von „${host}“ enthält keinen Text, bevor ein Browser ihre Skripte ausführt. Öffne sie und füge den Text ein.`,
  'page-bot-wall': ({ host }) =>
    `„${host}“ will einen Beweis, dass ich ein Mensch bin, und das bin ich nicht. Kopiere den Text aus deinem Browser.`,
  'page-not-article': ({ host, words }) =>
    `Die Seite von „${host}“ ist kein Artikel (${words} Wörter Text). Gib einen Link zu einem Artikel an.`,
  'article-too-short': ({ words, floor }) =>
    `Das sind ${words} Wörter, eine Zusammenfassung braucht mindestens ${floor}. Lies es so oder füge den Rest hinzu.`,
  'article-too-long': ({ words, limitWords }) =>
    `Das sind ${words} Wörter, mehr als die ${limitWords}, die ich auf einmal lese. Füge die Stelle ein, um die es geht.`,
  'reader-overloaded': () => 'Gerade werden zu viele Seiten gelesen. Wiederhole das in einer Minute.',
  'model-unconfigured': () => 'Es ist kein Modell eingerichtet. Nimm die eingebaute Auswertung.',
  'model-unreachable': () => 'Der Modell-Server war nicht zu erreichen. Versuch es später wieder.',
  'model-refused': () => 'Das Modell wollte über diesen Artikel nicht schreiben. Nimm dafür die eingebaute Auswertung.',
  'model-key-rejected': () => 'Der Modell-Server wies den Schlüssel zurück. Der Betreiber muss ihn berichtigen.',
  'model-quota': () => 'Das Guthaben beim Modell-Anbieter ist verbraucht. Der Betreiber muss es auffüllen.',
  'model-busy': ({ retryAfterSeconds }) => `Der Modell-Server ist überlastet. ${later(retryAfterSeconds)}`,
  'model-timeout': ({ seconds, phase }) => TIMEOUTS[phase](seconds),
  'model-context-small': () =>
    'Das Modell kann einen so langen Artikel nicht auf einmal lesen. Der Betreiber muss OPENAI_CONTEXT_TOKENS senken.',
  'model-allowance': ({ limit, retryAfterSeconds }) =>
    `${LIMITS[limit]} ${
      retryAfterSeconds === null
        ? 'Die eingebaute Auswertung antwortet stattdessen; frag einen Admin, wenn sich das ändern soll.'
        : `In ${roughSpan(retryAfterSeconds)} geht es weiter; bis dahin antwortet die eingebaute Auswertung.`
    }`,
  'cool-down': ({ of, retryAfterSeconds }) =>
    of === 'member'
      ? `Du hast gerade eben etwas angefragt. Frag in ${roughSpan(retryAfterSeconds)} wieder.`
      : `In diesem Kanal gab es gerade eben ein Angebot. Das nächste ist in ${roughSpan(retryAfterSeconds)} möglich.`,
  'question-missing': () => 'Es wurde nichts gefragt. Schreib, was du über den Artikel wissen willst.',
  'question-too-long': ({ characters, limit }) =>
    `Diese Frage hat ${characters} Zeichen, ich lese ${limit}. Frag mit weniger Worten.`,
  'discussion-unknown': () =>
    'Den Artikel dieses Gesprächs habe ich nicht mehr. Beginne ein neues mit dem Link oder dem Text.',
  'settings-language': ({ value }) => `„${value}“ ist kein Sprachkürzel. Nimm zwei Buchstaben, etwa en oder de.`,
  'settings-choice': ({ value }) => `„${value}“ steht hier nicht zur Wahl. Nimm etwas aus der Liste.`,
  'settings-number': ({ value, least, most }) =>
    `${value} geht hier nicht. Gib eine ganze Zahl von ${least} bis ${most} ein.`,
  'settings-not-a-number': ({ value }) => `„${value}“ ist keine ganze Zahl. Gib nur Ziffern ein, wie 30.`,
  'settings-count': ({ limit }) => `Hier gehen höchstens ${limit} Einträge. Entferne zuerst einige.`,
  'settings-domain': ({ value }) =>
    value === ''
      ? 'Es wurde keine Seite genannt. Gib Namen wie example.org ein.'
      : `„${value}“ ist kein Name einer Seite. Schreib ihn wie example.org.`,
  'settings-allowance': ({ value, ceiling }) =>
    ceiling === null
      ? `${value} ist keine Zahl von Tokens. Gib eine ganze Zahl ab 0 ein.`
      : `${value} Tokens am Tag gehen hier nicht. Gib eine ganze Zahl von 0 bis ${ceiling} ein, der Grenze des Betreibers.`,
  'settings-channel': ({ channel, whose }) =>
    whose === 'admin'
      ? `Du darfst <#${channel}> nicht sehen oder dort nicht schreiben. Wähle einen Kanal, in dem du es darfst.`
      : `Ich darf <#${channel}> nicht sehen oder dort nicht schreiben. Gib mir dort „Kanal ansehen“ und „Nachrichten senden“ und wähle ihn noch einmal.`,
  'settings-moved': () =>
    'Jemand hat die Einstellungen geändert, nachdem du sie geöffnet hast. Sieh sie noch einmal an und nimm dann zurück, was du willst.',
  'settings-nothing-to-undo': () => 'Es gibt keine Änderung zurückzunehmen. Stell stattdessen ein, was du willst.',
  'model-garbled': () => 'Das Modell antwortete mit etwas Unlesbarem. Frag noch einmal.',
  'model-cut-input': ({ counted, reported }) =>
    `Der Modell-Server las ${reported} von etwa ${counted} Tokens und schnitt den Rest ab. Der Betreiber muss seinen Kontext vergrößern.`,
  'not-admin': () =>
    'Dafür braucht es das Recht „Server verwalten“, und das hast du hier jetzt nicht. Frag jemanden, der es hat.',
  'storage-unavailable': () =>
    'Der Speicher antwortet nicht, darum wurde nichts begonnen. Wiederhole das in einer Minute.',
  'queue-full': ({ waiting }) =>
    `Auf diesem Server warten schon ${waiting} Anfragen. Komm wieder, wenn einige erledigt sind.`,
  'control-expired': () =>
    'Dieser Knopf gehört zu einer Antwort, die nicht mehr aufbewahrt wird. Frag den Artikel noch einmal ab.',
  'nothing-shown-here': () => 'In diesem Kanal wurde noch kein Artikel gezeigt. Nenne einen mit der Option „artikel“.',
  'answer-late': ({ minutes }) =>
    `Das war in ${minutes} min nicht fertig, länger lässt mich Discord hier nicht antworten. Frag später noch einmal.`,
  'may-not-spend': () =>
    'Deine Rollen auf diesem Server dürfen keine Tokens ausgeben. Frag jemanden, der es darf, oder einen Admin.',
  'already-started': () => 'Jemand hat das schon begonnen. Die Antwort wird hier stehen.',
  cancelled: () => 'Das wurde vor dem Ende abgebrochen. Beginne es neu, wenn du es willst.',
  internal: ({ reference }) =>
    `Etwas ist fehlgeschlagen, das nicht fehlschlagen darf (Kennung ${reference}). Melde die Kennung dem Betreiber.`,
};
