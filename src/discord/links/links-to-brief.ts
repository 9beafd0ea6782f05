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

export interface LinkFacts {
  /** By canonical address: the message that shows it in this channel already. */
  readonly shownHere: ReadonlyMap<string, string>;
  /** The channel had an offer a moment ago. */
  readonly isResting: boolean;
  /** Nothing may be spent any more today, by anybody here. */
  readonly isSpent: boolean;
  /** The bot may do there what the mode needs. */
  readonly mayAct: boolean;
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

export type LinkVerdict =
  | { readonly url: string; readonly do: 'offer'; readonly mode: Offer }
  | { readonly url: string; readonly do: 'point'; readonly message: string }
  | { readonly url: string; readonly do: 'nothing'; readonly reason: NoOffer };

/** Links of one message that are briefed; a list of links is no news to discuss. */
const MOST_LINKS = 3;
/** An edit may add a link so long after the message was posted. */
export const EDIT_WINDOW_MS = 10 * 60_000;

/** One verdict for each link, in order; none for a message without links. */
export function linksToBrief(
  message: SeenMessage,
  settings: Pick<Settings, 'modes' | 'domains'>,
  facts: LinkFacts,
): readonly LinkVerdict[] {
  const mode = modeOf(settings, message.modeChannel);
  const whole = reasonAgainstAll(message, mode, facts);
  const seen = new Set<string>();
  let offers = 0;
  return findLinks(message.content).map((link): LinkVerdict => {
    const { url } = link;
    const no = (reason: NoOffer): LinkVerdict => ({ url, do: 'nothing', reason });
    if (whole !== null) return no(whole);
    if (mode === 'off') return no('off');
    if (link.isCode) return no('code');
    if (link.isSpoiler) return no('spoiler');
    if (link.isSuppressed) return no('suppressed');
    if (!isDomainWanted(settings.domains, new URL(url).hostname)) return no('domain');
    const address = canonicalAddress(url);
    if (seen.has(address)) return no('repeated');
    seen.add(address);
    if (offers >= MOST_LINKS) return no('too-many');
    offers += 1;
    const shown = facts.shownHere.get(address);
    if (shown !== undefined) return { url, do: 'point', message: shown };
    if (facts.isResting) return no('resting');
    // What nobody asked for is not written once the allowance is gone; an offer may still be taken up, by rules.
    if (facts.isSpent && (mode === 'reply' || mode === 'thread')) return no('spent');
    return { url, do: 'offer', mode };
  });
}

function reasonAgainstAll(
  { author, editedAfterMs }: SeenMessage,
  mode: ChannelMode,
  { mayAct }: LinkFacts,
): NoOffer | null {
  if (author !== 'member') return author;
  if (mode === 'off') return 'off';
  if (editedAfterMs !== null && editedAfterMs > EDIT_WINDOW_MS) return 'late-edit';
  return mayAct ? null : 'no-rights';
}
