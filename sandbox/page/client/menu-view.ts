/** The menu of a message: reactions, the bot's menu entries, and what a person may do with it. */
import { html, nothing, type TemplateResult } from 'lit-html';

import type { PageMessage } from '../shapes.ts';
import { act, lookBehind } from './api.ts';
import { changed, channelHere, commandsHere, drawNow, messageOf, model } from './model.ts';
import { goTo } from './place.ts';

const EMOJI = ['👍', '👎', '👀', '🗞️', '❓', '🎉'];
const MESSAGE_COMMAND = 3;
const MENU_WIDTH = 240;
const MENU_HEIGHT = 380;
const THREAD_NAME_CHARS = 60;

let opener: HTMLElement | null = null;

export function openMenu(message: string, x: number, y: number): void {
  opener = document.activeElement as HTMLElement | null;
  model.menu = {
    message,
    x: Math.max(8, Math.min(x, innerWidth - MENU_WIDTH)),
    y: Math.max(8, Math.min(y, innerHeight - MENU_HEIGHT)),
  };
  drawNow();
  document.querySelector<HTMLElement>('.menu [role=menuitem]')?.focus();
}

export function closeMenu(): void {
  if (!model.menu) return;
  model.menu = undefined;
  changed();
  opener?.focus();
}

export function openPanel(message: string): void {
  model.panel = { kind: 'behind', message, behind: undefined, error: '' };
  changed();
  void lookBehind(message).then(() => document.getElementById('panel-title')?.focus());
}

interface Entry {
  label: string;
  run: () => void;
  isDangerous?: boolean;
}

export function menuView(): TemplateResult | typeof nothing {
  const message = model.menu && messageOf(model.menu.message);
  if (!model.menu || !message) return nothing;
  const place = `left: ${model.menu.x}px; top: ${model.menu.y}px`;
  const isPublic = !message.isPrivate;
  return html`<div class="menu" role="menu" aria-label="Message" .style=${place} @keydown=${moveInMenu}>
    ${isPublic && channelHere()?.may.react ? html`<div class="menu-row" role="group" aria-label="React">${EMOJI.map((emoji) => emojiEntry(message, emoji))}</div>` : nothing}
    ${entries('', ownEntries(message))} ${isPublic ? entries('Apps', botEntries(message)) : nothing}
  </div>`;
}

function emojiEntry(message: PageMessage, emoji: string): TemplateResult {
  const isMine = message.reactions.some((one) => one.emoji === emoji && one.isMine);
  return entryView({
    label: emoji,
    run: () => void act({ kind: 'react', message: message.id, emoji, isOn: !isMine }),
  });
}

function entries(title: string, list: readonly Entry[]): TemplateResult | typeof nothing {
  if (list.length === 0) return nothing;
  return html`${title ? html`<p class="menu-title" aria-hidden="true">${title}</p>` : nothing}
    <div role="group" aria-label=${title || 'Message'}>${list.map(entryView)}</div>`;
}

function entryView(entry: Entry): TemplateResult {
  return html`<button
    role="menuitem"
    tabindex="-1"
    class=${entry.isDangerous ? 'danger' : ''}
    @click=${() => {
      closeMenu();
      entry.run();
    }}
  >
    ${entry.label}
  </button>`;
}

function ownEntries(message: PageMessage): Entry[] {
  const { may } = channelHere() ?? {};
  const isOwn = message.author.id === model.user;
  const list: Entry[] = [];
  if (message.isAnswer) list.push({ label: 'Look behind this answer', run: () => openPanel(message.id) });
  if (may?.openThreads && !message.threadId && !message.isPrivate)
    list.push({ label: 'Create thread', run: () => void createThread(message) });
  if (isOwn)
    list.push({
      label: 'Edit message',
      run: () => {
        model.editing = { message: message.id, text: message.content };
        drawNow();
        document.querySelector<HTMLElement>('.editor')?.focus();
      },
    });
  list.push({ label: 'Copy text', run: () => void navigator.clipboard.writeText(textOf(message)) });
  if (isOwn || message.isPrivate || may?.manageMessages)
    list.push({
      label: message.isPrivate ? 'Dismiss message' : 'Delete message',
      isDangerous: true,
      run: () => void act({ kind: 'delete', message: message.id }),
    });
  return list;
}

function textOf(message: PageMessage): string {
  return message.content || (document.querySelector(`#message-${message.id} .message-body`)?.textContent ?? '');
}

async function createThread(message: PageMessage): Promise<void> {
  const name = message.content.replace(/\s+/gu, ' ').slice(0, THREAD_NAME_CHARS) || 'New thread';
  const { threadId } = await act({ kind: 'thread', message: message.id, name });
  if (threadId) goTo(model.guild, threadId);
}

function botEntries(message: PageMessage): Entry[] {
  return commandsHere()
    .filter((one) => one['type'] === MESSAGE_COMMAND)
    .map((one) => ({
      label: String(one['name']),
      run: () => void act({ kind: 'menu', command: String(one['name']), message: message.id }),
    }));
}

function moveInMenu(event: KeyboardEvent): void {
  const items = [...document.querySelectorAll<HTMLElement>('.menu [role=menuitem]')];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const forward = event.key === 'ArrowDown' || event.key === 'ArrowRight' || (event.key === 'Tab' && !event.shiftKey);
  const back = event.key === 'ArrowUp' || event.key === 'ArrowLeft' || (event.key === 'Tab' && event.shiftKey);
  if (event.key === 'Escape') closeMenu();
  else if (forward || back) items[(at + (forward ? 1 : items.length - 1)) % items.length]?.focus();
  else return;
  event.preventDefault();
}
