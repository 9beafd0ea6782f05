/** What a message shows, before it is cut to Discord's limits: sections of whole lines. */
import { type APIComponentInContainer, type APIContainerComponent, ComponentType } from 'discord.js';

/** All text displays of a message together (Components V2). */
const TEXT_LIMIT_CHARS = 4000;
/** Kept free for the footer and the line that says what is missing. */
const RESERVED_CHARS = 500;

export interface MessageSection {
  readonly title: string | null;
  /** Never cut inside one. */
  readonly lines: readonly string[];
}

export interface MessageView {
  readonly sections: readonly MessageSection[];
  readonly footer: string | null;
  /** Said when not everything fits, with the number of lines left out. */
  readonly more: (left: number) => string;
}

/** Characters that steer a reader's screen and are no words: bidi, zero-width, tags, controls. */
const INVISIBLE = /(?!\n)[\p{Cc}\p{Cf}]/gu;
/** At most three combining marks on one letter. */
const STACKED_MARKS = /(?<kept>\p{M}{3})\p{M}+/gu;

/** Untrusted words as plain text: no markdown, no mention, no link, no invisible steering. */
export function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(STACKED_MARKS, '$<kept>')
    .replace(/[\\*_~`|<>[\]()#@]/gu, '\\$&')
    .replace(/:\/\//gu, ':\u2060//')
    .replace(/(?<=discord)\.(?=gg)/giu, '\u2060.')
    .replace(/^(?=[-+]|\d+\.)/gmu, '\u2060')
    .replace(/\s+/gu, ' ')
    .trim();
}

export function toContainer(view: MessageView): APIContainerComponent {
  const components: APIComponentInContainer[] = [];
  let left = TEXT_LIMIT_CHARS - RESERVED_CHARS;
  let dropped = 0;
  for (const section of view.sections) {
    const kept: string[] = [];
    for (const line of section.lines) {
      const size = line.length + 1;
      if (dropped > 0 || size > left - (section.title?.length ?? 0)) dropped += 1;
      else {
        kept.push(line);
        left -= size;
      }
    }
    if (kept.length === 0) continue;
    const content = section.title ? `### ${section.title}\n${kept.join('\n')}` : kept.join('\n');
    left -= (section.title?.length ?? 0) + 5;
    if (components.length > 0) components.push({ type: ComponentType.Separator, divider: false });
    components.push({ type: ComponentType.TextDisplay, content });
  }
  const end = [dropped > 0 ? view.more(dropped) : null, view.footer].filter((line) => line !== null);
  if (end.length > 0) {
    components.push({ type: ComponentType.Separator });
    components.push({ type: ComponentType.TextDisplay, content: end.map((line) => `-# ${line}`).join('\n') });
  }
  return { type: ComponentType.Container, components };
}
