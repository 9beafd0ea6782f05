/** Traps of German, French and Spanish: who is told, who is meant by a verb without a subject, what goes on without a cue. */

import type { Table } from '../said.ts';

/** Datives, "so X", the subjunctive that goes on. */
export const germanTraps: Table = {
  traps: [
    ['Tomas Wray ist empört. „Die Brücke hält“, sagte er dem Moorboten.', 'Tomas Wray: „Die Brücke hält“'],
    ['„Die Brücke hält“, sagte Jana Brandt dem Moorboten.', 'Jana Brandt: „Die Brücke hält“'],
    ['„Die Brücke hält“, sagte Brandt der Zeitung „Moorbote“.', 'Brandt: „Die Brücke hält“'],
    ['„Die Brücke hält“, sagte die Bürgermeisterin der Zeitung am Freitag.', 'die Bürgermeisterin: „Die Brücke hält“'],
    ['„Die Brücke hält“, sagte der Sprecher der Werft.', 'der Sprecher der Werft: „Die Brücke hält“'],
    ['„Die Brücke hält“, sagte der Sprecher der Nachrichtenagentur AFP.', 'der Sprecher: „Die Brücke hält“'],
    ['Dem Moorboten sagte Jana Brandt: „Die Brücke hält.“', 'Jana Brandt: „Die Brücke hält.“'],
    ['Der Zeitung sagte sie, die Brücke halte.', '?: die Brücke halte'],
    ['Jana Brandt ist empört. Dem Moorboten sagte sie, die Brücke halte.', 'Jana Brandt: die Brücke halte'],
    ['Im Moorboten sagte Jana Brandt, die Brücke halte.', 'Jana Brandt: die Brücke halte'],
    ['Jana Brandt sagte dem Moorboten, die Brücke halte.', 'Jana Brandt: die Brücke halte'],
    ['Jana Brandt sagte dem Moorboten: „Die Brücke hält.“', 'Jana Brandt: „Die Brücke hält.“'],
    ['Jana Brandt hat dem Moorboten gesagt, die Brücke halte.', 'Jana Brandt: die Brücke halte'],
    ['Dem Rat sagte die Bürgermeisterin, die Brücke halte.', 'die Bürgermeisterin: die Brücke halte'],
    ['„Die Brücke hält“, so Jana Brandt.', 'Jana Brandt: „Die Brücke hält“'],
    ['„Die Brücke hält“, so Bürgermeisterin Jana Brandt am Freitag.', 'Jana Brandt: „Die Brücke hält“'],
    ['„Die Brücke hält“, meint Jana Brandt.', 'Jana Brandt: „Die Brücke hält“'],
    ['„Die Brücke hält“, erklärte Direktor Calum Verrey.', 'Calum Verrey: „Die Brücke hält“'],
    ['„Die Brücke hält“, sagte ihm Jana Brandt.', 'Jana Brandt: „Die Brücke hält“'],
    ['„Die Brücke hält“, sagte ihr der Direktor.', 'der Direktor: „Die Brücke hält“'],
    ['„Die Brücke hält“, versicherte er dem Rat.', '?: „Die Brücke hält“'],
    ['Die Zahlen stammten aus dem Juli, sagte er der Presse.', '?: Die Zahlen stammten aus dem Juli'],
    ['Olaf Kern sagte gegenüber dem Moorboten, die Brücke halte.', 'Olaf Kern: die Brücke halte'],
    ['„Die Brücke hält“, sagte Kern gegenüber dem Moorboten.', 'Kern: „Die Brücke hält“'],
    [
      'Jana Brandt sagte: „Die Brücke hält.“ Eine Stadt dieser Größe könne das nicht tragen.',
      'Jana Brandt: „Die Brücke hält.“',
      'Jana Brandt: Eine Stadt dieser Größe könne das nicht tragen',
    ],
    ['Jana Brandt sprach lange. Die Brücke sei sicher, das Geld reiche aber nicht.'],
    [
      '„Das Schiff kostet uns 412.000 Kronen im Jahr“, sagte Edda Quillon. Eine Stadt dieser Größe könne das nicht tragen.',
      'Edda Quillon: „Das Schiff kostet uns 412.000 Kronen im Jahr“',
      'Edda Quillon: Eine Stadt dieser Größe könne das nicht tragen',
    ],
    [
      'Man fahre, „solange jemand dafür bezahlt“, erklärte Direktor Calum Verrey. Den 14 Beschäftigten werde Arbeit am Tag angeboten.',
      'Calum Verrey: Man fahre, „solange jemand dafür bezahlt“',
      'Calum Verrey: Den 14 Beschäftigten werde Arbeit am Tag angeboten',
    ],
    [
      'Die Reederei wollte den Beschluss nicht bewerten.',
      'Die Reederei (declined): wollte den Beschluss nicht bewerten',
    ],
    ['Auf die Frage wollte Quillon nichts sagen.', 'Quillon (declined): wollte Quillon nichts sagen'],
    [
      'Quillon lehnte es ab, den Beschluss zu kommentieren.',
      'Quillon (declined): lehnte es ab, den Beschluss zu kommentieren',
    ],
    ['Wray nannte das „eine Vermutung mit Komma“.', 'Wray: nannte das „eine Vermutung mit Komma“'],
    [
      'Der Vertreter der Insel, Tomas Wray, widersprach. Die Zahlen stammten aus dem Juli, sagte er. „Im Januar ist dieses Schiff der einzige Weg.“',
      'Tomas Wray: Die Zahlen stammten aus dem Juli',
      'Tomas Wray: „Im Januar ist dieses Schiff der einzige Weg.“',
    ],
  ],
};

/** Inverted pronouns, hearers and reflexive verbs. */
export const frenchTraps: Table = {
  traps: [
    [
      'L’élu de l’île, Tomas Wray, a voté contre. « Ils ont compté les passagers en juillet », a-t-il dit. Selon lui, les chiffres oublient les mois d’hiver.',
      'Tomas Wray: « Ils ont compté les passagers en juillet »',
      'Tomas Wray: les chiffres oublient les mois d’hiver',
    ],
    [
      'Claire Dumas dirige la ville. « Le pont tiendra », a-t-elle déclaré vendredi.',
      'Claire Dumas: « Le pont tiendra »',
    ],
    ['Claire Dumas dirige la ville. « Le pont tiendra », déclare-t-elle.', 'Claire Dumas: « Le pont tiendra »'],
    ['Claire Dumas dirige la ville. « Le pont tiendra », dit-elle à la presse.', 'Claire Dumas: « Le pont tiendra »'],
    [
      'Claire Dumas dirige la ville. « Le pont tiendra », a-t-elle ensuite ajouté.',
      'Claire Dumas: « Le pont tiendra »',
    ],
    [
      'Claire Dumas dirige la ville. « Le pont », a-t-elle dit, « tiendra encore dix ans. »',
      'Claire Dumas: « Le pont » « tiendra encore dix ans. »',
    ],
    ['Claire Dumas dirige la ville. Le pont tiendra, assure-t-elle.', 'Claire Dumas: Le pont tiendra'],
    ['Claire Dumas dirige la ville. Le pont tiendra, a-t-elle assuré.', 'Claire Dumas: Le pont tiendra'],
    [
      'Claire Dumas dirige la ville. « Le pont tiendra », avait-elle promis en 2019.',
      'Claire Dumas: « Le pont tiendra »',
    ],
    ['« Le pont tiendra », a confié la maire au Courrier.', 'la maire: « Le pont tiendra »'],
    ['« Le pont tiendra », a déclaré Luc Moreau à la presse.', 'Luc Moreau: « Le pont tiendra »'],
    ['« Le pont tiendra », a déclaré à la presse Luc Moreau.', 'Luc Moreau: « Le pont tiendra »'],
    ['« Le pont tiendra », a dit hier le maire de Lyon.', 'le maire de Lyon: « Le pont tiendra »'],
    ["« Le pont tiendra », s'est félicité Luc Moreau.", 'Luc Moreau: « Le pont tiendra »'],
    ["« Le pont tiendra », s'inquiète Luc Moreau.", 'Luc Moreau: « Le pont tiendra »'],
    ['« Le pont tiendra », lui a répondu Luc Moreau.', 'Luc Moreau: « Le pont tiendra »'],
    ['Claire Dumas a dit à Luc Moreau que le pont tiendrait.', 'Claire Dumas: le pont tiendrait'],
    ['Luc Moreau lui a répondu que le pont tiendrait.', 'Luc Moreau: le pont tiendrait'],
    [
      'La médecin de l’île, Henrike Solano, a indiqué avoir fait traverser 38 malades de nuit l’an dernier. Elle demande un délai d’un an et un contrat.',
      'Henrike Solano: avoir fait traverser 38 malades de nuit l’an dernier',
      'Henrike Solano: demande un délai d’un an et un contrat',
    ],
    [
      'Tomas Wray a voté contre. M. Wray y voit « une supposition avec une virgule ».',
      'Tomas Wray: « une supposition avec une virgule »',
    ],
    ['Interrogée sur le sujet, Mme Quillon a refusé de répondre.', 'Quillon (declined): a refusé de répondre'],
    [
      'Le directeur de la compagnie, Calum Verrey, n’a pas voulu se prononcer sur la décision. La compagnie assurera la liaison « tant que quelqu’un paiera », a-t-il affirmé.',
      'Calum Verrey (declined): n’a pas voulu se prononcer sur la décision',
      'Calum Verrey: La compagnie assurera la liaison « tant que quelqu’un paiera »',
    ],
    ['Selon la maire, le pont tiendra.', 'la maire: le pont tiendra'],
    ['Pour Luc Moreau, le pont tiendra.', 'Luc Moreau: le pont tiendra'],
    ["D'après elle, le pont tiendra.", '?: le pont tiendra'],
    ['Le pont tiendra, selon Claire Dumas, maire de la ville.', 'Claire Dumas: Le pont tiendra'],
    ["« Non ! » s'est écriée Claire Dumas.", 'Claire Dumas: « Non ! »'],
    ['« Tiendra-t-il ? », demande Luc Moreau.', 'Luc Moreau: « Tiendra-t-il ? »'],
  ],
};

/** Dropped subjects, hearers, small pronouns. */
export const spanishTraps: Table = {
  traps: [
    [
      'El representante de la isla, Tomas Wray, votó en contra. «Contaron a los pasajeros en julio», dijo. «En enero es el único camino».',
      'Tomas Wray: «Contaron a los pasajeros en julio» «En enero es el único camino»',
    ],
    [
      'La doctora Henrike Solano explicó que envió a 38 pacientes. Pidió un aplazamiento de un año y un contrato previo.',
      'Henrike Solano: envió a 38 pacientes',
      'Henrike Solano: Pidió un aplazamiento de un año y un contrato previo',
    ],
    ['Ana Torres dirige la ciudad. «El puente aguantará», le dijo al alcalde.', 'Ana Torres: «El puente aguantará»'],
    ['«El puente aguantará», dijo a la prensa Ana Torres.', 'Ana Torres: «El puente aguantará»'],
    ['«El puente aguantará», dijo Ana Torres a El Faro.', 'Ana Torres: «El puente aguantará»'],
    ['«El puente aguantará», le dijo Ana Torres a la prensa.', 'Ana Torres: «El puente aguantará»'],
    ['Ana Torres le dijo al alcalde que el puente aguantará.', 'Ana Torres: el puente aguantará'],
    ['Ana Torres dijo a la prensa que el puente aguantará.', 'Ana Torres: el puente aguantará'],
    ['Al alcalde le dijo Ana Torres que el puente aguantará.', 'Ana Torres: el puente aguantará'],
    ['«El puente aguantará», ha dicho Ana Torres.', 'Ana Torres: «El puente aguantará»'],
    ['«El puente aguantará», se quejó Ana Torres.', 'Ana Torres: «El puente aguantará»'],
    ['«El puente aguantará», dijo ayer el alcalde de Lugo.', 'el alcalde de Lugo: «El puente aguantará»'],
    ['«El puente aguantará», dijo ella.', '?: «El puente aguantará»'],
    ['Para Ana Torres, el puente aguantará.', 'Ana Torres: el puente aguantará'],
    ['Según ella, el puente aguantará.', '?: el puente aguantará'],
    ['Ana Torres dirige la ciudad. Según ella, el puente aguantará.', 'Ana Torres: el puente aguantará'],
    ['A juicio de Ana Torres, el puente aguantará.', 'Ana Torres: el puente aguantará'],
    ['En opinión de Ana Torres, el puente aguantará.', 'Ana Torres: el puente aguantará'],
    ['Ana Torres dijo que el puente aguantará y que hay dinero.', 'Ana Torres: el puente aguantará y que hay dinero'],
    ['Preguntada por el coste, Quillon no quiso hacer comentarios.', 'Quillon (declined): no quiso hacer comentarios'],
    [
      'Tomas Wray votó en contra. Wray lo llamó «una conjetura con decimales».',
      'Tomas Wray: «una conjetura con decimales»',
    ],
    [
      'El alcalde pidió calma. Rechazó la propuesta de la oposición.',
      'El alcalde: pidió calma',
      'El alcalde: Rechazó la propuesta de la oposición',
    ],
    ['El ministro habló ayer. Añadió que no hay dinero.', 'El ministro: no hay dinero'],
    ['«No», respondió.'],
    ['¿Aguantará?, preguntó Ana Torres.'],
    [
      '«El puente aguantará», explica a este periódico Ana Torres, alcaldesa de la ciudad.',
      'Ana Torres: «El puente aguantará»',
    ],
    ['A Luis Moreno le preguntó Ana Torres si el puente aguantará.', 'Ana Torres: el puente aguantará'],
    ['La alcaldesa, a la que preguntó el diario, dijo que el puente aguantará.', 'La alcaldesa: el puente aguantará'],
  ],
};
