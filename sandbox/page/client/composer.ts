/** The message box: text, files, and slash commands with their options. */
import { html, nothing, type TemplateResult } from 'lit-html';
import { live } from 'lit-html/directives/live.js';

import { act, clearDraft, fileFrom } from './api.ts';
import { icon } from './icons.ts';
import { changed, channelHere, commandsHere, drawNow, isTyping, messageOf, model, runs, status } from './model.ts';
import { beginCommand, commandView, sendCommand } from './option-view.ts';
import { commandIn, type OfferedCommand, offeredCommands, suggestions } from './slash-text.ts';

const LIST = 'suggestions';

export function composerView(): TemplateResult {
  const channel = channelHere();
  const isOpen = channel?.may.write === true || channel?.may.useCommands === true;
  return html`<footer class="composer">
    ${waiting()} ${model.notice ? notice() : nothing} ${replyBar()} ${filesView()}
    ${
      channel && !isOpen
        ? html`<p class="closed">You do not have permission to send messages here.</p>`
        : model.draft.command
          ? commandView(model.draft.command)
          : box()
    }
  </footer>`;
}

/** Uses of commands that the bot has not taken yet, those that it never took, and "is typing". */
function waiting(): TemplateResult | typeof nothing {
  const here = runs().filter(
    (run) => run.channelId === model.channel && !run.sourceMessageId && !model.dismissed.has(run.id),
  );
  const bot = status()?.bot.name ?? '';
  if (here.length === 0 && !isTyping(model.channel)) return nothing;
  return html`<div class="waiting" role="status">
    ${here.map((run) =>
      run.state === 'waiting'
        ? html`<p class="faint">Sending /${run.name}…</p>`
        : html`<p class="failed">
            The application did not respond to /${run.name}.
            <button class="as-link" @click=${() => dismiss(run.id)}>Dismiss</button>
          </p>`,
    )}
    ${isTyping(model.channel) ? html`<p class="faint"><span class="dots" aria-hidden="true"><i></i><i></i><i></i></span> ${bot} is typing…</p>` : nothing}
  </div>`;
}

function dismiss(run: string): void {
  model.dismissed.add(run);
  changed();
}

function notice(): TemplateResult {
  return html`<p class="notice" role="alert">
    <span>${model.notice}</span>
    <button
      class="as-link"
      @click=${() => {
        model.notice = '';
        changed();
      }}
    >
      Close
    </button>
  </p>`;
}

function replyBar(): TemplateResult | typeof nothing {
  const target = model.draft.replyTo ? messageOf(model.draft.replyTo) : undefined;
  if (!target) return nothing;
  return html`<p class="reply-bar">
    Replying to <strong>${target.author.name}</strong>
    <button
      class="as-link"
      @click=${() => {
        model.draft.replyTo = undefined;
        changed();
      }}
    >
      Cancel
    </button>
  </p>`;
}

function filesView(): TemplateResult | typeof nothing {
  const { files } = model.draft;
  if (files.length === 0) return nothing;
  return html`<ul class="chosen-files" aria-label="Files to send">
    ${files.map(
      (file, at) => html`<li>
        ${icon('file')} ${file.name}
        <button
          class="as-link"
          aria-label="Remove ${file.name}"
          @click=${() => {
            files.splice(at, 1);
            changed();
          }}
        >
          Remove
        </button>
      </li>`,
    )}
  </ul>`;
}

function offered(): OfferedCommand[] {
  if (!channelHere()?.may.useCommands) return [];
  return suggestions(offeredCommands(commandsHere()), model.draft.text);
}

function box(): TemplateResult {
  const channel = channelHere();
  const list = offered();
  const name = channel?.guildId ? `#${channel.name}` : (channel?.name ?? '');
  const marked = list[model.draft.marked];
  return html`${list.length > 0 ? suggestionList(list) : nothing}
    <div class="box">
      <label class="attach" title="Attach a file">
        ${icon('add')}<span class="hidden">Attach a file</span>
        <input type="file" multiple @change=${(event: Event) => void addFiles(event.target as HTMLInputElement)} />
      </label>
      <textarea
        id="message-box"
        rows="1"
        role="combobox"
        aria-label="Message ${name}"
        aria-autocomplete="list"
        aria-controls=${LIST}
        aria-expanded=${list.length > 0}
        aria-activedescendant=${marked ? optionId(marked) : nothing}
        placeholder="Message ${name}, or / for commands"
        autocomplete="off"
        .value=${live(model.draft.text)}
        @input=${(event: Event) => typed(event.target as HTMLTextAreaElement)}
        @keydown=${(event: KeyboardEvent) => keyed(event, list)}
      ></textarea>
      <button class="send" aria-label="Send message" @click=${() => void send()}>${icon('send')}</button>
    </div>`;
}

function optionId(command: OfferedCommand): string {
  return `suggestion-${command.path.replace(/ /gu, '-')}`;
}

function suggestionList(list: readonly OfferedCommand[]): TemplateResult {
  return html`<ul id=${LIST} class="suggestions" role="listbox" aria-label="Commands">
    ${list.map(
      (command, at) => html`<li
        id=${optionId(command)}
        role="option"
        aria-selected=${at === model.draft.marked}
        @mousedown=${(event: Event) => event.preventDefault()}
        @click=${() => beginCommand(command, '')}
      >
        <span class="command-name">/${command.path}</span>
        <span class="faint command-options">${command.options.map((one) => one.name).join(' ')}</span>
        <span class="faint">${command.description}</span>
      </li>`,
    )}
  </ul>`;
}

function typed(field: HTMLTextAreaElement): void {
  model.draft.text = field.value;
  model.draft.marked = 0;
  model.notice = '';
  // A space behind a whole command's name goes on to its options, as in Discord.
  const meant = field.value.endsWith(' ') ? commandIn(offeredCommands(commandsHere()), field.value) : undefined;
  const isGroup = offeredCommands(commandsHere()).some(
    (one) => one.path.startsWith(field.value.slice(1)) && field.value.length > 1,
  );
  if (meant && meant.rest === '' && meant.command.options.length > 0 && !isGroup && channelHere()?.may.useCommands)
    beginCommand(meant.command, '');
  field.style.height = 'auto';
  field.style.height = `${Math.min(field.scrollHeight, 200)}px`;
  changed();
}

function keyed(event: KeyboardEvent, list: readonly OfferedCommand[]): void {
  const { draft } = model;
  if (list.length > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
    const step = event.key === 'ArrowDown' ? 1 : list.length - 1;
    draft.marked = (draft.marked + step) % list.length;
    drawNow();
    document.querySelector(`#${LIST} [aria-selected="true"]`)?.scrollIntoView({ block: 'nearest' });
  } else if (event.key === 'Escape' && (draft.text.startsWith('/') || draft.replyTo)) {
    draft.replyTo = undefined;
    if (draft.text.startsWith('/')) draft.text = '';
  } else if ((event.key === 'Enter' && !event.shiftKey) || (event.key === 'Tab' && list.length > 0)) {
    const marked = list[draft.marked];
    const isWhole = marked?.options.length === 0 && draft.text === `/${marked.path}`;
    if (marked && !isWhole) beginCommand(marked, '');
    else void send();
  } else return;
  event.preventDefault();
  changed();
}

async function addFiles(input: HTMLInputElement): Promise<void> {
  for (const file of input.files ?? []) model.draft.files.push(await fileFrom(file));
  input.value = '';
  changed();
  document.getElementById('message-box')?.focus();
}

/** Sends the text as a message, or a whole typed line as the command that it is. */
export async function send(): Promise<void> {
  const { text, files, replyTo } = model.draft;
  const meant = channelHere()?.may.useCommands ? commandIn(offeredCommands(commandsHere()), text) : undefined;
  if (meant) {
    beginCommand(meant.command, meant.rest);
    const isComplete = meant.command.options.every(
      (one) => !one.isRequired || model.draft.values[one.name] !== undefined,
    );
    if (isComplete) await sendCommand();
    return;
  }
  if (text.trim() === '' && files.length === 0) return;
  if (!channelHere()?.may.write) {
    model.notice = 'You do not have permission to send messages here; commands work.';
    return changed();
  }
  clearDraft();
  changed();
  const field = document.getElementById('message-box');
  if (field) field.style.height = '';
  const { error } = await act({ kind: 'post', channel: model.channel, content: text, replyTo, files });
  if (error) model.draft = { ...model.draft, text, files, replyTo };
  changed();
}
