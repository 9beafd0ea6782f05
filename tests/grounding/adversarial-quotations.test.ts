import { beforeAll, describe, expect, it } from 'vitest';

import type { Article } from '#domain';

import { checkQuotation } from '../../bench/check-quotation.ts';
import { readTexts } from './texts.ts';

let texts: Readonly<Record<'en' | 'de' | 'fr' | 'es', Article>>;
beforeAll(async () => {
  texts = await readTexts();
});

type Language = 'en' | 'de' | 'fr' | 'es';
type Case = readonly [language: Language, words: string, speaker: string, why: string];

const VERBATIM: readonly Case[] = [
  ['en', 'This is not a gift to Tidewell. It is a contract, and we will enforce it', 'Lorna Beddoes', 'whole'],
  ['en', 'this is not a gift to Tidewell', 'Mayor Beddoes', 'part of it, small at the start, title and surname'],
  ['en', '"It is a contract and we will enforce it."', 'Beddoes', 'straight marks, a comma left out, a stop added'],
  ['en', 'we will enforce it. If they are a day late, they pay', 'Lorna Beddoes', 'joined over the cue'],
  ['en', 'It is a contract … we will enforce it', 'Lorna Beddoes', 'words left out at a mark'],
  ['en', '[It] is a contract, and we will enforce it', 'Lorna Beddoes', 'an editor’s brackets'],
  ['en', 'a bet on the sea that will pay for a hundred years', 'Rashid Amari', 'half a sentence'],
  ['en', 'a bet on the sea that will pay for a hun\u00addred years', 'Amari', 'a soft hyphen'],
  ['en', 'a bet on\u00a0the sea\u200b that will pay', 'Rashid Amari', 'no-break and zero-width spaces'],
  ['en', '*a bet on the sea*', 'Rashid Amari', 'emphasis'],
  ['en', 'A BET ON THE SEA', 'Rashid Amari', 'capitals'],
  ['en', 'She had the numbers in March and she did not show them to anybody', 'Colin Strake', 'parted by its cue'],
  ['en', 'She had the numbers in March', 'Strake', 'before its cue'],
  ['en', 'she did not show them to anybody.', 'opposition leader Colin Strake', 'behind its cue'],
  ['en', 'I do not hide reports', 'Lorna Beddoes', 'speaker by pronoun in the article'],
  ['en', 'The report was a draft … and it was wrong', 'Beddoes', 'the article’s own ellipsis'],
  ['en', 'The report was a draft ... and it was wrong in three places', 'Beddoes', 'three dots; brackets left out'],
  ['en', 'it was wrong [about herring] in three places', 'Mayor Lorna Beddoes', 'the article’s brackets'],
  ['en', "My father said to me, 'Never sell the shore,' and now it is sold", 'Ada Finch', 'nested marks'],
  ['en', 'now it is sold', 'Finch', 'its end'],
  ['en', 'We heard them in 1998, and the pier is still a ruin', 'Declan Moy', 'second paragraph of an open mark'],
  ['en', 'Will anybody in this town be richer for it?', 'Father Declan Moy', 'a question as a question'],
  ['de', 'Wir können kein Bad betreiben, in das es hineinregnet', 'Svenja Holtkamp', 'low marks'],
  ['de', '»Wir können kein Bad betreiben«', 'Bürgermeisterin Holtkamp', 'other marks'],
  ['de', 'Hier lernen jedes Jahr 400 Kinder schwimmen', 'Uwe Brandt', 'before its cue'],
  ['de', 'niemand hat uns gefragt', 'Brandt', 'behind its cue'],
  ['fr', 'Nous ne fermons pas le marché, nous le sauvons', 'Élise Tardieu', 'guillemets'],
  ['fr', 'nous le sauvons', 'Elise Tardieu', 'an accent left out of the name'],
  ['fr', 'On nous met à la rue en plein hiver', 'Marc Lavergne', 'with an auxiliary in the cue'],
  ['es', 'No queremos vivir en un parque de atracciones', 'Rocío Benavent', 'guillemets'],
  ['es', 'Nos quitan el 60 por ciento de las ventas', 'Julio Ferrer', 'before its cue'],
];

const ALTERED: readonly Case[] = [
  ['en', 'This is a gift to Tidewell', 'Lorna Beddoes', 'a negation dropped'],
  ['en', 'a gift to Tidewell. It is a contract', 'Lorna Beddoes', 'cut right behind a negation'],
  ['en', 'It is a contract, and we will not enforce it', 'Lorna Beddoes', 'a negation added'],
  ['en', 'It is a promise, and we will enforce it', 'Lorna Beddoes', 'one word changed'],
  ['en', 'It is a contract, and they will enforce it', 'Lorna Beddoes', 'a pronoun changed'],
  ['en', 'It is a contract, and we enforced it', 'Lorna Beddoes', 'a tense changed'],
  ['en', 'If they are a week late, they pay', 'Lorna Beddoes', 'a unit changed'],
  ['en', 'a bet on the sea that will pay for two hundred years', 'Rashid Amari', 'a number changed'],
  ['en', 'a bet on the sea that will pay for 100 years', 'Rashid Amari', 'a numeral rewritten'],
  ['en', 'a bet on the wind that will pay for a hundred years', 'Rashid Amari', 'another word'],
  ['en', 'She had the numbers in May', 'Colin Strake', 'another month'],
  ['en', 'she did … show them to anybody', 'Colin Strake', 'a negation hidden in an ellipsis'],
  ['en', 'she did [proudly] show them to anybody', 'Colin Strake', 'a negation hidden in brackets'],
  ['en', 'She had the numbers in March and showed them to nobody', 'Colin Strake', 'reworded'],
  ['en', 'I hide reports', 'Lorna Beddoes', 'a negation dropped from a short one'],
  ['en', 'I did not hide the reports', 'Lorna Beddoes', 'smoothed'],
  ['en', 'The report was final and it was wrong in three places', 'Lorna Beddoes', 'a word replaced'],
  ['en', 'it was wrong about salmon in three places', 'Lorna Beddoes', 'another fish'],
  ['en', 'My father said to me, ‘Always sell the shore’', 'Ada Finch', 'turned round inside nested marks'],
  ['en', 'We heard them in 1989, and the pier is still a ruin', 'Declan Moy', 'two digits swapped'],
  ['en', 'anybody in this town be richer for it', 'Declan Moy', 'a question without its asking'],
  ['de', 'Wir können ein Bad betreiben, in das es hineinregnet', 'Svenja Holtkamp', 'negation dropped'],
  ['de', 'Hier lernen jedes Jahr 4.000 Kinder schwimmen', 'Uwe Brandt', 'number changed'],
  ['de', 'jemand hat uns gefragt', 'Uwe Brandt', 'turned round'],
  ['fr', 'Nous fermons le marché, nous le sauvons', 'Élise Tardieu', 'negation dropped'],
  ['fr', 'On nous met à la rue en plein été', 'Marc Lavergne', 'another season'],
  ['es', 'Queremos vivir en un parque de atracciones', 'Rocío Benavent', 'cut behind a negation'],
  ['es', 'Nos quitan el 80 por ciento de las ventas', 'Julio Ferrer', 'number changed'],
];

const ABSENT: readonly Case[] = [
  ['en', 'The sea belongs to all of us', 'Lorna Beddoes', 'invented'],
  ['en', 'voted 11 to 6 on Tuesday to lease the north shore', 'Lorna Beddoes', 'narration'],
  ['en', 'the plant could supply 40,000 homes', 'Rashid Amari', 'reported speech'],
  ['en', 'no public money would be spent on the plant', 'the ministry of energy', 'reported speech'],
  ['en', 'Fishermen fear for their grounds', 'Ada Finch', 'narration beside a quotation'],
  ['en', 'Dies ist kein Geschenk an Tidewell', 'Lorna Beddoes', 'translated'],
  ['en', 'Wir können kein Bad betreiben, in das es hineinregnet', 'Lorna Beddoes', 'out of another article'],
  ['de', 'Die Sanierung würde 5,2 Millionen Euro kosten', 'Svenja Holtkamp', 'narration'],
  ['fr', 'Les travaux coûteront 7,5 millions d’euros', 'Élise Tardieu', 'narration'],
  ['es', 'La medida empieza el 1 de mayo', 'Rocío Benavent', 'narration'],
];

const WRONG_SPEAKER: readonly Case[] = [
  ['en', 'This is not a gift to Tidewell', 'Rashid Amari', 'who is spoken about'],
  ['en', 'If they are a day late, they pay', 'Colin Strake', 'another politician'],
  ['en', 'a bet on the sea that will pay for a hundred years', 'Lorna Beddoes', 'swapped'],
  ['en', 'She had the numbers in March', 'Lorna Beddoes', 'who is accused'],
  ['en', 'she did not show them to anybody', 'Rashid Amari', 'somebody else'],
  ['en', 'I do not hide reports', 'Colin Strake', 'the accuser'],
  ['en', 'I do not hide reports', 'The Sandhaven Courier', 'the addressee'],
  ['en', 'Never sell the shore', 'Declan Moy', 'somebody further down'],
  ['en', 'the pier is still a ruin', 'Ada Finch', 'somebody further up'],
  ['en', 'the pier is still a ruin', 'Johann Weiss', 'who declined to comment'],
  ['en', 'the pier is still a ruin', 'Barbara Invented', 'nobody'],
  ['de', 'Wir können kein Bad betreiben, in das es hineinregnet', 'Uwe Brandt', 'swapped'],
  ['de', 'niemand hat uns gefragt', 'Svenja Holtkamp', 'swapped'],
  ['fr', 'On nous met à la rue en plein hiver', 'Élise Tardieu', 'swapped'],
  ['es', 'No queremos vivir en un parque de atracciones', 'Julio Ferrer', 'swapped'],
];

const verdict = ([language, words, speaker]: Case): string => checkQuotation(texts[language], words, speaker);

describe('a true quotation is let through', () => {
  it.each(VERBATIM)('%s: “%s” (%s): %s', (...one) => {
    expect(verdict(one)).toBe('verbatim');
  });
});

describe('a changed quotation is caught', () => {
  it.each(ALTERED)('%s: “%s” (%s): %s', (...one) => {
    expect(verdict(one)).toBe('altered');
  });
});

describe('what nobody is quoted with is caught', () => {
  it.each(ABSENT)('%s: “%s” (%s): %s', (...one) => {
    expect(verdict(one)).toBe('absent');
  });
});

describe('a true quotation under another name is caught', () => {
  it.each(WRONG_SPEAKER)('%s: “%s” (%s): %s', (...one) => {
    expect(verdict(one)).toBe('wrong-speaker');
  });
});
