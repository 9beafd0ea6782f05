/** Where a discussion takes place, and which messages in it are for the bot. Pure: the edge acts on it. */
import type { DiscussionPlace } from '#domain';

import type { Right } from '../contracts/rights.ts';

export interface PlaceFacts {
  /** A server that the bot is a member of. */
  readonly isServer: boolean;
  /** A thread or a post of a forum: threads have no threads. */
  readonly isThread: boolean;
  /** What it is about was shown to one person alone. */
  readonly isPrivate: boolean;
  /** What the bot lacks for a thread here; `null`: not known. */
  readonly lacking: readonly Right[] | null;
}

export interface PlaceVerdict {
  readonly place: DiscussionPlace;
  /** Why it is not where it was wanted. */
  readonly reason: 'private' | 'outside' | 'in-thread' | 'no-rights' | null;
}

export function placeOf(wanted: DiscussionPlace, { isServer, isThread, isPrivate, lacking }: PlaceFacts): PlaceVerdict {
  if (wanted === 'private') return { place: 'private', reason: null };
  if (isPrivate) return { place: 'private', reason: 'private' };
  if (wanted === 'here') return { place: 'here', reason: null };
  if (!isServer) return { place: 'here', reason: 'outside' };
  if (isThread) return { place: 'here', reason: 'in-thread' };
  if (lacking === null || lacking.length > 0) return { place: 'here', reason: 'no-rights' };
  return { place: 'thread', reason: null };
}

export interface HeardFacts {
  readonly isPerson: boolean;
  /** Without the Message Content intent only messages that mention the bot, and direct ones, come with their text. */
  readonly hasContent: boolean;
  readonly isDirect: boolean;
  readonly mentionsBot: boolean;
  readonly repliesToBot: boolean;
  /** The bot opened this thread for the discussion. */
  readonly isOwnThread: boolean;
  readonly answersEveryMessage: boolean;
  /** People who have written in it, counted to two. */
  readonly people: number;
  /** A question, a link or one of the requests that the bot knows. */
  readonly wantsSomething: boolean;
}

export type Heard =
  | { readonly isForBot: true }
  | {
      readonly isForBot: false;
      readonly reason: 'no-person' | 'no-content' | 'not-addressed' | 'several-people' | 'no-question';
    };

export function heardAs(facts: HeardFacts): Heard {
  const no = (reason: Extract<Heard, { isForBot: false }>['reason']): Heard => ({ isForBot: false, reason });
  if (!facts.isPerson) return no('no-person');
  if (!facts.hasContent) return no('no-content');
  if (facts.isDirect || facts.mentionsBot || facts.repliesToBot) return { isForBot: true };
  if (!facts.isOwnThread) return no('not-addressed');
  if (facts.answersEveryMessage) return { isForBot: true };
  if (facts.people > 1) return no('several-people');
  return facts.wantsSomething ? { isForBot: true } : no('no-question');
}
