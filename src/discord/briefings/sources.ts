/** What people hand over as "the article": a link, a text, a file, a message. Pure. */
import { findLinks } from '#article';
import type { BriefSource } from '#briefing';
import { BotError, countWords } from '#domain';

import type { AttachedFile } from '../contracts/attachment.ts';
import type { TargetMessage } from '../contracts/command.ts';
import { LIMITS } from '../delivery/limits.ts';

export type { BriefSource };

/** A file is still with Discord until it is wanted. */
export type AskedSource = BriefSource | { readonly kind: 'attached'; readonly file: AttachedFile };

/** Beside a link, a note of a few words is no article. */
const NOTE_WORDS = 20;
/** A message with fewer words says something, and is no article. */
const MESSAGE_WORDS = 20;

/** A link alone or with a short note, or pasted text. @throws BotError `link-malformed`, `text-empty` */
export function sourceOfText(given: string, title?: string): BriefSource {
  const text = given.trim();
  if (text === '') throw new BotError('text-empty', {});
  const [link] = findLinks(text);
  if (link && countWords(text.replace(link.url, ' ')) <= NOTE_WORDS) return { kind: 'link', url: link.url };
  if (/^\S+\.\S+$/u.test(text)) throw new BotError('link-malformed', { link: text });
  return { kind: 'text', text, ...(title ? { title } : {}) };
}

/** @throws BotError `article-missing`, `link-malformed`, `text-empty` */
export function sourceOfOptions(article: string | null, file: AttachedFile | null): AskedSource {
  if (file) return { kind: 'attached', file };
  if (article === null) throw new BotError('article-missing', {});
  return sourceOfText(article);
}

export interface ArticleFields {
  readonly title?: string;
  readonly text?: string;
  readonly more?: string;
}

/** Two boxes are one text: what filled the first to the brim goes on in the second, even in mid-word. */
export function sourceOfForm({ title, text = '', more = '' }: ArticleFields, file: AttachedFile | null): AskedSource {
  if (file) return { kind: 'attached', file };
  const isFull = Array.from(text).length >= LIMITS.textInput;
  const whole = [text, more].filter((part) => part.trim() !== '').join(isFull ? '' : '\n\n');
  if (whole === '') throw new BotError('article-missing', {});
  return sourceOfText(whole, title?.trim());
}

/** Asked for by hand, so a spoiler or `<angle>` link counts, and one in code does not. @throws BotError `message-no-article` */
export function sourceOfMessage({ content, files }: TargetMessage): AskedSource {
  const link = findLinks(content).find(({ isCode }) => !isCode);
  if (link) return { kind: 'link', url: link.url };
  const [file] = files;
  if (file) return { kind: 'attached', file };
  if (countWords(content) < MESSAGE_WORDS) throw new BotError('message-no-article', {});
  return { kind: 'text', text: content };
}
