/** English: states, newspapers and stations, and the nouns through which somebody speaks. */

/** States by the adjective that newspapers put before an office. */
export const STATES: Readonly<Record<string, string>> = Object.fromEntries(
  `russian Russia, ukrainian Ukraine, american the United States, british Britain, french France, german Germany, chinese China, japanese Japan,
  israeli Israel, iranian Iran, iraqi Iraq, turkish Turkey, italian Italy, spanish Spain, polish Poland, hungarian Hungary, greek Greece,
  indian India, pakistani Pakistan, canadian Canada, mexican Mexico, brazilian Brazil, australian Australia, egyptian Egypt, syrian Syria,
  saudi Saudi Arabia, swedish Sweden, norwegian Norway, finnish Finland, danish Denmark, dutch the Netherlands, belgian Belgium,
  swiss Switzerland, austrian Austria, czech the Czech Republic, portuguese Portugal, irish Ireland, scottish Scotland, afghan Afghanistan,
  korean Korea, vietnamese Vietnam, indonesian Indonesia, filipino the Philippines, thai Thailand, kenyan Kenya, nigerian Nigeria,
  belarusian Belarus, serbian Serbia, romanian Romania, bulgarian Bulgaria, georgian Georgia, armenian Armenia, lebanese Lebanon,
  jordanian Jordan, palestinian Palestine, venezuelan Venezuela, colombian Colombia, argentine Argentina, chilean Chile, cuban Cuba,
  ethiopian Ethiopia, sudanese Sudan, libyan Libya, estonian Estonia, latvian Latvia, lithuanian Lithuania, slovak Slovakia, croatian Croatia`
    .split(/,\s+/u)
    .map((entry) => [entry.slice(0, entry.indexOf(' ')), entry.slice(entry.indexOf(' ') + 1)]),
);

/** Words in the names of newspapers, stations and agencies. */
export const OUTLET_WORDS =
  'news newspaper times post journal gazette herald tribune radio television tv magazine mail guardian telegraph observer chronicle daily weekly ' +
  'broadcaster channel agency press reuters cnn bbc abc nbc cbs fox msnbc npr pbs itv afp ap rtl ard zdf rte cbc cnbc c-span bloomberg politico axios ' +
  'today courier inquirer examiner star sun globe podcast';

/** "Lee's |claim that …". */
export const SPEECH_NOUNS =
  'claims?|statement|assertions?|argument|allegations?|accusations?|view|belief|suggestions?|warnings?|promise|pledge|vow|admission|contention|remarks?|' +
  'comments?|insistence|prediction|fears?|concerns?|hope|conclusion|opinion|acknowledg?ment|announcement|complaint|point|case';
/** With an infinitive; the noun belongs to the statement: "her |call to close the dam". */
export const INFINITIVE_NOUNS =
  'calls?|promises?|pledges?|vows?|threats?|demands?|pleas?|offers?|refusal|proposals?|appeals?|requests?';
