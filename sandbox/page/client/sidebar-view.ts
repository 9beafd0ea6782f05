/** Servers, channels and threads, and who one is. */
import { html, nothing, type TemplateResult } from 'lit-html';

import type { PageChannel } from '../shapes.ts';
import { icon } from './icons.ts';
import { avatar } from './message-view.ts';
import {
  changed,
  channelOf,
  channelsOf,
  DIRECT,
  drawNow,
  guildHere,
  guilds,
  isUnread,
  model,
  status,
  threadsOf,
} from './model.ts';
import { enter, goTo } from './place.ts';

export function sidebarView(onPerson: (id: string) => void): TemplateResult {
  const guild = guildHere();
  return html`<nav class="rail" aria-label="Servers">
      ${guildButton(DIRECT, 'Direct messages', icon('mail'))}
      <hr />
      ${guilds().map((one) => guildButton(one.id, one.name, html`<span class="initials" data-sign=${initials(one.name)}></span>`))}
    </nav>
    <div class="channels">
      <h1>${guild?.name ?? 'Direct messages'}</h1>
      <nav aria-label="Channels">
        <ul>
          ${channelsOf(model.guild).map(
            (channel) => html`<li>
              ${channelButton(channel)}
              ${threads(channel).length > 0 ? html`<ul aria-label="Threads in ${channel.name}">${threads(channel).map((one) => html`<li>${channelButton(one)}</li>`)}</ul>` : nothing}
            </li>`,
          )}
        </ul>
      </nav>
      ${me(onPerson)}
    </div>`;
}

function threads(channel: PageChannel): PageChannel[] {
  return threadsOf(channel.id);
}

function initials(name: string): string {
  return name
    .split(/\s+/u)
    .map((word) => word.charAt(0))
    .join('')
    .slice(0, 3);
}

function guildButton(id: string, name: string, sign: TemplateResult): TemplateResult {
  const isHere = model.guild === id;
  const hasNews = channelsOf(id).some((one) => isUnread(one));
  return html`<button
    class="guild ${isHere ? 'here' : ''}"
    title=${name}
    aria-label="${name}${hasNews ? ', new messages' : ''}"
    aria-current=${isHere}
    @click=${() => enter(id)}
  >
    ${sign}${hasNews && !isHere ? html`<span class="news" aria-hidden="true"></span>` : nothing}
  </button>`;
}

function channelButton(channel: PageChannel): TemplateResult {
  const isHere = model.channel === channel.id;
  const isNew = isUnread(channel);
  const isThread = channel.parentId !== undefined;
  const sign = channel.guildId === undefined ? '@' : isThread ? '↳' : '#';
  return html`<button
    class="channel ${isHere ? 'here' : ''} ${isNew ? 'unread' : ''}"
    aria-current=${isHere ? 'page' : nothing}
    aria-label="${channel.name}${isThread ? ', thread' : ''}${isNew ? ', new messages' : ''}"
    @click=${() => goTo(model.guild, channel.id)}
  >
    <span class="sign" aria-hidden="true">${sign}</span> ${channel.name}${channel.isPrivate ? icon('lock') : nothing}
  </button>`;
}

/** Switches between the people whom one can be here. */
function me(onPerson: (id: string) => void): TemplateResult | typeof nothing {
  const now = status();
  if (!now) return nothing;
  return html`<div class="me">
    <p class="faint" id="person-label">You are</p>
    <div role="group" aria-labelledby="person-label" class="people">
      ${now.people.map(
        (person) => html`<button
          class="person ${person.id === now.me.id ? 'here' : ''}"
          aria-pressed=${person.id === now.me.id}
          @click=${() => onPerson(person.id)}
        >
          ${avatar(person)} <span>${person.name}</span>
        </button>`,
      )}
    </div>
    <p class="engine faint">
      <span class="lamp ${now.isBotConnected && model.isConnected ? 'on' : ''}" aria-hidden="true"></span>
      ${model.isConnected ? (now.isBotConnected ? `${now.bot.name} is connected${now.engine ? ` · ${now.engine}` : ''}` : `${now.bot.name} is not connected`) : 'The sandbox has ended. Start it again.'}
    </p>
  </div>`;
}

export function headerView(): TemplateResult {
  const channel = channelOf(model.channel);
  const parent = channel?.parentId ? channelOf(channel.parentId) : undefined;
  return html`<header class="top">
    <button
      class="icon-button list-button"
      aria-label="Servers and channels"
      aria-expanded=${model.isListOpen}
      @click=${() => {
        model.isListOpen = !model.isListOpen;
        changed();
      }}
    >${icon('list')}</button>
    <h2>
      ${parent ? html`<button class="as-link" @click=${() => goTo(model.guild, parent.id)}>#${parent.name}</button> <span class="faint" aria-hidden="true">›</span>` : nothing}
      <span class="sign" aria-hidden="true">${channel?.guildId ? (parent ? '' : '#') : '@'}</span>${channel?.name ?? ''}
    </h2>
    <p class="topic faint">${channel?.topic ?? ''}</p>
    <button
      class="button secondary"
      aria-expanded=${model.panel?.kind === 'articles'}
      @click=${() => {
        model.panel = model.panel?.kind === 'articles' ? undefined : { kind: 'articles' };
        drawNow();
        document.getElementById('panel-title')?.focus();
      }}
    >
      Articles to try
    </button>
  </header>`;
}
