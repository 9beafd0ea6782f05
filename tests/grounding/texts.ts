/** Invented articles with every form of quotation, read as the reader reads them. */
import { createArticleReader } from '#article';
import type { Article } from '#domain';

export const ENGLISH = `Sandhaven council splits over the tidal plant

The council of Sandhaven voted 11 to 6 on Tuesday to lease the north shore to Tidewell, a company that plans to build a tidal power plant worth £86 million by 2031.

“This is not a gift to Tidewell. It is a contract, and we will enforce it,” Mayor Lorna Beddoes said after the vote. “If they are a day late, they pay.”

Tidewell’s chief executive, Rashid Amari, called the decision “a bet on the sea that will pay for a hundred years”. He told the council that the plant could supply 40,000 homes.

Opposition leader Colin Strake accused the mayor of hiding a report on fish stocks. “She had the numbers in March,” he said, “and she did not show them to anybody.”

Beddoes denied that. “I do not hide reports,” she told The Sandhaven Courier. “The report was a draft … and it was wrong [about herring] in three places.”

Fishermen fear for their grounds. “My father said to me, ‘Never sell the shore,’ and now it is sold,” said Ada Finch, whose family has fished there since 1952.

Strake said his party would support the plant only if the company moved the turbines two kilometres further out. He did not vote against the lease, but abstained.

The engineer Johann Weiss, who wrote the report, declined to comment. A spokeswoman for the ministry of energy said that no public money would be spent on the plant.

“We have heard promises before.

“We heard them in 1998, and the pier is still a ruin,” said Father Declan Moy of St Brendan’s. “Will anybody in this town be richer for it?”

According to Tidewell, work will begin in April. Around 300 people are to be employed during construction and 45 after it. Unemployment in Sandhaven stood at 9.4 percent in January, down from 10.1 percent a year earlier.`;

export const GERMAN = `Stadtrat von Lindau am Moor streitet über das Freibad

Der Stadtrat hat am Donnerstag mit 18 zu 14 Stimmen beschlossen, das Freibad im nächsten Sommer nicht zu öffnen. Die Sanierung würde 5,2 Millionen Euro kosten.

„Wir können kein Bad betreiben, in das es hineinregnet“, sagte Bürgermeisterin Svenja Holtkamp nach der Sitzung. Sie versprach, im Herbst einen neuen Plan vorzulegen.

Der Vorsitzende des Schwimmvereins, Uwe Brandt, kritisierte den Beschluss. „Hier lernen jedes Jahr 400 Kinder schwimmen“, sagte Brandt, „und niemand hat uns gefragt.“

Der Kämmerer Ralf Osterloh sagte, die Stadt habe im vergangenen Jahr 3,1 Millionen Euro Verlust gemacht. »Das Geld ist nicht da, und es kommt auch nicht«, sagte er dem Moorboten.

Die Grünen unterstützen den Beschluss nur, wenn das Hallenbad länger öffnet. Eine Sprecherin des Landes wollte sich nicht äußern.`;

export const FRENCH = `La mairie de Brénoux ferme le marché couvert

Le conseil municipal de Brénoux a voté mardi, par 21 voix contre 8, la fermeture du marché couvert pour dix-huit mois. Les travaux coûteront 7,5 millions d’euros.

« Nous ne fermons pas le marché, nous le sauvons », a déclaré la maire, Élise Tardieu. Elle promet que les loyers n’augmenteront pas avant 2029.

« On nous met à la rue en plein hiver », a dénoncé Marc Lavergne, président de l’association des commerçants. Il demande une indemnité de 900 euros par mois.

Selon l’opposition, la ville aurait pu faire les travaux la nuit. « C’est une question de volonté, pas d’argent », a affirmé Nadia Rouvier.

Les 54 commerçants seront installés sous une tente, place de la Gare.`;

export const SPANISH = `El puerto de Almarza prohíbe los cruceros grandes

El gobierno regional prohibió el lunes la entrada de cruceros de más de 2.000 pasajeros en el puerto de Almarza. La medida empieza el 1 de mayo.

«No queremos vivir en un parque de atracciones», dijo la alcaldesa, Rocío Benavent. La alcaldesa pidió también un impuesto de tres euros por visitante.

El presidente de la asociación de comerciantes, Julio Ferrer, criticó la prohibición. «Nos quitan el 60 por ciento de las ventas», afirmó Ferrer, «y nadie nos ofrece nada a cambio».

Según el puerto, el año pasado llegaron 312 cruceros con 840.000 pasajeros. La naviera Blue Meridian no respondió a las preguntas.`;

/** The texts read, under the same names. */
export async function readAll<Name extends string>(
  texts: Readonly<Record<Name, string>>,
): Promise<Record<Name, Article>> {
  const reader = createArticleReader({ allowPrivateHosts: [], clock: () => 1 });
  try {
    const articles = {} as Record<Name, Article>;
    for (const [name, text] of Object.entries<string>(texts))
      articles[name as Name] = await reader.read({ kind: 'text', text });
    return articles;
  } finally {
    await reader.close();
  }
}

export const readTexts = () => readAll({ en: ENGLISH, de: GERMAN, fr: FRENCH, es: SPANISH });
