/** An ordinary message of the bot that is shown and shown again, like the answer to an interaction. */
import { Routes } from 'discord.js';

import type { AboutView, MessageView } from '../contracts/view.ts';
import type { Answer } from './place.ts';
import { statesOf } from './render.ts';
import type { Wire } from './wire.ts';

export interface PostPlace {
  readonly guild: string;
  readonly channelId: string;
  readonly replyTo?: string;
  /** What it is about: the same thing is not posted twice. */
  readonly nonceOf: readonly string[];
  /** It was posted by an earlier run. */
  readonly shown?: string | null;
}

export function createPost(
  wire: Wire,
  place: PostPlace,
  onPublic: (message: string, about: AboutView) => void,
): Pick<Answer, 'show'> {
  let id = place.shown ?? null;
  let queue: Promise<unknown> = Promise.resolve();

  async function show(view: MessageView): Promise<boolean> {
    await wire.keep(place.guild, statesOf(view.controls));
    if (id === null) id = await wire.post(place.channelId, view, place);
    else await wire.patch(Routes.channelMessage(place.channelId, id), view);
    if (view.about) onPublic(id, view.about);
    return true;
  }

  return {
    show(view) {
      const shown = queue.then(() => show(view));
      queue = shown.catch(() => undefined);
      return shown;
    },
  };
}
