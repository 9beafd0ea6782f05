/** German, French and Spanish articles of a town that closes its ferry, and short forms; other languages by marks alone. */
import type { Table } from '../said.ts';

export const german: Table = {
  'ein Bericht': [
    [
      `„Wir können keine leeren Boote bezahlen“, sagte Bürgermeisterin Jana Brandt nach der Sitzung. „Ich wünschte, es gäbe einen anderen Weg.“
Die Fähre koste die Stadt 1,2 Millionen Euro im Jahr, sagte Brandt. Sie kündigte an, dass ein Bus die Schüler abholen werde.
Der Leiter der Inselschule, Olaf Kern, nannte den Beschluss „eine zugeschlagene Tür“. Er warnte vor leeren Klassen und forderte ein neues Gutachten.
Laut Kern hatte die Stadt 2019 zugesagt, die Fähre zehn Jahre zu erhalten. „Sie haben uns in die Augen gesehen“, sagte er, „und sie haben unterschrieben.“
Die Besitzerin der Werft, Dagny Holt, wies den Vorwurf zurück, das Boot sei verschlissen. Nach Angaben der Werft kostet ein neuer Motor 400.000 Euro.
Stadtrat Peter Anand sagte, er würde ein kleineres Boot unterstützen, wenn der Kreis die Hälfte zahle.
Die Gewerkschaft kritisierte den Beschluss scharf. Der Kreis wollte sich auf Anfrage nicht äußern.
Umweltministerin Petra Lang (SPD) hat den Beschluss begrüßt. Dem Rat zufolge soll der Anleger unter Denkmalschutz bleiben.
Frau Brandt: „Wir reden weiter mit dem Kreis über einen Bus.“`,
      'Jana Brandt: „Wir können keine leeren Boote bezahlen“ „Ich wünschte, es gäbe einen anderen Weg.“',
      'Jana Brandt: Die Fähre koste die Stadt 1,2 Millionen Euro im Jahr',
      'Jana Brandt: ein Bus die Schüler abholen werde',
      'Olaf Kern: nannte den Beschluss „eine zugeschlagene Tür“',
      'Olaf Kern: warnte vor leeren Klassen',
      'Olaf Kern: forderte ein neues Gutachten',
      'Olaf Kern: hatte die Stadt 2019 zugesagt, die Fähre zehn Jahre zu erhalten',
      'Olaf Kern: „Sie haben uns in die Augen gesehen“ „und sie haben unterschrieben.“',
      'Dagny Holt: wies den Vorwurf zurück, das Boot sei verschlissen',
      'Werft: kostet ein neuer Motor 400.000 Euro',
      'Peter Anand: er würde ein kleineres Boot unterstützen, wenn der Kreis die Hälfte zahle',
      'Die Gewerkschaft: kritisierte den Beschluss scharf',
      'Der Kreis (declined): wollte sich auf Anfrage nicht äußern',
      'Petra Lang: hat den Beschluss begrüßt',
      'Rat: soll der Anleger unter Denkmalschutz bleiben',
      'Jana Brandt: „Wir reden weiter mit dem Kreis über einen Bus.“',
    ],
  ],
  'kurze Formen': [
    ['„Die Brücke hält“, sagte Jana Brandt.', 'Jana Brandt: „Die Brücke hält“'],
    ['»Die Brücke hält«, sagte Jana Brandt.', 'Jana Brandt: »Die Brücke hält«'],
    ['"Die Brücke hält", sagte Jana Brandt.', 'Jana Brandt: "Die Brücke hält"'],
    ['„Hält die Brücke?“, fragte Olaf Kern.', 'Olaf Kern: „Hält die Brücke?“'],
    ['Jana Brandt sagte: „Die Brücke hält.“', 'Jana Brandt: „Die Brücke hält.“'],
    ['Jana Brandt sagte, die Brücke halte.', 'Jana Brandt: die Brücke halte'],
    ['Am Montag sagte Jana Brandt, dass die Brücke halte.', 'Jana Brandt: die Brücke halte'],
    ['Jana Brandt, die Chefin der Werft, sagte, die Brücke halte.', 'Jana Brandt: die Brücke halte'],
    ['Die Sprecherin der Werft bestätigte, dass die Brücke hält.', 'Die Sprecherin der Werft: die Brücke hält'],
    ['„Die Brücke hält“, heißt es auf dem Schild am Ufer.'],
    ['Die Werft reagierte nicht auf eine Anfrage.', 'Die Werft (declined): reagierte nicht auf eine Anfrage'],
    ['Der Film „Das lange Jahr“ läuft am Freitag.'],
  ],
};

export const french: Table = {
  'un article': [
    [
      `« Nous ne pouvons pas payer des bateaux vides », a déclaré la maire, Claire Dumas, après la séance. « J'aurais voulu une autre solution. »
Mme Dumas a précisé que la ligne coûtait 1,2 million d'euros par an. Elle a annoncé qu'un car conduirait les élèves.
« Ils nous ont regardés dans les yeux, explique Luc Moreau, directeur de l'école, et ils ont signé. »
Selon M. Moreau, la ville avait promis en 2019 de garder la ligne pendant dix ans.
La propriétaire du chantier, Inès Blanc, a rejeté cette idée. « Le moteur tiendra », assure-t-elle.
Un moteur neuf coûterait 400 000 euros, selon le chantier naval.
Le syndicat des marins a dénoncé « un coup de couteau dans le dos ». La préfecture n'a pas répondu à nos questions.
Le conseiller Pierre Anand a affirmé qu'il soutiendrait un bateau plus petit si le département payait la moitié.
Le ministre a qualifié le vote de « décision courageuse » et a promis une aide.`,
      "Claire Dumas: « Nous ne pouvons pas payer des bateaux vides » « J'aurais voulu une autre solution. »",
      "Claire Dumas: la ligne coûtait 1,2 million d'euros par an",
      'Claire Dumas: un car conduirait les élèves',
      'Luc Moreau: Ils nous ont regardés dans les yeux et ils ont signé',
      'Luc Moreau: la ville avait promis en 2019 de garder la ligne pendant dix ans',
      'Inès Blanc: a rejeté cette idée',
      'Inès Blanc: « Le moteur tiendra »',
      'le chantier naval: Un moteur neuf coûterait 400 000 euros',
      'Le syndicat des marins: « un coup de couteau dans le dos »',
      "La préfecture (declined): n'a pas répondu à nos questions",
      'Pierre Anand: il soutiendrait un bateau plus petit si le département payait la moitié',
      'Le ministre: a qualifié le vote de « décision courageuse »',
      'Le ministre: a promis une aide',
    ],
  ],
  'formes courtes': [
    ['« Le pont tiendra », a déclaré Luc Moreau.', 'Luc Moreau: « Le pont tiendra »'],
    ['“Le pont tiendra”, affirme Luc Moreau.', 'Luc Moreau: “Le pont tiendra”'],
    ['Luc Moreau a déclaré : « Le pont tiendra. »', 'Luc Moreau: « Le pont tiendra. »'],
    ['Luc Moreau a déclaré que le pont tiendrait.', 'Luc Moreau: le pont tiendrait'],
    ['Le pont tiendra, a annoncé le maire.', 'le maire: Le pont tiendra'],
    ["D'après Luc Moreau, le pont tiendra encore.", 'Luc Moreau: le pont tiendra encore'],
    ['Luc Moreau a refusé de commenter.', 'Luc Moreau (declined): a refusé de commenter'],
    ['Le film « La Longue Nuit » sort vendredi.'],
  ],
};

export const spanish: Table = {
  'un artículo': [
    [
      `«No podemos pagar barcos vacíos», dijo la alcaldesa, Ana Torres, tras la sesión. «Ojalá hubiera otra salida».
Torres explicó que la línea cuesta 1,2 millones de euros al año. También anunció que un autobús llevará a los alumnos.
«Nos miraron a los ojos —dijo Luis Moreno, director de la escuela— y firmaron».
Según Moreno, la ciudad había prometido en 2019 mantener la línea diez años.
La dueña del astillero, Inés Blanco, rechazó esa idea. «El motor aguantará», añadió.
Un motor nuevo costaría 400.000 euros, según el astillero.
El sindicato de marineros denunció “una puñalada por la espalda”. El gobierno regional no respondió a las preguntas.
El concejal Pedro Anaya aseguró que apoyaría un barco más pequeño si la región pagara la mitad.
El ministro ha calificado el voto de «decisión valiente» y pidió calma a los vecinos.`,
      'Ana Torres: «No podemos pagar barcos vacíos» «Ojalá hubiera otra salida»',
      'Ana Torres: la línea cuesta 1,2 millones de euros al año',
      'Ana Torres: un autobús llevará a los alumnos',
      'Luis Moreno: Nos miraron a los ojos y firmaron',
      'Luis Moreno: la ciudad había prometido en 2019 mantener la línea diez años',
      'Inés Blanco: rechazó esa idea',
      'Inés Blanco: «El motor aguantará»',
      'el astillero: Un motor nuevo costaría 400.000 euros',
      'El sindicato de marineros: “una puñalada por la espalda”',
      'El gobierno regional (declined): no respondió a las preguntas',
      'Pedro Anaya: apoyaría un barco más pequeño si la región pagara la mitad',
      'El ministro: ha calificado el voto de «decisión valiente»',
      'El ministro: pidió calma a los vecinos',
    ],
  ],
  'formas cortas': [
    ['«El puente aguantará», dijo Ana Torres.', 'Ana Torres: «El puente aguantará»'],
    ['“El puente aguantará”, afirmó Ana Torres.', 'Ana Torres: “El puente aguantará”'],
    ['Ana Torres dijo: «El puente aguantará».', 'Ana Torres: «El puente aguantará»'],
    ['Ana Torres ha dicho que el puente aguantará.', 'Ana Torres: el puente aguantará'],
    ['El puente aguantará, aseguró el alcalde.', 'el alcalde: El puente aguantará'],
    ['De acuerdo con Ana Torres, el puente aguantará.', 'Ana Torres: el puente aguantará'],
    ['El ministro no quiso comentar la noticia.', 'El ministro (declined): no quiso comentar la noticia'],
  ],
};

/** Languages without a list: [language, text, …]. */
export const marksOnly: readonly (readonly [language: string, text: string, ...expected: string[]])[] = [
  [
    'it',
    'Il sindaco parla di un errore. “Non possiamo più pagare queste barche vuote.”',
    '?: “Non possiamo più pagare queste barche vuote.”',
  ],
  ['it', 'Anna Russo: «Non possiamo più pagare».', 'Anna Russo: «Non possiamo più pagare»'],
  [
    'nl',
    'Jan Visser: “Wij betalen niet langer voor lege boten.”',
    'Jan Visser: “Wij betalen niet langer voor lege boten.”',
  ],
  [
    'ja',
    '市長は述べた。「空の船のために払い続けることはもうできません。橋が錆びているのに、そんな余裕はどこにもないのです。」',
    '?: 「空の船のために払い続けることはもうできません。橋が錆びているのに、そんな余裕はどこにもないのです。」',
  ],
  ['und', 'Zzz qqq “one two three four five six seven” zzz.', '?: “one two three four five six seven”'],
  [
    'it',
    'ANNA: Dove eri quella notte?\nLUCA: Ero al mulino.\nANNA: Ti ha visto qualcuno?\nLUCA: Mio fratello.',
    'LUCA: Ero al mulino',
    'LUCA: Mio fratello',
  ],
];
