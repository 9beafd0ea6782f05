/** One message, and what can be done with it. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';

import type { PageMessage, PagePerson } from '../shapes.ts';
import { act } from './api.ts';
import { componentsView, embedView, fileView } from './components-view.ts';
import { icon } from './icons.ts';
import { markdown } from './markdown-view.ts';
import { openMenu, openPanel } from './menu-view.ts';
import { changed, channelOf, messagesOf, model, runs } from './model.ts';
import { goTo } from './place.ts';

const GROUP_MS = 5 * 60 * 1000;

export function avatar(person: PagePerson): TemplateResult {
  const hue = person.name.length % 6;
  return html`<span class="avatar ${person.isBot ? 'bot' : `hue${hue}`}" aria-hidden="true">${person.isBot ? '❝' : person.name.charAt(0)}</span>`;
}

export function clock(at: number): string {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(at);
}

/** True when a message goes on from the one before: then its author is not told again. */
export function goesOn(message: PageMessage, before: PageMessage | undefined): boolean {
  return (
    before !== undefined &&
    before.author.id === message.author.id &&
    message.at - before.at < GROUP_MS &&
    !message.replyTo &&
    !message.used &&
    !before.isPrivate &&
    !message.isPrivate
  );
}

export function messageView(message: PageMessage, before: PageMessage | undefined): TemplateResult {
  const isShort = goesOn(message, before);
  const label = `${message.author.name}, ${clock(message.at)}${message.isPrivate ? ', only you can see this' : ''}`;
  return html`<li
    class="message ${isShort ? 'short' : ''} ${message.isPrivate ? 'private' : ''}"
    id="message-${message.id}"
    aria-label=${label}
    @contextmenu=${(event: MouseEvent) => contextMenu(event, message)}
  >
    ${origin(message)}
    <div class="message-main">
      ${isShort ? html`<span class="avatar-gap" aria-hidden="true">${clock(message.at)}</span>` : avatar(message.author)}
      <div class="message-body">
        ${isShort ? nothing : head(message)} ${body(message)} ${reactions(message)} ${thread(message)} ${foot(message)}
      </div>
    </div>
    ${tools(message)}
  </li>`;
}

function origin(message: PageMessage): TemplateResult | typeof nothing {
  if (message.used)
    return html`<p class="origin"><strong>${message.used.by}</strong> used <span class="mention">/${message.used.name}</span></p>`;
  if (!message.replyTo) return nothing;
  const { id, author, excerpt } = message.replyTo;
  return html`<p class="origin">
    ${icon('reply')} <span class="hidden">Reply to </span><strong>${author}</strong>
    <a href="#message-${id}" @click=${(event: Event) => showMessage(event, id)}>${excerpt || 'a message'}</a>
  </p>`;
}

function showMessage(event: Event, id: string): void {
  event.preventDefault();
  const element = document.getElementById(`message-${id}`);
  element?.scrollIntoView({ block: 'center' });
  element?.classList.add('found');
  setTimeout(() => element?.classList.remove('found'), 1500);
}

function head(message: PageMessage): TemplateResult {
  return html`<p class="head">
    <strong class="author">${message.author.name}</strong>
    ${message.author.isBot ? html`<span class="tag">APP</span>` : nothing}
    <time class="faint" datetime=${new Date(message.at).toISOString()}>${clock(message.at)}</time>
  </p>`;
}

function body(message: PageMessage): TemplateResult {
  if (message.isThinking)
    return html`<p class="text thinking"><span class="dots" aria-hidden="true"><i></i><i></i><i></i></span> ${message.author.name} is thinking…</p>`;
  if (model.editing?.message === message.id) return editor(message);
  return html`${message.content ? html`<div class="display">${markdown(message.content)}</div>` : nothing}
  ${message.isEdited ? html`<span class="faint">(edited)</span>` : nothing}
  ${message.embeds.map(embedView)} ${componentsView(message, message.components)}
  ${message.files.filter((file) => !isPlaced(message, file.id, file.name)).map(fileView)}`;
}

/** Files that a component shows already stand where the component is. */
function isPlaced(message: PageMessage, id: string, name: string): boolean {
  const shown = JSON.stringify(message.components);
  return shown.includes(`attachment://${name}"`) || shown.includes(`/attachments/${id}/`);
}

function editor(message: PageMessage): TemplateResult {
  const save = () => {
    const text = model.editing?.text ?? '';
    model.editing = undefined;
    void act({ kind: 'edit', message: message.id, content: text });
  };
  return html`<textarea
    class="editor"
    aria-label="Edit message"
    .value=${live(model.editing?.text ?? '')}
    @input=${(event: Event) => {
      if (model.editing) model.editing.text = (event.target as HTMLTextAreaElement).value;
    }}
    @keydown=${(event: KeyboardEvent) => {
      if (event.key === 'Enter' && !event.shiftKey) {
        event.preventDefault();
        save();
      } else if (event.key === 'Escape') {
        model.editing = undefined;
        changed();
      }
    }}
  ></textarea>
  <p class="faint">Enter saves, Escape cancels.</p>`;
}

function reactions(message: PageMessage): TemplateResult | typeof nothing {
  if (message.reactions.length === 0) return nothing;
  return html`<div class="reactions">
    ${message.reactions.map(
      ({ emoji, count, isMine, names }) => html`<button
        class="reaction ${isMine ? 'mine' : ''}"
        aria-pressed=${isMine}
        aria-label="${emoji} ${count}: ${names.join(', ')}"
        title=${names.join(', ')}
        @click=${() => void act({ kind: 'react', message: message.id, emoji, isOn: !isMine })}
      >
        ${emoji} ${count}
      </button>`,
    )}
  </div>`;
}

function thread(message: PageMessage): TemplateResult | typeof nothing {
  const found = message.threadId ? channelOf(message.threadId) : undefined;
  if (!found) return nothing;
  const count = messagesOf(found.id).length;
  return html`<button class="thread-link" @click=${() => goTo(model.guild, found.id)}>
    ${icon('thread')} <strong>${found.name}</strong>
    <span class="faint">${count} ${count === 1 ? 'message' : 'messages'}</span> <span class="more">Open thread ›</span>
  </button>`;
}

function foot(message: PageMessage): TemplateResult {
  const failed = runs().find(
    (run) => run.sourceMessageId === message.id && run.state === 'failed' && !model.dismissed.has(run.id),
  );
  return html`${
    message.isPrivate
      ? html`<p class="faint private-note">
        ${icon('eye')} Only you can see this ·
        <button class="as-link" @click=${() => void act({ kind: 'delete', message: message.id })}>Dismiss message</button>
      </p>`
      : nothing
  }
  ${message.pinged.length > 0 ? html`<p class="pinged">${icon('bell')} Notifies ${message.pinged.join(', ')}</p>` : nothing}
  ${failed ? html`<p class="failed" role="alert">This interaction failed: the bot did not answer within 3 seconds.</p>` : nothing}`;
}

function tools(message: PageMessage): TemplateResult {
  return html`<div class="tools" role="group" aria-label="Actions for this message">
    ${
      message.isAnswer && !message.isThinking
        ? html`<button title="Look behind this answer" aria-label="Look behind this answer" @click=${() => openPanel(message.id)}>${icon('look')}</button>`
        : nothing
    }
    ${
      message.isPrivate
        ? nothing
        : html`<button title="Reply" aria-label="Reply" @click=${() => reply(message)}>${icon('reply')}</button>`
    }
    <button
      title="More"
      aria-label="More actions"
      aria-haspopup="menu"
      @click=${(event: MouseEvent) => {
        const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
        openMenu(message.id, box.right, box.bottom);
      }}
    >${icon('more')}</button>
  </div>`;
}

function reply(message: PageMessage): void {
  model.draft.replyTo = message.id;
  changed();
  document.getElementById('message-box')?.focus();
}

function contextMenu(event: MouseEvent, message: PageMessage): void {
  // Links keep the browser's own menu, which can copy their address.
  if ((event.target as HTMLElement).closest('a, textarea')) return;
  event.preventDefault();
  openMenu(message.id, event.clientX, event.clientY);
}
