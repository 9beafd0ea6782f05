/** Sentence boundaries that are easy to miss or to invent. A bar stands where a sentence ends. */
import { describe, expect, it } from 'vitest';

import { analyse } from './said.ts';

const english = [
  'Gov. Reyes met Dr. Lee in the U.S. Senate on Jan. 5.| They talked.',
  '“Is it true?” asked Dr. Lee.| Nobody answered.',
  'It cost $3.5 million.| Nobody paid.',
  'J. Holt came at 9 a.m. and left.| He did not return.',
  'The bus left at 5 p.m.| He missed it.',
  'The vote is at 5 p.m. Friday.| It will be close.',
  'She lives in the U.S.| The move was hard.',
  'The U.S. Navy sent a ship.| It came late.',
  'J. R. R. Penn wrote it.| It sold well.',
  'Penn & Co. Ltd. owns the mill.| It is closed.',
  'See No. 5 on page 12.| It is short.',
  'They met Sen. Paul Reyes, R-Ohio, on Monday.| He left.',
  'He said: “We won.”| The crowd cheered.',
  'He said, “We won.| We are glad.” and left.| The crowd cheered.',
  '“We won.”| “We are glad.”',
  'Who knows?| Nobody does!| Fine.',
  'Wait… what?| Yes.',
  'The price fell 0.5 percent vs. 0.7 percent in May.| It rose later.',
  'He works for Inc. magazine.| It pays well.',
  'St. John is an island.| It is small.',
  'The firm (formerly Penn Inc.) was sold.| It had debts.',
  'He won (at last!) in May.| Good.',
  'Visit example.com for more.| It is free.',
  'Write to ann.lee@example.com today.| Do it.',
  'Version 2.0 is out.| Version 2.1 follows.',
  'The end.|The next line begins without a space.',
  'He got an A.| The class cheered.',
  'Rev. Al Stone spoke at St. Mary’s on Sept. 3.| It rained.',
  'Lt. Gen. Ann Lee and Col. Bob Stone left.| They flew home.',
  'The meeting (see p. 5) was long.| It ended late.',
  'It is 6 ft. tall.| It weighs 3 lbs.',
  '“Go!” she said.| “Now!”',
  'They asked, “Why?”| She did not say.',
  'He is a Ph.D. student.| He is tired.',
  'The iPhone sold well.| Nobody knew why.',
  'Mr. and Mrs. Stone live at 5 Oak St. in Brill.| They are old.',
];
const others: readonly (readonly [language: string, text: string])[] = [
  ['de', 'Er kam am 3. Oktober 2027 an.| Es regnete.'],
  ['de', 'Dr. Kern sprach mit Prof. Dr. Lang.| Beide lachten.'],
  ['de', 'Das kostet ca. 3,5 Mio. Euro.| Niemand zahlt.'],
  ['de', 'Der 2. Weltkrieg endete 1945.| Dann kam Frieden.'],
  ['de', 'Es gibt Obst, z. B. Äpfel.| Sie sind rot.'],
  ['de', '„Wir warten.“| „Ich auch.“'],
  ['de', '„Kommt ihr?“, fragte Olaf Kern.| Niemand kam.'],
  ['de', 'Die Nr. 5 fuhr bzw. stand.| Gut so.'],
  ['de', 'Sie wohnt in der Hauptstr. 5.| Dort ist es laut.'],
  ['de', 'Um 8.30 Uhr begann es.| Um 9 Uhr war Schluss.'],
  ['fr', 'M. Moreau a parlé.| Mme Dumas a écouté.'],
  ['fr', 'Il est né le 1er mai 1950.| Il vit à Lyon.'],
  ['fr', '« Venez ! »| Personne n’est venu.'],
  ['fr', 'Le prix est de 3,5 millions d’euros.| C’est cher.'],
  ['fr', 'Est-ce vrai ?| Oui.'],
  ['fr', 'L’art. 5 est clair.| Il suffit.'],
  ['es', 'El Sr. Moreno llegó.| La Sra. Torres salió.'],
  ['es', '¿Es verdad?| ¡Sí!'],
  ['es', 'EE.UU. firmó el acuerdo.| Nadie más firmó.'],
  ['es', 'Cuesta 400.000 euros.| Es mucho.'],
  ['es', '«Vamos».| Nadie fue.'],
  ['it', 'Il sig. Rossi parla.| Nessuno ascolta.'],
  ['it', 'Costa 3,5 milioni.| È troppo.'],
  ['nl', 'Dhr. Visser sprak.| Niemand luisterde.'],
  ['pt', 'O Sr. Alves falou.| Ninguém ouviu.'],
  ['ja', '橋は古い。|誰も渡らない。'],
  ['zh', '桥很旧。|没有人过桥！|真的吗？'],
  ['ru', 'Мост старый.| Никто не идёт.'],
  ['el', 'Η γέφυρα είναι παλιά.| Κανείς δεν περνά.'],
  ['pl', 'Prof. Lis i dr Mak spotkali się o godz. 8.30.| Rozmawiali.'],
  ['pl', 'Ul. Morska 5 jest zamknięta.| W 2014 r. zamknięto port.| Jest to np. drewno itd.| Dobre drewno.'],
  ['sv', 'Mötet började kl. 8.30.| Det gäller t.ex. båtar.| De är röda.'],
  ['da', 'Mødet begyndte kl. 8.30.| Den 3. maj kom han.| Det regnede.'],
  ['nb', 'Prisen er ca. 3 mill. kroner.| Ingen betaler.'],
  ['no', 'Møtet begynte kl. 8.30.| Alle kom.'],
  ['cs', 'Prof. Novák přišel v 8.30 hod.| Mlčel.'],
  ['cs', 'Jde např. o lodě.| Jsou červené.'],
  ['ru', 'Ул. Морская, д. 5 закрыта.| Это стоит 3,5 млн руб.| Никто не платит.'],
  ['ru', 'Лодки, сети и т. д. продали.| «Куда вы?» — спросил он.| А. С. Лисин жил здесь.'],
  ['uk', 'У 2014 р. порт закрили.| Через рік відкрили.'],
  ['tr', 'Dr. Kaya geldi.| Herkes sustu.'],
  ['ro', 'Dl. Pop a venit la ora 8.30.| Ploua.'],
  ['hu', 'Kb. 3 ezer ember jött.| Esett.'],
  ['el', 'Ο κ. Παππάς ήρθε στις 8.30 π.μ.| Έβρεχε.'],
  ['ar', 'قال د. سالم إن الجسر قديم.| هل هذا صحيح؟| نعم.'],
  ['he', 'ד״ר לוי דיבר.| כולם שתקו.'],
  ['hi', 'पुल पुराना है।| कोई नहीं जाता।'],
  ['ko', '다리는 오래되었다.| 아무도 건너지 않는다.'],
  ['ja', '「行こう。」と市長は言った。|誰も行かなかった。'],
  ['zh', '“走吧。”市长说。|没有人走。'],
  ['und', 'Zzz qqq.| Www xxx.'],
];

function cut(text: string, language: string): string[] {
  const analysis = analyse(text.replaceAll('|', ''), language);
  return analysis.sentences.map(({ start, end }) => analysis.text.slice(start, end));
}
const wanted = (text: string): string[] => text.split('|').map((part) => part.trim());

describe('sentences', () => {
  it('are tried on at least sixty texts', () => {
    expect(english.length + others.length).toBeGreaterThanOrEqual(60);
  });

  it.each(english)('%s', (text) => {
    expect(cut(text, 'en')).toEqual(wanted(text));
  });

  it.each(others)('%s: %s', (language, text) => {
    expect(cut(text, language)).toEqual(wanted(text));
  });
});

describe('a dateline', () => {
  it.each([
    ['PORT ALDER, Nov. 3 (Gazette) — The ferry will close.', 'The ferry will close.'],
    ['TIDEMOUTH, 16 March 2026 — The ferry will close.', 'The ferry will close.'],
    ['PORT ALDER — “The ferry will close,” Ines Okafor said.', '“The ferry will close,” Ines Okafor said.'],
    ['Aldhaven (dpa) – Die Fähre schließt.', 'Die Fähre schließt.'],
    ['Aldhaven, 3 mars (AFP) — Le ferry ferme.', 'Le ferry ferme.'],
  ])('belongs to no sentence, and the offsets still cut the text: %s', (text, sentence) => {
    const analysis = analyse(text);
    expect(analysis.text).toBe(text);
    expect(analysis.sentences.map(({ start, end }) => analysis.text.slice(start, end))).toEqual([sentence]);
  });

  it.each([
    'NATO — the alliance of thirty states — will meet.',
    'Aldhaven — a town of 340 people — will close its ferry.',
    'The mayor (Ines Okafor) left.',
    'WHO — and why?',
  ])('is none: %s', (text) => {
    expect(cut(text, 'en')).toEqual([text]);
  });

  it('is no part of what somebody said', () => {
    const analysis = analyse('PORT ALDER, Nov. 3 (Gazette) — The ferry will close, the council said.');
    const [attribution] = analysis.attributions;
    const [content] = attribution?.content ?? [];
    expect(content && analysis.text.slice(content.start, content.end)).toBe('The ferry will close');
    expect(attribution?.speaker?.name).toBe('the council');
  });
});
