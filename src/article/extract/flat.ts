/**
 * The text of a page that has too many tags, or too deep ones, for a tree: paragraphs in one pass over the tokens, in linear
 * time, without knowing what is inside what.
 */
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';

import { BLOCK_TAGS, UNREAD_TAGS } from './tags.ts';
import { oneLine } from './visible-text.ts';

const MAX_PARAGRAPHS = 5_000;
/** Pieces of text, one for each `<` that begins no tag. */
const MAX_PIECES = 500_000;
/** A line of a menu is shorter. */
const MIN_WORDS = 5;
/** Some scripts put no spaces between words. */
const MIN_CHARACTERS = 30;
const BETWEEN_WORDS = ' ';

export interface FlatText {
  readonly paragraphs: readonly string[];
  /** There were more. */
  readonly wasCut: boolean;
}

export function flatParagraphs(html: string): FlatText {
  const paragraphs: string[] = [];
  let wasCut = false;
  let text = '';
  let unreadTag = '';
  let isClosing = false;
  let pieces = 0;
  const endParagraph = (): void => {
    const line = oneLine(text);
    text = '';
    const isLong = line.length >= MIN_CHARACTERS || line.split(BETWEEN_WORDS, MIN_WORDS).length >= MIN_WORDS;
    if (!isLong) return;
    if (paragraphs.length < MAX_PARAGRAPHS) paragraphs.push(line);
    else wasCut = true;
  };
  const onTag = (name: string): void => {
    if (isClosing && name === unreadTag) unreadTag = '';
    else if (!isClosing && !unreadTag && UNREAD_TAGS.has(name)) unreadTag = name;
    if (BLOCK_TAGS.has(name)) endParagraph();
  };
  const nothing = (): void => {};
  const callbacks: TokenizerCallbacks = {
    ontext: (start, end) => {
      pieces++;
      if (pieces > MAX_PIECES) wasCut = true;
      else if (!unreadTag) text += html.slice(start, end);
    },
    ontextentity: (code) => {
      if (!unreadTag) text += String.fromCodePoint(code);
    },
    onopentagname: (start, end) => {
      isClosing = false;
      onTag(html.slice(start, end).toLowerCase());
    },
    onclosetag: (start, end) => {
      isClosing = true;
      onTag(html.slice(start, end).toLowerCase());
    },
    onopentagend: nothing,
    onselfclosingtag: nothing,
    onattribname: nothing,
    onattribdata: nothing,
    onattribentity: nothing,
    onattribend: nothing,
    oncdata: nothing,
    oncomment: nothing,
    ondeclaration: nothing,
    onprocessinginstruction: nothing,
    onend: nothing,
    isInForeignContext: () => false,
  };
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: true }, callbacks);
  tokenizer.write(html);
  tokenizer.end();
  endParagraph();
  return { paragraphs, wasCut };
}
