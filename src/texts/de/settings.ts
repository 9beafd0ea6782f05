/** What `/settings` says in German. */
import type { ChannelMode } from '#domain';

import type { TextsLike } from '../contract.ts';
import type { settings as english } from '../en/settings.ts';
import { days as countedDays, tokens as countedTokens, either, list, span } from './words.ts';

const MODE: Readonly<Record<ChannelMode, string>> = {
  off: 'in Ruhe gelassen',
  reaction: 'eine Reaktion',
  button: 'ein Knopf',
  reply: 'eine Zusammenfassung als Antwort',
  thread: 'eine Zusammenfassung in einem Thread',
};

/** So heißen sie in Discords deutschen Einstellungen. */
const RIGHT = {
  ViewChannel: '„Kanal ansehen“',
  SendMessages: '„Nachrichten senden“',
  ReadMessageHistory: '„Nachrichtenverlauf anzeigen“',
  AddReactions: '„Reaktionen hinzufügen“',
  AttachFiles: '„Dateien anhängen“',
  CreatePublicThreads: '„Öffentliche Threads erstellen“',
  SendMessagesInThreads: '„Nachrichten in Threads senden“',
} as const;

function unlimited(of: 'member' | 'guild', ceiling: number | null): string {
  if (of === 'member') return 'so viel, wie der Server hat';
  return ceiling === null ? 'ohne Grenze' : `die Grenze des Betreibers, ${countedTokens(ceiling)} am Tag`;
}

export const settings: TextsLike<typeof english> = {
  settingsName: 'einstellungen',
  settingsDescription: 'Was der Bot auf diesem Server darf: Sprache, gepostete Links, Verbrauch, Aufbewahrung',
  panelTitle: 'Einstellungen dieses Servers',
  panelPage: ({ page }) =>
    ({
      overview: 'Überblick',
      answers: 'Antworten',
      links: 'Gepostete Links',
      spending: 'Verbrauch',
      discussion: 'Gespräche und Meldungen',
      keeping: 'Aufbewahrung',
      changes: 'Letzte Änderungen',
    })[page],
  panelGoTo: 'Gehe zu …',
  panelSaved: ({ change }) => `Gespeichert: ${change}`,
  panelNotSaved: ({ reason }) => `Nicht gespeichert. ${reason}`,
  panelUndone: 'Die letzte Änderung ist zurückgenommen.',
  panelUndo: 'Letzte Änderung zurücknehmen',
  panelPrivate: 'Nur du siehst das hier. Was du wählst, ist sofort gespeichert und gilt ab der nächsten Anfrage.',
  lineLanguage: ({ language }) => `**Sprache:** ${language ?? 'die des Artikels'}`,
  lineLength: ({ length }) => `**Länge:** ${length}`,
  lineEngine: ({ engine }) =>
    `**Wer schreibt:** ${{ automatic: 'das Modell, wo eines eingerichtet und erlaubt ist, sonst Regeln', extractive: 'nur Regeln, kein Modell' }[engine]}`,
  lineModes: ({ modes }) =>
    `**Gepostete Links:** ${modes.length === 0 ? 'bleiben in jedem Kanal unbeachtet' : `${list(modes)}; sonst unbeachtet`}`,
  lineMode: ({ channel, mode }) => `${MODE[mode]} in ${channel}`,
  lineMore: ({ amount }) => `${amount} weitere`,
  lineDomains: ({ kind, names }) =>
    `**Seiten:** ${{ all: 'Links zu allen Seiten zählen', only: `nur Links zu ${list(names)} zählen`, except: `alle zählen außer ${list(names)}` }[kind]}`,
  lineRoles: ({ roles }) =>
    `**Wer Tokens verbrauchen darf:** ${roles.length === 0 ? 'alle' : `Mitglieder mit ${either(roles)}`}`,
  lineAllowance: ({ of, tokens, ceiling }) =>
    `**${of === 'member' ? 'Kontingent eines Mitglieds' : 'Kontingent des Servers'}:** ${tokens === null ? unlimited(of, ceiling) : `${countedTokens(tokens)} am Tag`}`,
  lineCoolDown: ({ of, seconds }) =>
    `**${of === 'member' ? 'Pause zwischen zwei Anfragen eines Mitglieds' : 'Pause zwischen zwei Angeboten in einem Kanal'}:** ${seconds === 0 ? 'keine' : span(seconds)}`,
  lineDiscussion: ({ place }) =>
    `**Gespräche:** ${{ thread: 'in einem Thread', here: 'im Kanal', private: 'nur für den, der fragt' }[place]}`,
  lineEveryMessage: ({ isOn }) =>
    `**In seinen Threads antwortet der Bot auf:** ${isOn ? 'jede Nachricht' : 'das, was an ihn geht'}`,
  lineReports: ({ channel }) =>
    `**Meldungen von Fehlern:** gehen an ${channel === null ? 'den, der sie meldet' : channel}`,
  lineRetention: ({ days }) => `**Artikel und Ergebnisse bleiben:** ${countedDays(days)}`,
  setupTitle: 'Noch einzurichten',
  setupNothing: 'Es fehlt nichts: Der Bot hat alle Rechte, die diese Einstellungen brauchen.',
  setupRights: ({ channel, rights }) =>
    `In ${channel} fehlt dem Bot ${list(rights)}. Erlaube es in den Einstellungen des Kanals unter „Berechtigungen“.`,
  setupChannelGone: ({ channel }) =>
    `${channel} gibt es nicht mehr, oder der Bot darf ihn nicht sehen. Gib ihm dort „Kanal ansehen“, oder wähle dafür „in Ruhe gelassen“.`,
  setupReportsGone: ({ channel }) =>
    `Meldungen gehen an ${channel}, den es nicht mehr gibt oder den der Bot nicht sieht. Wähle einen anderen Kanal.`,
  linksRefused: ({ channel }) =>
    `Discord hat den Bot nicht in ${channel} schreiben lassen; dort gepostete Links bleiben jeweils eine Stunde lang unbeachtet, bis er es darf. /settings zeigt, was fehlt.`,
  setupIntent:
    'Der Bot darf keine Nachrichten lesen; gepostete Links und freies Gespräch in Threads gehen an ihm vorbei. Der Betreiber kann es erlauben: „Message Content“ im Entwicklerportal und MESSAGE_CONTENT_INTENT=on. Menüeinträge, Erwähnungen und Befehle gehen auch so.',
  right: ({ right }) => RIGHT[right],
  mode: ({ mode }) => MODE[mode],
  linksIntro:
    'Wähle einen Kanal und dann, was geschieht, wenn dort jemand einen Link postet. Du und der Bot müsst ihn beide sehen und dort schreiben dürfen.',
  linksHere: 'Reaktion in diesem Kanal',
  linksHereHint:
    'Für einen leisen Anfang: „Reaktion in diesem Kanal“. Ein Link zu einem Artikel bekommt dann eine Reaktion, und geschrieben wird erst, wenn jemand sie drückt.',
  linksChannel: 'Kanal …',
  linksMode: ({ channel }) => `Was mit Links in ${channel} geschieht:`,
  linksModeChoose: 'Was dort mit Links geschieht …',
  linksSites: 'Seiten, die zählen',
  sitesKind: 'Welche Links zählen',
  sitesKindOf: ({ kind }) => ({ all: 'Alle Seiten', only: 'Nur diese Seiten', except: 'Alle außer diesen' })[kind],
  sitesNames: 'Seiten, eine je Zeile',
  sitesNamesHint: 'Wie example.org; Unterdomains zählen mit.',
  languageChoose: 'Sprache der Antworten …',
  languageOfArticle: 'Die des Artikels',
  languageOther: 'Eine andere Sprache',
  languageField: 'Sprache, mit einem ihrer Namen',
  lengthChoose: 'Länge der Antworten …',
  engineChoose: 'Wer schreibt …',
  engineOf: ({ engine }) =>
    ({ automatic: 'Das Modell, wo es eingerichtet ist', extractive: 'Nur Regeln, kein Modell' })[engine],
  rolesChoose: 'Rollen, die Tokens verbrauchen dürfen …',
  rolesEverybody: 'Alle dürfen verbrauchen',
  buttonAllowance: ({ of }) => (of === 'member' ? 'Kontingent eines Mitglieds' : 'Kontingent des Servers'),
  allowanceField: 'Tokens am Tag',
  allowanceHint: ({ ceiling }) =>
    ceiling === null
      ? 'Leer: ohne Grenze. 0: nur Regeln.'
      : `Höchstens ${countedTokens(ceiling)}. Leer: diese Grenze. 0: nur Regeln.`,
  buttonCoolDown: ({ of }) => (of === 'member' ? 'Pause eines Mitglieds' : 'Pause eines Kanals'),
  coolDownField: 'Sekunden',
  coolDownHint: '0 für keine; 86400 sind ein Tag.',
  discussionChoose: 'Wo Gespräche stattfinden …',
  discussionOf: ({ place }) =>
    ({ thread: 'In einem Thread', here: 'Im Kanal', private: 'Nur für den, der fragt' })[place],
  buttonEveryMessage: ({ isOn }) =>
    isOn ? 'Nur auf das antworten, was an ihn geht' : 'In seinen Threads auf jede Nachricht antworten',
  reportsChoose: 'Kanal für Meldungen von Fehlern …',
  reportsNowhere: 'Kein Kanal für Meldungen',
  buttonRetention: 'Tage der Aufbewahrung',
  retentionField: 'Tage',
  retentionHint: ({ least, most }) => `${least} bis ${most}. Weniger Tage verkürzen auch, was schon aufbewahrt ist.`,
  keepingIntro: '/datenschutz zeigt, was aufbewahrt ist, und löscht es.',
  changesNone: 'Noch wurde nichts geändert.',
  changeLine: ({ when, who, change }) => `${when}, ${who}: ${change}`,
  changeMode: ({ mode }) => `**Gepostete Links:** ${mode}`,
  changeUndo: 'nahm die Änderung davor zurück',
};
