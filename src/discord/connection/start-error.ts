/** Why the bot cannot be there, in one sentence for the operator. */
import { DiscordAPIError, GatewayCloseCodes } from 'discord.js';

/** A reason to stop with one sentence for the operator. */
export class StartError extends Error {}

const UNAUTHORISED = 401;

export const TOKEN_REFUSED =
  'Discord does not know this DISCORD_TOKEN. Copy it again from the developer portal (Bot, Reset Token).';
const INTENT_REFUSED =
  'Discord refused an intent: enable it in the developer portal (Bot, Privileged Gateway Intents), or set MESSAGE_CONTENT_INTENT=off.';

/** Gateway close codes after which a new connection would be closed again. */
const ENDS: Readonly<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]: TOKEN_REFUSED,
  [GatewayCloseCodes.InvalidShard]:
    'Discord refused the shard numbers: set SHARDS=auto, or as many as Discord asks for.',
  [GatewayCloseCodes.ShardingRequired]: 'Discord asks for more shards than SHARDS names: set SHARDS=auto.',
  [GatewayCloseCodes.InvalidAPIVersion]:
    'Discord no longer speaks the version of its gateway that this release uses: install a newer release.',
  [GatewayCloseCodes.InvalidIntents]:
    'Discord does not know the intents that this release asks for: install a newer release, or set MESSAGE_CONTENT_INTENT=off.',
  [GatewayCloseCodes.DisallowedIntents]: INTENT_REFUSED,
};

/** `null`: a close after which discord.js connects again. */
export function endOf(closeCode: number): StartError | null {
  const sentence = ENDS[closeCode];
  return sentence === undefined ? null : new StartError(sentence);
}

/** What @discordjs/ws throws when the first connection is closed for good, in its words. */
const CLOSED: readonly (readonly [RegExp, number])[] = [
  [/authentication failed/iu, GatewayCloseCodes.AuthenticationFailed],
  [/invalid shard/iu, GatewayCloseCodes.InvalidShard],
  [/sharding is required/iu, GatewayCloseCodes.ShardingRequired],
  [/invalid api version/iu, GatewayCloseCodes.InvalidAPIVersion],
  [/invalid intents/iu, GatewayCloseCodes.InvalidIntents],
  [/disallowed intents/iu, GatewayCloseCodes.DisallowedIntents],
];

/** `null`: nothing that the operator could mend; Discord or the way to it is out of order. */
export function startErrorOf(error: unknown): StartError | null {
  if (error instanceof StartError) return error;
  const text = error instanceof Error ? error.message : '';
  if ((error instanceof DiscordAPIError && error.status === UNAUTHORISED) || /token/iu.test(text))
    return new StartError(TOKEN_REFUSED);
  const starts = /not enough sessions.*resets at (?<resetsAt>\S+)/iu.exec(text)?.groups?.['resetsAt'];
  if (starts !== undefined)
    return new StartError(
      `Discord lets this bot begin no more sessions until ${starts} (1000 a day for most bots). Look for a process that starts over and over, and start this one again then.`,
    );
  const closed = CLOSED.find(([words]) => words.test(text));
  return closed ? endOf(closed[1]) : null;
}

export function unreachable(cause: unknown): StartError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new StartError(
    `Discord cannot be reached (${reason}): try again later; https://discordstatus.com says more.`,
    {
      cause,
    },
  );
}
