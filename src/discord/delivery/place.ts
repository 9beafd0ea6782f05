/** The answer to one interaction: acknowledged once, shown and shown again, closed when its token is spent. */
import { setTimeout as pause } from 'node:timers/promises';

import { DiscordAPIError, InteractionResponseType, MessageFlags, Routes } from 'discord.js';

import type { Acknowledgement } from '../contracts/handling.ts';
import type { AboutView, MessageView } from '../contracts/view.ts';
import { type FormView, renderForm } from './form.ts';
import { TOKEN_LIFE_MS } from './limits.ts';
import { refusalOf } from './refusals.ts';
import { render, statesOf } from './render.ts';
import type { Wire } from './wire.ts';

export interface InteractionRef {
  readonly id: string;
  readonly token: string;
  readonly applicationId: string;
  readonly channelId: string;
  /** ms since the epoch. */
  readonly receivedAt: number;
  /** Where controls and posts are kept. */
  readonly guild: string;
  /** The bot may write an ordinary message there, once the token is spent. */
  readonly mayPost: boolean;
}

type Place = Exclude<Acknowledgement, 'form'>;

export interface Answer {
  readonly isAcknowledged: boolean;
  /** Somebody deleted the message that shows it: nobody waits for the rest. */
  readonly gone: AbortSignal;
  /** The message that shows it, once something is shown. */
  readonly messageId: string | null;
  /** Decides how everything that follows is seen. */
  choose(how: Place): void;
  /** Within 3 s of the event, unless something is shown at once. */
  acknowledge(): Promise<void>;
  openForm(form: FormView): Promise<void>;
  /**
   * Sends on the first call, updates afterwards; calls keep their order.
   * @returns `false` when it can no longer be shown: the token is spent and no ordinary message may stand in
   */
  show(view: MessageView): Promise<boolean>;
  /**
   * After the last word: says it once more where an earlier word may still be on its way, of a try that was given up or of a
   * run that was killed, and would then stand where the answer stood.
   */
  confirm(): Promise<void>;
  /** To the asker alone, beside what is shown. */
  aside(view: MessageView): Promise<void>;
}

/** Discord did not take the acknowledgement: it came too late, or another process had sent one. Nothing more can be said. */
export class NotAcknowledgedError extends Error {
  readonly why: 'late' | 'repeated';
  constructor(why: 'late' | 'repeated', options: ErrorOptions) {
    super(`not acknowledged: ${why}`, options);
    this.why = why;
  }
}

export interface AnswerOptions {
  /** A restart came between the acknowledgement and the answer. */
  readonly isResumed?: boolean;
  /** Told of every message that everybody sees, with what it shows. */
  readonly onPublic?: (message: string, about: AboutView) => void;
}

/** Unknown interaction, invalid webhook token, unknown webhook. */
const SPENT = new Set<string | number>([10_062, 50_027, 10_015]);
/** What is still under way after so long has been lost. */
const CONFIRM_AFTER_MS = 2000;
const UNKNOWN_INTERACTION = 10_062;
const ALREADY_ACKNOWLEDGED = 40_060;
const codeOf = (error: unknown): string | number => (error instanceof DiscordAPIError ? error.code : '');

export function createAnswer(wire: Wire, ref: InteractionRef, options: AnswerOptions = {}): Answer {
  let how: Place = 'private';
  let stage: 'new' | 'open' | 'posted' | 'closed' = options.isResumed ? 'open' : 'new';
  let postedId = '';
  let shownId: string | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  let last: MessageView | null = null;
  let isInDoubt = options.isResumed ?? false;
  let gone: AbortController | undefined;
  const goneBy = (): AbortController => (gone ??= new AbortController());

  async function respond(type: InteractionResponseType, data: object = {}, view?: MessageView): Promise<string | null> {
    try {
      const message = await wire.callback(ref, { type, data }, view ? render(view).files : []);
      stage = 'open';
      return message;
    } catch (error) {
      const code = codeOf(error);
      if (code !== UNKNOWN_INTERACTION && code !== ALREADY_ACKNOWLEDGED) throw error;
      stage = 'closed';
      throw new NotAcknowledgedError(code === UNKNOWN_INTERACTION ? 'late' : 'repeated', { cause: error });
    }
  }

  /** Gives the message's id, `null` when nothing can be shown any more. */
  async function send(view: MessageView): Promise<string | null> {
    if (stage === 'closed') return null;
    await wire.keep(ref.guild, statesOf(view.controls));
    if (stage === 'new') return first(view);
    if (stage === 'open') return update(view);
    return unlessShut(() => wire.patch(Routes.channelMessage(ref.channelId, postedId), view));
  }

  function first(view: MessageView): Promise<string | null> {
    const { UpdateMessage, ChannelMessageWithSource } = InteractionResponseType;
    const ephemeral = how === 'private' ? MessageFlags.Ephemeral : 0;
    const body = wire.body(view, MessageFlags.IsComponentsV2 | ephemeral);
    return respond(how === 'update' ? UpdateMessage : ChannelMessageWithSource, body, view);
  }

  async function update(view: MessageView): Promise<string | null> {
    if (wire.clock() - ref.receivedAt > TOKEN_LIFE_MS) return instead(view);
    try {
      return await wire.patch(Routes.webhookMessage(ref.applicationId, ref.token, '@original'), view);
    } catch (error) {
      if (SPENT.has(codeOf(error))) return instead(view);
      if (refusalOf(codeOf(error)) !== 'gone') throw error;
      stage = 'closed';
      goneBy().abort();
      return null;
    }
  }

  /** The token is spent: an ordinary message answers what was asked in public; what was private is closed. */
  async function instead(view: MessageView): Promise<string | null> {
    stage = 'closed';
    if (how !== 'public' || !ref.mayPost) return null;
    // Until it is sent it stays to be sent: Discord may take it later.
    stage = 'open';
    const posted = await unlessShut(() => wire.post(ref.channelId, view, { nonceOf: ['late answer', ref.id] }));
    if (posted !== null) {
      postedId = posted;
      stage = 'posted';
    }
    return posted;
  }

  async function unlessShut(say: () => Promise<string>): Promise<string | null> {
    try {
      return await say();
    } catch (error) {
      // Or the bot has lost the right to write there: asking again would get its address banned.
      const refusal = refusalOf(codeOf(error));
      if (refusal !== 'gone' && refusal !== 'closed') throw error;
      stage = 'closed';
      return null;
    }
  }

  async function show(view: MessageView): Promise<boolean> {
    last = view;
    const message = await send(view).catch((error: unknown) => {
      // Whether it was taken, and when it will be, nobody knows.
      isInDoubt ||= !(error instanceof DiscordAPIError);
      throw error;
    });
    if (message !== null) shownId = message;
    if (message !== null && how !== 'private' && view.about) options.onPublic?.(message, view.about);
    return stage !== 'closed';
  }

  function inOrder(view: MessageView): Promise<boolean> {
    const shown = queue.then(() => show(view));
    queue = shown.catch(() => undefined);
    return shown;
  }

  return {
    get isAcknowledged() {
      return stage !== 'new';
    },
    get gone() {
      return goneBy().signal;
    },
    get messageId() {
      return shownId;
    },
    choose(chosen) {
      how = chosen;
    },
    async acknowledge() {
      if (stage !== 'new') return;
      // A deferral may carry the ephemeral flag only; Components V2 are set by the edit.
      const data = how === 'private' ? { flags: MessageFlags.Ephemeral } : {};
      if (how === 'update') await respond(InteractionResponseType.DeferredMessageUpdate);
      else await respond(InteractionResponseType.DeferredChannelMessageWithSource, data);
    },
    async openForm(form) {
      await wire.keep(ref.guild, statesOf([{ kind: 'button', label: '', use: form.use }]));
      await respond(InteractionResponseType.Modal, renderForm(form));
    },
    show: inOrder,
    async confirm() {
      await queue;
      if (!isInDoubt || last === null || stage === 'closed') return;
      isInDoubt = false;
      await pause(CONFIRM_AFTER_MS);
      await inOrder(last);
    },
    async aside(view) {
      if (stage === 'new') {
        how = 'private';
        await send(view);
        return;
      }
      await wire.keep(ref.guild, statesOf(view.controls));
      await wire.followUp(ref, view);
    },
  };
}
