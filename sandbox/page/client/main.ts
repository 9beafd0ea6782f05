/** Draws the page from the model, follows the stream, and keeps the list of messages where the reader is. */
import { html, nothing, render, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';

import type { PageMessage } from '../shapes.ts';
import { follow, lookBehind } from './api.ts';
import { articlesView } from './article-view.ts';
import { behindView } from './behind-view.ts';
import { composerView } from './composer.ts';
import { formView, showForm } from './form-view.ts';
import { closeMenu, menuView } from './menu-view.ts';
import { messageView } from './message-view.ts';
import { changed, channelHere, drawWith, messagesOf, model, status } from './model.ts';
import { placeInAddress, settle } from './place.ts';
import { headerView, sidebarView } from './sidebar-view.ts';

/** Nearer to the end than this, the list follows new messages. */
const NEAR_END_PX = 80;

const root = document.getElementById('page');
let shownChannel = '';
let shownLast: string | undefined;

function pageView(): TemplateResult {
  if (!status()) return html`<p class="starting" role="status">Connecting to the sandbox…</p>`;
  return html`<div class="frame ${model.isListOpen ? 'with-list' : ''} ${model.panel ? 'with-panel' : ''}">
      <div class="side">${sidebarView(become)}</div>
      <main>
        ${headerView()} ${notices()} ${messageList()} ${composerView()}
      </main>
      ${model.panel?.kind === 'behind' ? behindView() : model.panel ? articlesView() : nothing}
    </div>
    ${menuView()} ${formView()}`;
}

function notices(): TemplateResult | typeof nothing {
  const list = status()?.notices ?? [];
  if (model.isConnected && list.length === 0) return nothing;
  return html`<div class="notices" role="status">
    ${model.isConnected ? nothing : html`<p>The sandbox does not answer. Start it again with <code>npm run sandbox</code>; this page comes back by itself.</p>`}
    ${list.map((one) => html`<p>${one}</p>`)}
  </div>`;
}

function messageList(): TemplateResult {
  const messages = messagesOf(model.channel);
  const name = channelHere()?.name ?? '';
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Messages in ${name}">
    ${messages.length === 0 ? html`<p class="empty">Nothing was written here yet. Type <kbd>/</kbd> for the bot’s commands, or post a link from <em>Articles to try</em>.</p>` : nothing}
    <div role="log" aria-label="Messages" aria-relevant="additions"><ol class="messages">
      ${repeat(
        messages,
        (one) => one.id,
        (one, at) => html`${dayLine(one, messages[at - 1])}${messageView(one, messages[at - 1])}`,
      )}
    </ol></div>
  </div>`;
}

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' });

function dayLine(message: PageMessage, before: PageMessage | undefined): TemplateResult | typeof nothing {
  const day = DAY.format(message.at);
  if (before && DAY.format(before.at) === day) return nothing;
  return html`<li class="day"><span>${day}</span></li>`;
}

function draw(): void {
  if (!root) return;
  const before = document.querySelector('.scroll');
  const isNew = shownChannel !== `${model.user} ${model.channel}`;
  const isNearEnd = !before || before.scrollHeight - before.scrollTop - before.clientHeight < NEAR_END_PX;
  render(pageView(), root);
  shownChannel = `${model.user} ${model.channel}`;
  const list = document.querySelector('.scroll');
  const newest = messagesOf(model.channel).at(-1);
  const isOwn = newest !== undefined && newest.id !== shownLast && newest.author.id === model.user;
  shownLast = newest?.id;
  if (list && (isNew || isNearEnd || isOwn)) list.scrollTop = list.scrollHeight;
  const last = channelHere()?.lastMessageId;
  if (last) model.seen.set(model.channel, last);
  document.title = `${channelHere()?.name ?? 'Verbatim'} · Verbatim sandbox`;
  if (model.form) showForm();
  if (isNew && document.activeElement === document.body) document.getElementById('message-box')?.focus();
}

/** Goes on as another person. What was half written stays theirs, so it is dropped. */
function become(user: string): void {
  model.user = user;
  model.panel = undefined;
  model.form = undefined;
  start(user);
}

function start(user: string): void {
  follow(user, (isStart) => {
    model.user = status()?.me.id ?? user;
    if (isStart) settle();
    else if (!channelHere()) settle();
    if (model.panel?.kind === 'behind') void lookBehind(model.panel.message);
  });
}

drawWith(draw);
document.addEventListener('mousedown', (event) => {
  if (model.menu && !(event.target as HTMLElement).closest('.menu')) closeMenu();
  if (model.select && !(event.target as HTMLElement).closest('.select')) {
    model.select = undefined;
    changed();
  }
});
start(placeInAddress().user);
changed();
