/** Interviews: the answers are the interviewed person's, the questions nobody's. */
import { describe, expect, it } from 'vitest';

import { analyse, said } from './said.ts';

/** Each line with its speaker's name, first words only: what matters here is who has the turn. */
const turns = (text: string, language = 'en'): string[] =>
  said(text, language).map((line) => line.split(' ').slice(0, 5).join(' '));

describe('answers belong to the person of the introduction', () => {
  it('behind “Q:” and “A:”', () => {
    const text = `Mara Velt has looked after the dam since 2011. She spoke to us at the gate.
Q: How old is the dam?
A: It was built in 1931, and it shows.
The gates are the worst part of it.
Q: Who pays?
A: We do not know that yet.`;
    expect(turns(text)).toEqual(['Mara Velt: It was built', 'Mara Velt: The gates are', 'Mara Velt: We do not']);
  });

  it('between paragraphs that ask', () => {
    const text = `Mara Velt, 51, is the chief engineer of the river board. Mayor Jon Peel lives below the dam.
How old is the dam?
It was built in 1931. I have the drawings at home.
Do you trust it?
I would not live below it. But I would not sell my house either.
Mayor Peel says that you exaggerate.
He has never been inside. I have.
What should happen now?
Empty the lake by a third. Then look again.`;
    expect(turns(text)).toEqual([
      'Mara Velt: It was built',
      'Mara Velt: I would not',
      'Mara Velt: He has never',
      'Mara Velt: Empty the lake',
    ]);
  });

  it('over several paragraphs of one answer, the later ones less surely', () => {
    const text = `Mara Velt is the chief engineer of the river board.
How old is the dam?
It was built in 1931. I have the drawings at home.
The gates came later, and nobody wrote down when.
The north gate has not moved in years.
Do you trust it?
I would not live below it.`;
    expect(turns(text)).toHaveLength(4);
    expect(analyse(text).attributions.map(({ certain }) => certain)).toEqual([true, false, false, true]);
  });

  it('under questions that are headings', () => {
    const paragraphs = [
      { text: 'We met Mara Velt, who runs the dam, on a wet day.', kind: 'prose' as const },
      { text: 'How old is the dam?', kind: 'heading' as const },
      { text: 'It was built in 1931. I have the drawings at home.', kind: 'prose' as const },
      { text: 'Do you trust it?', kind: 'heading' as const },
      { text: 'I would not live below it.', kind: 'prose' as const },
      { text: 'I have told the mayor so twice.', kind: 'prose' as const },
    ];
    const text = paragraphs.map((paragraph) => paragraph.text).join('\n');
    expect(turns(text)).toHaveLength(3);
  });

  it('who is called by name in a question, rather than the one named more often before', () => {
    const text = `Mayor Jon Peel lives below the dam. Peel has a house there. Mara Velt runs it.
Ms. Velt, is the dam safe?
I would not live below it.
Have you told Mayor Peel?
I have told him twice.
What did he tell you?
That I should write it down.`;
    expect(turns(text).every((turn) => turn.startsWith('Mara Velt:'))).toBe(true);
  });

  it('and to nobody where no person is introduced', () => {
    const text = `Q: How old is the dam?\nA: It was built in 1931, I think.\nQ: Who pays?\nA: We do not know that yet.`;
    expect(turns(text)).toEqual(['?: It was built in', '?: We do not know']);
    expect(analyse(text).attributions.every(({ certain }) => !certain)).toBe(true);
  });

  it.each([
    [
      'de',
      `Jana Brandt, 51, leitet die Werft seit 2011. Wir haben sie am Kai getroffen.
Frau Brandt, wie alt ist die Fähre?
Sie wurde 1966 gebaut. Ich habe die Pläne zu Hause.
Vertrauen Sie ihr noch?
Ich würde sie nicht verkaufen. Aber ich würde sie auch nicht kaufen.
Was muss jetzt geschehen?
Wir brauchen einen neuen Motor, und zwar bald.`,
      'Jana Brandt:',
    ],
    [
      'fr',
      `Claire Dumas dirige le chantier depuis 2011. Nous l'avons rencontrée sur le quai.
Quel âge a le ferry ?
Il a été construit en 1966. J'ai les plans chez moi.
Lui faites-vous encore confiance, à votre bateau ?
Je ne le vendrais pas. Mais je ne l'achèterais pas non plus.
Que faut-il faire ?
Nous avons besoin d'un moteur neuf.`,
      'Claire Dumas:',
    ],
    [
      'es',
      `Ana Torres dirige el astillero desde 2011. La encontramos en el muelle.
¿Cuántos años tiene el ferri?
Se construyó en 1966. Tengo los planos en mi casa.
¿Usted confía todavía en él?
Yo no lo vendería. Tampoco lo compraría.
¿Qué hay que hacer ahora?
Nosotros necesitamos un motor nuevo.`,
      'Ana Torres:',
    ],
  ])('in %s', (language, text, speaker) => {
    expect(turns(text, language)).toHaveLength(3);
    expect(turns(text, language).every((turn) => turn.startsWith(speaker))).toBe(true);
  });

  it('but not the line that says how the talk came about', () => {
    const text = `Mara Velt is the chief engineer of the river board.
How old is the dam?
It was built in 1931. I have the drawings at home.
Do you trust it?
I would not live below it.
The interview was edited for length.`;
    expect(said(text).join('\n')).not.toContain('edited');
  });
});

describe('no interview is', () => {
  it('an explainer with questions for headings', () => {
    const text = `The dam of Aldhaven will be emptied, Mara Velt said.
What is planned?
The lake will be lowered by a third in May.
Who is affected?
People who live below the dam, and you if you fish there.
What does it cost?
It costs two million crowns, the board said.`;
    expect(said(text)).toEqual([
      'Mara Velt: The dam of Aldhaven will be emptied',
      'the board: It costs two million crowns',
    ]);
  });

  it('an essay that asks now and then', () => {
    const lines = Array.from(
      { length: 20 },
      (_, index) => `I walked along the dam for the ${index + 1}th time that year.`,
    );
    const text = [
      'Mara Velt built it, and I never met her.',
      ...lines.slice(0, 9),
      'What would you have done?',
      ...lines.slice(9),
    ];
    expect(said(text.join('\n'))).toEqual([]);
  });

  it('a report with one question in it', () => {
    const text = `Will the dam hold?\n“I do not know,” Mara Velt said.\n“We do not know either,” said Jon Peel.`;
    expect(said(text)).toEqual(['Mara Velt: “I do not know,”', 'Jon Peel: “We do not know either,”']);
  });
});
