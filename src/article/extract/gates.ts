/** Sentences by which a page says that it is not, or not all of, the article. */
import { pageWords } from './phrases.ts';

const startOfWord = (words: string): RegExp => new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${words})`, 'iu');

export const PAYWALL = startOfWord(pageWords('paywall'));
export const CONTINUE = startOfWord(pageWords('continued'));
export const BOT_WALL = startOfWord(pageWords('botWall'));
export const CONSENT = startOfWord(pageWords('consent'));
export const NEEDS_SCRIPTS = startOfWord(pageWords('needsScripts'));
/** The text breaks off. */
export const CUT_OFF = /(?:…|\.\.\.|\[…\]|\[\.\.\.\])["”»’)]?$/u;
