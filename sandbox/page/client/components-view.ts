/** Components of a message, classic and V2, and embeds. What they do is in `select-view.ts` and `api.ts`. */
import { html, nothing, type TemplateResult } from 'lit-html';

import { asJson, type Json, objectsOf, textOf } from '../../common/json.ts';
import type { PageFile, PageMessage } from '../shapes.ts';
import { press } from './api.ts';
import { icon } from './icons.ts';
import { link, markdown } from './markdown-view.ts';
import { model } from './model.ts';
import { selectView } from './select-view.ts';

type Drawn = TemplateResult | typeof nothing | unknown[];

const LINK_STYLE = 5;
const BUTTON_STYLES = ['', 'primary', 'secondary', 'success', 'danger', 'secondary', 'primary'];

export function componentsView(message: PageMessage, components: readonly Json[]): Drawn {
  return components.map((one) => component(message, one));
}

function component(message: PageMessage, one: Json): Drawn {
  switch (one['type']) {
    case 1:
      return html`<div class="row">${componentsView(message, objectsOf(one['components']))}</div>`;
    case 2:
      return button(message, one);
    case 3:
    case 5:
    case 6:
    case 7:
    case 8:
      return selectView(message, one);
    case 9:
      return html`<div class="section">
        <div class="section-text">${componentsView(message, objectsOf(one['components']))}</div>
        ${component(message, asJson(one['accessory']))}
      </div>`;
    case 10:
      return html`<div class="display">${markdown(textOf(one['content']))}</div>`;
    case 11:
      return picture(message, one['media'], textOf(one['description']), 'thumbnail');
    case 12:
      return html`<div class="gallery">
        ${objectsOf(one['items']).map((item) => picture(message, item['media'], textOf(item['description']), ''))}
      </div>`;
    case 13:
      return file(message, one['file']);
    case 14:
      return one['divider'] === false
        ? html`<div class="gap"></div>`
        : html`<hr class=${one['spacing'] === 2 ? 'wide' : ''} />`;
    case 17:
      return container(message, one);
    default:
      return html`<p class="text subtext">(a component of type ${String(one['type'])}, which this page cannot draw)</p>`;
  }
}

function container(message: PageMessage, one: Json): Drawn {
  const accent = typeof one['accent_color'] === 'number' ? one['accent_color'] : undefined;
  const inside = componentsView(message, objectsOf(one['components']));
  return html`<div class="container" .style=${edge(accent)}>
    ${one['spoiler'] === true ? html`<details class="spoiler"><summary>Spoiler</summary>${inside}</details>` : inside}
  </div>`;
}

/** As a property and not an attribute, which the page's own policy forbids. */
function edge(colour: unknown): string {
  return typeof colour === 'number' ? `border-left-color: #${colour.toString(16).padStart(6, '0')}` : '';
}

function button(message: PageMessage, one: Json): Drawn {
  const emoji = textOf(asJson(one['emoji'])['name']);
  const label = html`${emoji === '' ? nothing : html`<span aria-hidden=${textOf(one['label']) !== ''}>${emoji} </span>`}${textOf(one['label'])}`;
  if (one['style'] === LINK_STYLE)
    return html`<a class="button secondary" href=${safeUrl(textOf(one['url']))} target="_blank" rel="noopener noreferrer"
      >${label} <span aria-hidden="true">↗</span></a
    >`;
  const customId = textOf(one['custom_id']);
  const isBusy = isUnderWay(message, customId);
  return html`<button
    class="button ${BUTTON_STYLES[Number(one['style'])] ?? 'secondary'}"
    ?disabled=${one['disabled'] === true || isBusy}
    aria-busy=${isBusy}
    @click=${() => void press(message.id, customId, { kind: 'button', message: message.id, customId })}
  >
    ${label}
  </button>`;
}

export function isUnderWay(message: PageMessage, customId: string): boolean {
  return model.pressed.has(`${message.id} ${customId}`);
}

/** Discord refuses other schemes too; here it is the last line of defence. */
function safeUrl(url: string): string {
  return /^https?:\/\//iu.test(url) ? url : '#';
}

/** Only files of the message itself are shown: other addresses would be loaded from the network. */
function attached(message: PageMessage, media: unknown): PageFile | undefined {
  const url = textOf(asJson(media)['url']);
  const name = url.startsWith('attachment://') ? url.slice('attachment://'.length) : undefined;
  return message.files.find((one) => one.name === name || url.includes(`/attachments/${one.id}/`));
}

function picture(message: PageMessage, media: unknown, description: string, kind: string): Drawn {
  const found = attached(message, media);
  if (!found) return html`<span class="picture-missing ${kind}">${description || 'picture'}</span>`;
  return html`<img class=${kind} src=${found.url} alt=${description} />`;
}

function file(message: PageMessage, media: unknown): Drawn {
  const found = attached(message, media);
  return found ? fileView(found) : nothing;
}

export function fileView(one: PageFile): Drawn {
  const size = one.size < 1024 ? `${one.size} bytes` : `${Math.ceil(one.size / 1024)} KiB`;
  const card = html`<div class="file">
    ${icon('file')}
    <span><a href=${one.url} download=${one.name}>${one.name}</a><br /><span class="faint">${size}</span></span>
  </div>`;
  if (!one.contentType.startsWith('image/')) return card;
  return html`<img class="attached" src=${one.url} alt=${one.name} />`;
}

export function embedView(embed: Json): Drawn {
  const { color, fields } = embed as { color?: unknown; fields?: unknown };
  const author = textOf(asJson(embed['author'])['name']);
  const footer = textOf(asJson(embed['footer'])['text']);
  const title = textOf(embed['title']);
  const url = safeUrl(textOf(embed['url']));
  return html`<div class="container embed" .style=${edge(color)}>
    ${author ? html`<p class="faint">${author}</p>` : nothing}
    ${title ? html`<p class="embed-title">${url === '#' ? title : link(url, title)}</p>` : nothing}
    ${textOf(embed['description']) ? html`<div class="display">${markdown(textOf(embed['description']))}</div>` : nothing}
    <div class="fields">
      ${objectsOf(fields).map(
        (field) => html`<div class=${field['inline'] === true ? 'field inline' : 'field'}>
          <p class="embed-title">${textOf(field['name'])}</p>
          <div class="display">${markdown(textOf(field['value']))}</div>
        </div>`,
      )}
    </div>
    ${footer ? html`<p class="faint">${footer}</p>` : nothing}
  </div>`;
}
