/** Which links of a message are worth an offer, and why the others are not. Pure: the listener acts on it. */
import { canonicalAddress, findLinks } from '#article';
import { type ChannelMode, isDomainWanted, modeOf, type Settings } from '#domain';

export interface SeenMessage {
  readonly content: string;
  /** The channel whose mode counts: of a thread, its parent. */
  readonly modeChannel: string;
  readonly author: 'member' | 'bot' | 'webhook' | 'system' | 'ourselves';
  /** ms since it was posted; `null` when it was posted just now and not edited. */
  readonly editedAfterMs: number | null;
}

/** What the store and the desk know about the links that are worth a look. */
export interface LinkFacts {
  /** By canonical address: the message that shows it in this channel already. */
  readonly shownHere: ReadonlyMap<string, string>;
  /** The channel had an offer a moment ago. */
  readonly isResting: boolean;
  /** Nothing may be spent any more today, by anybody here. */
  readonly isSpent: boolean;
}

export type Offer = Exclude<ChannelMode, 'off'>;
export type NoOffer =
  | 'off'
  | 'ourselves'
  | 'bot'
  | 'webhook'
  | 'system'
  | 'no-rights'
  | 'late-edit'
  | 'code'
  | 'spoiler'
  | 'suppressed'
  | 'domain'
  | 'repeated'
  | 'too-many'
  | 'resting'
  | 'spent';

interface NothingToDo {
  readonly url: string;
  readonly do: 'nothing';
  readonly reason: NoOffer;
}
/** A link that is worth a look, `address` being its canonical form; or why it is not. */
export type LinkFinding =
  | { readonly url: string; readonly do: 'look'; readonly address: string; readonly mode: Offer }
  | NothingToDo;

export type LinkVerdict =
  | { readonly url: string; readonly do: 'offer'; readonly mode: Offer }
  | { readonly url: string; readonly do: 'point'; readonly message: string }
  | NothingToDo;

/** Of one message. */
const MOST_LINKS = 3;
/** An edit may add a link so long after the message was posted. */
export const EDIT_WINDOW_MS = 10 * 60_000;

/**
 * Which links of a message are worth a look, in order; none for a message without links.
 * @param mayAct the bot may do there what the mode needs
 */
export function linksOf(
  message: SeenMessage,
  settings: Pick<Settings, 'modes' | 'domains'>,
  mayAct: boolean,
): readonly LinkFinding[] {
  const mode = modeOf(settings, message.modeChannel);
  const whole = reasonAgainstAll(message, mode, mayAct);
  const seen = new Set<string>();
  let found = 0;
  return findLinks(message.content).map((link): LinkFinding => {
    const { url } = link;
    const no = (reason: NoOffer): LinkFinding => ({ url, do: 'nothing', reason });
    if (whole !== null) return no(whole);
    if (mode === 'off') return no('off');
    if (link.isCode) return no('code');
    if (link.isSpoiler) return no('spoiler');
    if (link.isSuppressed) return no('suppressed');
    if (!isDomainWanted(settings.domains, new URL(url).hostname)) return no('domain');
    const address = canonicalAddress(url);
    if (seen.has(address)) return no('repeated');
    seen.add(address);
    if (found >= MOST_LINKS) return no('too-many');
    found += 1;
    return { url, do: 'look', address, mode };
  });
}

/** What is to be done about each link that is worth a look. */
export function linksToBrief(
  findings: readonly LinkFinding[],
  { shownHere, isResting, isSpent }: LinkFacts,
): readonly LinkVerdict[] {
  return findings.map((found): LinkVerdict => {
    if (found.do === 'nothing') return found;
    const { url, mode } = found;
    const shown = shownHere.get(found.address);
    if (shown !== undefined) return { url, do: 'point', message: shown };
    if (isResting) return { url, do: 'nothing', reason: 'resting' };
    // What nobody asked for is not written once the allowance is gone; an offer may still be taken up, by rules.
    if (isSpent && (mode === 'reply' || mode === 'thread')) return { url, do: 'nothing', reason: 'spent' };
    return { url, do: 'offer', mode };
  });
}

function reasonAgainstAll({ author, editedAfterMs }: SeenMessage, mode: ChannelMode, mayAct: boolean): NoOffer | null {
  if (author !== 'member') return author;
  if (mode === 'off') return 'off';
  if (editedAfterMs !== null && editedAfterMs > EDIT_WINDOW_MS) return 'late-edit';
  return mayAct ? null : 'no-rights';
}
