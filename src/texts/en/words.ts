/** Numbers, lists, spans and counted things in English. */
import { numbersIn } from '../numbers.ts';

export const { number, counted, list, either, span, roughSpan, minutes, megabytes, money } = numbersIn('en-GB');

export const words = counted({ one: 'word', other: 'words' });
export const tokens = counted({ one: 'token', other: 'tokens' });
export const lines = counted({ one: 'line', other: 'lines' });
export const sentences = counted({ one: 'sentence', other: 'sentences' });
export const days = counted({ one: 'day', other: 'days' });
export const calls = counted({ one: 'call', other: 'calls' });
export const requests = counted({ one: 'request', other: 'requests' });
export const articles = counted({ one: 'article', other: 'articles' });
export const results = counted({ one: 'result', other: 'results' });
export const postedMessages = counted({ one: 'posted message', other: 'posted messages' });
