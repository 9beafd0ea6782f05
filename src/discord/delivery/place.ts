/** Where a message stands: under an interaction, or in a channel or thread. Both are shown and shown again, in order. */
import { setTimeout as pause } from 'node:timers/promises';

import { DiscordAPIError, MessageFlags, InteractionResponseType as Response, Routes } from 'discord.js';

import type { Refusal } from '#texts';

import {
  type Acknowledgement,
  type InteractionPlace,
  type InteractionRef,
  NotAcknowledgedError,
  type Place,
  type Spot,
} from '../contracts/delivery.ts';
import type { MessageView } from '../contracts/view.ts';
import { renderForm } from './form.ts';
import { TOKEN_LIFE_MS } from './limits.ts';
import { refusedBy, verdictOn } from './refusals.ts';
import type { Wire } from './wire.ts';

/** Told of every view that stands where everybody sees it, with the message's id. */
export type OnPublic = (message: string, view: MessageView) => void;

/** Sends one view: the message's id, if Discord told it, or why the view stands nowhere. */
type Put<Why> = (view: MessageView) => Promise<{ readonly id: string | null } | { readonly refused: Why }>;

/** What is still under way after so long has been lost. */
const CONFIRM_AFTER_MS = 2000;
const TOO_LATE = { refused: 'late' } as const;

/** An ordinary message in a channel or thread. */
export function placeAt(wire: Wire, spot: Spot, onPublic: OnPublic): Place {
  return inOrder(putAt(wire, spot), { wire, guild: spot.guild, onShown: onPublic });
}

/** Posts on the first call, edits afterwards. */
function putAt(wire: Wire, spot: Spot): Put<Refusal> {
  const { channel, nonceOf } = spot;
  let { shown: id = null, replyTo = null } = spot;
  return async function put(view) {
    try {
      if (id === null) id = await wire.post(channel, view, { nonceOf, replyTo });
      else await wire.patch(Routes.channelMessage(channel, id), view);
      return { id };
    } catch (error) {
      const refusal = refusedBy(error);
      if (refusal !== 'unlinked') return { refused: refusal };
      if (id !== null || replyTo === null) throw error;
      replyTo = null;
      return put(view);
    }
  };
}

export interface InteractionPlaceOptions {
  /** A restart came between the acknowledgement and the answer: what the earlier run sent may still be on its way. */
  readonly isResumed?: boolean;
  readonly onPublic?: OnPublic;
  /** What is still under way after so long has been lost; shorter in tests. */
  readonly confirmAfterMs?: number;
}

export function placeUnder(wire: Wire, ref: InteractionRef, options: InteractionPlaceOptions = {}): InteractionPlace {
  const { isResumed = false, onPublic, confirmAfterMs = CONFIRM_AFTER_MS } = options;
  const responses = createResponses(wire, ref, isResumed);
  // Created when somebody looks: an AbortController costs more than the rest of an acknowledgement.
  let gone: AbortController | undefined;
  const goneBy = (): AbortController => (gone ??= new AbortController());
  const put = putUnder(wire, ref, { responses, onGone: () => goneBy().abort() });
  const onShown: OnPublic = (message, view) => (responses.how === 'private' ? undefined : onPublic?.(message, view));
  const ordered = inOrder(put, { wire, guild: ref.guild, onShown, isInDoubt: isResumed, confirmAfterMs });
  return {
    get isAcknowledged() {
      return responses.stage !== 'new';
    },
    get gone() {
      return goneBy().signal;
    },
    get messageId() {
      return ordered.messageId;
    },
    get refused() {
      return ordered.refused;
    },
    show: (view) => ordered.show(view),
    confirm: () => ordered.confirm(),
    choose: (how) => responses.choose(how),
    acknowledge: () => responses.defer(),
    async openForm(form) {
      await wire.keep(ref.guild, [form]);
      await responses.respond(Response.Modal, renderForm(form));
    },
    async aside(view) {
      if (responses.stage === 'new') {
        responses.choose('private');
        await ordered.show(view);
        return;
      }
      await wire.keep(ref.guild, view.controls);
      await wire.followUp(ref, view);
    },
  };
}

type Files = Omit<ReturnType<Wire['message']>, 'body'>;

/** The one response that Discord takes to an interaction, and what was decided about it. */
function createResponses(wire: Wire, ref: InteractionRef, isResumed: boolean) {
  let how: Exclude<Acknowledgement, 'form'> = 'private';
  let stage: 'new' | 'open' | 'closed' = isResumed ? 'open' : 'new';
  const ephemeral = (): number => (how === 'private' ? MessageFlags.Ephemeral : 0);

  /** @throws NotAcknowledgedError */
  async function respond(type: Response, data: object = {}, files: Files = {}): Promise<{ id: string | null }> {
    try {
      const id = await wire.callback(ref, { body: { type, data }, ...files });
      stage = 'open';
      return { id };
    } catch (error) {
      const verdict = verdictOn(error);
      if (verdict !== 'late' && verdict !== 'repeated') throw error;
      stage = 'closed';
      throw new NotAcknowledgedError(verdict, { cause: error });
    }
  }

  return {
    get stage() {
      return stage;
    },
    get how() {
      return how;
    },
    choose(chosen: typeof how): void {
      how = chosen;
    },
    respond,
    async defer(): Promise<void> {
      if (stage !== 'new') return;
      if (how === 'update') await respond(Response.DeferredMessageUpdate);
      // A deferral may carry the ephemeral flag only; Components V2 are set by the edit.
      else await respond(Response.DeferredChannelMessageWithSource, how === 'private' ? { flags: ephemeral() } : {});
    },
    message(view: MessageView): Promise<{ id: string | null }> {
      const type = how === 'update' ? Response.UpdateMessage : Response.ChannelMessageWithSource;
      const { body, ...files } = wire.message(view, ephemeral());
      return respond(type, body, files);
    },
  };
}

interface PutUnderOptions {
  readonly responses: ReturnType<typeof createResponses>;
  /** Somebody deleted the message. */
  readonly onGone: () => void;
}

/** The response, then edits of it; when the token is spent, an ordinary message in its place. */
function putUnder(wire: Wire, ref: InteractionRef, { responses, onGone }: PutUnderOptions): Put<Refusal | 'late'> {
  const original = Routes.webhookMessage(ref.applicationId, ref.token, '@original');
  const putInstead = putAt(wire, { guild: ref.guild, channel: ref.channelId, nonceOf: ['late answer', ref.id] });
  let isSpent = false;
  return async (view) => {
    if (responses.stage === 'closed') return TOO_LATE;
    if (responses.stage === 'new') return responses.message(view);
    isSpent ||= wire.clock() - ref.receivedAt > TOKEN_LIFE_MS;
    try {
      if (!isSpent) return { id: await wire.patch(original, view) };
    } catch (error) {
      const verdict = verdictOn(error);
      if (verdict === 'gone') {
        onGone();
        return { refused: verdict };
      }
      if (verdict !== 'late') throw error;
      isSpent = true;
    }
    // An ordinary message answers what was asked in public; what was private is closed.
    return responses.how === 'public' && ref.mayPost ? putInstead(view) : TOO_LATE;
  };
}

interface Ordering {
  readonly wire: Wire;
  readonly guild: string;
  readonly onShown: OnPublic;
  /** What an earlier run sent may still be on its way. */
  readonly isInDoubt?: boolean;
  readonly confirmAfterMs?: number;
}

/** One view after the other; nothing more is sent once Discord has refused one for good. */
function inOrder<Why>(
  put: Put<Why>,
  { wire, guild, onShown, isInDoubt = false, confirmAfterMs = CONFIRM_AFTER_MS }: Ordering,
) {
  let queue: Promise<unknown> = Promise.resolve();
  let last: MessageView | null = null;
  let messageId: string | null = null;
  let refused: Why | null = null;
  let mayBeOvertaken = isInDoubt;

  async function showNow(view: MessageView): Promise<void> {
    if (refused !== null) return;
    last = view;
    await wire.keep(guild, view.controls);
    const sent = await put(view).catch((error: unknown) => {
      // Whether Discord took it, and when it will, nobody knows.
      mayBeOvertaken ||= !(error instanceof DiscordAPIError);
      throw error;
    });
    if ('refused' in sent) refused = sent.refused;
    else if (sent.id !== null) {
      messageId = sent.id;
      onShown(sent.id, view);
    }
  }

  function show(view: MessageView): Promise<void> {
    const shown = queue.then(() => showNow(view));
    queue = shown.catch(() => undefined);
    return shown;
  }

  return {
    get messageId() {
      return messageId;
    },
    get refused() {
      return refused;
    },
    show,
    async confirm(): Promise<void> {
      await queue;
      if (!mayBeOvertaken || last === null || refused !== null) return;
      mayBeOvertaken = false;
      await pause(confirmAfterMs);
      await show(last);
    },
  };
}
