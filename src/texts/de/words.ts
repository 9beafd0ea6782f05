/** Numbers, lists, spans and counted things in German; `…Dative` is the form after "an" and "von". */
import { numbersIn } from '../numbers.ts';

export const { number, counted, list, either, span, roughSpan, minutes, megabytes, money } = numbersIn('de');

export const words = counted({ one: 'Wort', other: 'Wörter' });
export const wordsDative = counted({ one: 'Wort', other: 'Wörtern' });
export const tokens = counted({ one: 'Token', other: 'Tokens' });
export const lines = counted({ one: 'Zeile', other: 'Zeilen' });
export const sentences = counted({ one: 'Satz', other: 'Sätze' });
export const days = counted({ one: 'Tag', other: 'Tage' });
export const daysDative = counted({ one: 'Tag', other: 'Tagen' });
export const calls = counted({ one: 'Aufruf', other: 'Aufrufe' });
export const requests = counted({ one: 'Anfrage', other: 'Anfragen' });
export const articles = counted({ one: 'Artikel', other: 'Artikel' });
export const results = counted({ one: 'Ergebnis', other: 'Ergebnisse' });
export const postedMessages = counted({ one: 'gepostete Nachricht', other: 'gepostete Nachrichten' });
export const postedMessagesDative = counted({ one: 'geposteter Nachricht', other: 'geposteten Nachrichten' });
