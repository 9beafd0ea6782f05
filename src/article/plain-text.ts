/** Pasted text or a text file → title and body paragraphs, with what surrounds an article on a page left out. */
import { countWords, type ParagraphKind, squeeze } from '#domain';

export interface BodyParagraph {
  readonly text: string;
  readonly kind: ParagraphKind;
}

export interface ReadText {
  readonly title: string | null;
  readonly paragraphs: readonly BodyParagraph[];
  /** What was left out and why, in reading order. */
  readonly dropped: readonly { readonly step: string; readonly text: string }[];
}

/** Short lines that are page furniture. Each names its step, so that "why is this line missing" has an answer. */
const FURNITURE: readonly { readonly step: string; readonly limitWords: number; readonly pattern: RegExp }[] = [
  { step: 'byline', limitWords: 12, pattern: /^(?:by|von|par|por|text:|written by|reporting by)\s+\p{Lu}/iu },
  {
    step: 'dateline',
    limitWords: 12,
    pattern: /^(?:published|updated|posted|last updated|stand:|veröffentlicht|publié|publicado)\b/iu,
  },
  {
    step: 'dateline',
    limitWords: 8,
    pattern:
      /^(?:\p{L}+,? )?\d{1,2}\.? \p{L}+ \d{4}(?:,? \d{1,2}[:.]\d{2}.{0,8})?$|^\p{L}+ \d{1,2}, \d{4}(?:,? .{0,12})?$/u,
  },
  {
    step: 'caption',
    limitWords: 45,
    pattern:
      /(?:photo|image|picture|foto|bild|photograph)(?:\s*(?:by|:|©|credit)|\s*\/)|(?:^|\s)(?:\/ ?(?:AFP|AP|Reuters|dpa|Getty)|Getty Images)/iu,
  },
  {
    step: 'reply',
    limitWords: 8,
    pattern:
      /^(?:leave a (?:reply|comment)|post a comment|comments?(?: \(\d+\))?|\d+ comments?|share(?: this.*)?|tweet|print|email|subscribe.*|sign up.*|read (?:more|also).*|related:?.*|advertisement|cookie.*)$/iu,
  },
];
const SENTENCE_END = /[.!?…:。！？]["”»’)]*$/u;
/** A first line of up to so many words without a full stop is a title. */
const TITLE_WORDS = 30;
const LIST_ITEM = /^(?:[-–•*]|\d{1,2}[.)])\s+/u;
/** From here on a text in one line is a paste that lost its line breaks. */
const FLATTENED_CHARS = 1200;
const SENTENCES_PER_PARAGRAPH = 3;

export function readPlainText(text: string, givenTitle?: string): ReadText {
  const lines = text
    .replace(/\r\n?/gu, '\n')
    .split('\n')
    .map(squeeze)
    .filter((line) => line !== '');
  const dropped: { step: string; text: string }[] = [];
  const body = lines.filter((line) => {
    const furniture = FURNITURE.find(({ limitWords, pattern }) => countWords(line) <= limitWords && pattern.test(line));
    if (furniture) dropped.push({ step: furniture.step, text: line });
    return furniture === undefined;
  });
  let title = givenTitle ?? null;
  const [first] = body;
  if (!title && first && body.length > 1 && countWords(first) <= TITLE_WORDS && !SENTENCE_END.test(first)) {
    title = first;
    body.shift();
  }
  const paragraphs = body.flatMap((line) =>
    lines.length === 1 && line.length > FLATTENED_CHARS ? unflatten(line) : [line],
  );
  return { title, paragraphs: paragraphs.map(toParagraph), dropped };
}

function toParagraph(line: string): BodyParagraph {
  if (LIST_ITEM.test(line)) return { text: line.replace(LIST_ITEM, ''), kind: 'list-item' };
  if (countWords(line) <= 10 && !SENTENCE_END.test(line) && !/["”»]$/u.test(line))
    return { text: line, kind: 'heading' };
  return { text: line, kind: 'prose' };
}

/** A slash option flattens line breaks: the text comes back in paragraphs of a few sentences. */
function unflatten(line: string): string[] {
  const sentences = line.split(/(?<=[.!?]["”]?)\s+(?=["“]?\p{Lu})/u);
  const paragraphs: string[] = [];
  for (let at = 0; at < sentences.length; at += SENTENCES_PER_PARAGRAPH) {
    paragraphs.push(sentences.slice(at, at + SENTENCES_PER_PARAGRAPH).join(' '));
  }
  return paragraphs;
}
