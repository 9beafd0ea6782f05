/** The tree of `markdown.ts` as elements. Text only ever becomes text nodes. */
import { html, nothing, type TemplateResult } from 'lit-html';

import { type Block, type Inline, parseMarkdown } from './markdown.ts';
import { channelOf, DIRECT, guildHere } from './model.ts';
import { goTo } from './place.ts';

type Drawn = TemplateResult | string | typeof nothing | Drawn[];

export function markdown(text: string): Drawn {
  return parseMarkdown(text).map(block);
}

function block(one: Block): Drawn {
  switch (one.kind) {
    case 'paragraph':
      return html`<p class="text">${one.children.map(inline)}</p>`;
    case 'heading':
      return html`<p class="heading h${one.level}" role="heading" aria-level=${one.level + 3}>${one.children.map(inline)}</p>`;
    case 'subtext':
      return html`<p class="text subtext">${one.children.map(inline)}</p>`;
    case 'quote':
      return html`<blockquote>${one.children.map(block)}</blockquote>`;
    case 'code-block':
      return html`<pre tabindex="0"><code>${one.text}</code></pre>`;
    case 'list': {
      const items = one.items.map((item) => html`<li class="depth${item.depth}">${item.children.map(inline)}</li>`);
      return one.isOrdered ? html`<ol start=${one.start}>${items}</ol>` : html`<ul>${items}</ul>`;
    }
  }
}

function inline(one: Inline): Drawn {
  switch (one.kind) {
    case 'text':
      return one.text;
    case 'strong':
      return html`<strong>${one.children.map(inline)}</strong>`;
    case 'emphasis':
      return html`<em>${one.children.map(inline)}</em>`;
    case 'underline':
      return html`<u>${one.children.map(inline)}</u>`;
    case 'strike':
      return html`<s>${one.children.map(inline)}</s>`;
    case 'spoiler':
      return html`<details class="spoiler"><summary>Spoiler</summary>${one.children.map(inline)}</details>`;
    case 'code':
      return html`<code>${one.text}</code>`;
    case 'link':
      return link(one.url, one.children.map(inline));
    case 'mention':
      return one.of === 'channel' && channelOf(one.id) ? channelLink(one.id) : mention(mentioned(one.of, one.id));
    case 'everyone':
      return mention(one.text);
    case 'command':
      return mention(`/${one.name}`);
    case 'time':
      return html`<time datetime=${timeAttribute(one.at)} class="stamp">${timeText(one.at, one.style)}</time>`;
    case 'emoji':
      return `:${one.name}:`;
  }
}

/** Opens beside the page, without a hold on it; a passage in the address is highlighted by the browser. */
export function link(url: string, label: Drawn): Drawn {
  return html`<a href=${url} target="_blank" rel="noopener noreferrer">${label}</a>`;
}

const mention = (text: string): TemplateResult => html`<span class="mention">${text}</span>`;

/** A channel or thread that this person sees opens by its name. */
function channelLink(id: string): TemplateResult {
  const channel = channelOf(id);
  const open = (): void => goTo(channel?.guildId ?? DIRECT, id);
  return html`<button class="mention" @click=${open}>#${channel?.name}</button>`;
}

function mentioned(kind: 'user' | 'role' | 'channel', id: string): string {
  const guild = guildHere();
  if (kind === 'channel') return `#${channelOf(id)?.name ?? 'unknown'}`;
  if (kind === 'role') return `@${guild?.roles.find((role) => role.id === id)?.name ?? 'unknown role'}`;
  return `@${guild?.members.find((member) => member.id === id)?.name ?? 'unknown user'}`;
}

/** Dates outside of what JavaScript knows are shown as the number that came. */
function timeAttribute(at: number): string {
  return Number.isNaN(new Date(at).getTime()) ? '' : new Date(at).toISOString();
}

const STYLES: Record<string, Intl.DateTimeFormatOptions> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};

function timeText(at: number, style: string): string {
  if (timeAttribute(at) === '') return String(at / 1000);
  return style === 'R' ? relative(at - Date.now()) : new Intl.DateTimeFormat('en-GB', STYLES[style]).format(at);
}

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000_000],
  ['month', 2_592_000_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

function relative(ms: number): string {
  const format = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
  const [unit, size] = UNITS.find(([, length]) => Math.abs(ms) >= length) ?? (['second', 1000] as const);
  return format.format(Math.round(ms / size), unit);
}
