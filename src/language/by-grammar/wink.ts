/** The only home of wink-nlp: part-of-speech tags for English. */
import type { Pos } from '../attribution.ts';
import type { Tagged, Tagger } from './tagged.ts';

/** wink's tokeniser is quadratic in a run without white space (200,000 letters take 24 s): longer runs never reach it. */
const MAX_RUN_CHARACTERS = 80;
/** wink keeps every new word for ever; a fresh instance (0.2 s) after so many words keeps memory flat. */
const RENEW_AFTER_WORDS = 1_500_000;

/** Loads wink-nlp and its English model (3.8 MB), about 0.3 s. */
export async function loadEnglishTagger(): Promise<Tagger> {
  const [{ default: winkNLP }, { default: model }] = await Promise.all([
    import('wink-nlp'),
    import('wink-eng-lite-web-model'),
  ]);
  let nlp = winkNLP(model, ['pos']);
  // oxlint-disable-next-line typescript/unbound-method -- wink's helpers are plain functions that never read `this`
  const { pos: partOfSpeech } = nlp.its;
  let words = 0;

  function tagPiece(piece: string, offset: number, into: Tagged[]): void {
    const tokens = nlp.readDoc(piece).tokens();
    const texts = tokens.out();
    const tags = tokens.out(partOfSpeech) as Pos[];
    words += texts.length;
    let at = 0;
    for (const [index, text] of texts.entries()) {
      while (at < piece.length && /\s/u.test(piece[at] ?? '')) at++;
      if (!piece.startsWith(text, at)) {
        const found = piece.slice(at, at + MAX_RUN_CHARACTERS * 2).indexOf(text);
        if (found < 0) continue; // wink changed the characters: the word is left out, offsets stay true
        at += found;
      }
      into.push({ text, pos: tags[index] ?? 'X', start: offset + at, end: offset + at + text.length });
      at += text.length;
    }
  }

  return (text, offset) => {
    if (words > RENEW_AFTER_WORDS) {
      nlp = winkNLP(model, ['pos']);
      words = 0;
    }
    const tagged: Tagged[] = [];
    let at = 0;
    for (const run of longRuns(text)) {
      if (run.start > at) tagPiece(text.slice(at, run.start), offset + at, tagged);
      tagged.push({ text: text.slice(run.start, run.end), pos: 'X', start: offset + run.start, end: offset + run.end });
      at = run.end;
    }
    if (at < text.length) tagPiece(text.slice(at), offset + at, tagged);
    return joinHyphens(tagged);
  };
}

const WORD = /[\p{L}\p{N}]/u;

/** "Chung - tai" and "W ." as the tokeniser gives them become "Chung-tai" and "W." again. */
function joinHyphens(tagged: readonly Tagged[]): Tagged[] {
  const joined: Tagged[] = [];
  for (const word of tagged) {
    const last = joined.at(-1);
    const isAttached = last !== undefined && last.end === word.start;
    if (isAttached && last.text.endsWith('-') && last.text.length > 1 && WORD.test(word.text)) {
      joined[joined.length - 1] = { text: last.text + word.text, pos: word.pos, start: last.start, end: word.end };
    } else if (isAttached && (word.text === '-' || word.text === '‑') && WORD.test(last.text.at(-1) ?? '')) {
      joined[joined.length - 1] = { text: `${last.text}-`, pos: last.pos, start: last.start, end: word.end };
    } else if (isAttached && word.text === '.' && /^\p{Lu}$/u.test(last.text)) {
      joined[joined.length - 1] = { text: `${last.text}.`, pos: 'PROPN', start: last.start, end: word.end };
    } else joined.push(word);
  }
  return joined;
}

function longRuns(text: string): { start: number; end: number }[] {
  const runs: { start: number; end: number }[] = [];
  for (const match of text.matchAll(/\S+/gu)) {
    if (match[0].length > MAX_RUN_CHARACTERS) runs.push({ start: match.index, end: match.index + match[0].length });
  }
  return runs;
}
