/** What `/usage` and `/privacy` say in German. */
import type { TextsLike } from '../contract.ts';
import type { data as english, Used } from '../en/data.ts';
import {
  calls,
  articles as countedArticles,
  days as countedDays,
  daysDative,
  money,
  postedMessages,
  postedMessagesDative,
  requests,
  results,
  tokens,
} from './words.ts';

function usedText({ used, cost, saved }: Used): string {
  const spent = `${calls(used.modelCalls)} des Modells, ${tokens(used.inputTokens + used.outputTokens)}`;
  const stored = `${used.cacheHits} aus dem Speicher beantwortet, das sparte etwa ${tokens(used.savedTokens)}`;
  return [
    requests(used.requests),
    `${spent}${cost === null ? '' : `, etwa ${money(cost)} in Geld`}`,
    used.cacheHits === 0
      ? 'keine aus dem Speicher beantwortet'
      : `${stored}${saved === null ? '' : ` und ${money(saved)} in Geld`}`,
  ].join('; ');
}

export const data: TextsLike<typeof english> = {
  usageName: 'verbrauch',
  usageDescription: 'Was du heute noch verbrauchen darfst; für Admins, was der Server verbraucht hat',
  usageYours: 'Dein Kontingent',
  usageLeft: ({ left, whose, freesAt }) =>
    `${whose === 'yours' ? 'Du hast' : 'Der Server hat'} heute noch ${tokens(left)}. Der Tag endet ${freesAt}.`,
  usageNoRole:
    'Keine deiner Rollen darf hier Tokens verbrauchen. Antworten entstehen nach Regeln; ein Admin kann das in /einstellungen ändern.',
  usageClosed: 'Der Betreiber hat das Modell für diesen Server nicht freigegeben. Antworten entstehen nach Regeln.',
  usageFree: 'Antworten aus dem Speicher und nach Regeln kosten nichts, auch wenn nichts mehr übrig ist.',
  usageTitle: 'Verbrauch dieses Servers',
  usageNone: 'In den letzten 35 Tagen wurde nichts verbraucht.',
  usageTotal: ({ days, ...used }) => `**${countedDays(days)} mit Verbrauch:** ${usedText(used)}.`,
  usageLine: ({ who, ...used }) => `**${who}:** ${usedText(used)}.`,
  usageByDay: 'Nach Tagen',
  usageByMember: 'Nach Mitgliedern',
  usageMore: ({ amount }) => `${amount} weitere stehen in der Datei.`,
  usageFileNote: 'Tage sind UTC und bleiben 35. Die Datei hat jeden Tag und jedes Mitglied, für eine Tabelle.',
  usagePrices:
    'Geld ist mit den Preisen des Betreibers gerechnet; das Gesparte mit dem mittleren Preis des Verbrauchten.',
  privacyName: 'datenschutz',
  privacyDescription: 'Was über dich und diesen Server aufbewahrt ist, wie lange, und wie es gelöscht wird',
  privacyYours: 'Über dich aufbewahrt',
  privacyYoursHere: ({ usageDays, posted }) =>
    `Auf diesem Server: dein Verbrauch an ${daysDative(usageDays)}, und dass du um ${postedMessages(posted)} gebeten hast.`,
  privacyYoursAlone: ({ articles, briefings, usageDays }) =>
    `Außerhalb von Servern: ${countedArticles(articles)}, ${results(briefings)}, und dein Verbrauch an ${daysDative(usageDays)}.`,
  privacyNoChat:
    'Was Leute in Kanälen schreiben, wird nicht aufbewahrt. Gelesen wird nur, was an den Bot geht, und gepostete Links, wo ein Admin es erlaubt hat.',
  privacyServer: 'Über diesen Server aufbewahrt',
  privacyServerHeld: ({ articles, briefings, posted, usageDays }) =>
    `${countedArticles(articles)}, ${results(briefings)}, die Liste von ${postedMessagesDative(posted)}, Verbrauch an ${daysDative(usageDays)}.`,
  privacySettings: ({ isHeld }) =>
    isHeld
      ? 'Einstellungen, mit den letzten zehn Änderungen, von wem und wann.'
      : 'Keine Einstellungen: Alles ist, wie der Bot es mitbringt.',
  privacyHowLong: 'Wie lange',
  privacyKeptResults: ({ days }) =>
    `Artikel, Ergebnisse, Gespräche, was Knöpfe brauchen und die Liste geposteter Nachrichten: höchstens ${countedDays(days)}.`,
  privacyKeptUsage:
    'Verbrauch: 35 Tage. Was auf das Kontingent eines Tages zählt: zwei Tage, auch nach einer Löschung.',
  privacyKeptRequests: 'Eine Anfrage: bis sie beantwortet ist, höchstens einen Tag.',
  privacyKeptSettings:
    'Einstellungen: bis sie gelöscht werden. Muss der Bot gehen, gehen Texte und Ergebnisse sofort und die Einstellungen nach 7 Tagen.',
  privacyModel:
    'Der Text eines Artikels und Fragen dazu gehen an das Modell, das der Betreiber eingerichtet hat, wenn es eines gibt; Namen und Kennungen von Mitgliedern nie.',
  privacyDeleteMine: 'Meines löschen',
  privacyDeleteServer: 'Alles von diesem Server löschen',
  privacyAskMine:
    'Das löscht deinen Verbrauch auf diesem Server, die Vermerke, dass du um Nachrichten gebeten hast, Texte, die nur von dir kamen, und alles, was außerhalb von Servern über dich aufbewahrt ist. Nachrichten in Kanälen bleiben: Sie lassen sich in Discord löschen. Andere Server haben ihr eigenes /datenschutz.',
  privacyAskServer:
    'Das löscht jeden Artikel, jedes Ergebnis, Gespräche, Listen, Verbrauch und Einstellungen dieses Servers, für alle. Knöpfe an früheren Antworten gehen nicht mehr. Es lässt sich nicht zurücknehmen.',
  privacyYes: 'Ja, löschen',
  privacyNo: 'Nein, behalten',
  privacyMineGone: 'Was über dich aufbewahrt war, ist gelöscht.',
  privacyServerGone:
    'Alles, was über diesen Server aufbewahrt war, ist gelöscht. Der Bot arbeitet nun wie am ersten Tag.',
};
