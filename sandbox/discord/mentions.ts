/** Whom a message mentions, and whom it would notify. */
import { isJson, stringsOf, textOf } from '../common/json.ts';
import { allComponents, ComponentType } from './components.ts';
import type { Guild, MessageFace, Pinged } from './types.ts';

export interface MentionContext {
  guild: Guild | undefined;
  /** A message of an interaction parses only users by default; a channel message everything. */
  isInteraction: boolean;
  mayMentionEveryone: boolean;
  repliedUserId: string | undefined;
}

export interface Mentions {
  pinged: Pinged;
  userIds: string[];
  roleIds: string[];
}

/** Text of a message in which a mention counts: content and text displays, never embeds, never code. */
function pingingText(face: MessageFace): string {
  const displays = allComponents(face.components).filter((one) => one['type'] === ComponentType.textDisplay);
  const text = [face.content, ...displays.map((one) => textOf(one['content']))].join('\n');
  return text
    .replace(/```[\s\S]*?```/gu, ' ')
    .replace(/`[^`\n]*`/gu, ' ')
    .replace(/\\[<@]/gu, ' ');
}

/** Whom a message mentions, and whom it would ping under `allowed_mentions`, by Discord's rules. */
export function mentionsOf(face: MessageFace, allowedMentions: unknown, context: MentionContext): Mentions {
  const text = pingingText(face);
  const userIds = [...new Set([...text.matchAll(/<@!?(\d{17,20})>/gu)].map((match) => match[1] ?? ''))];
  const roleIds = [...new Set([...text.matchAll(/<@&(\d{17,20})>/gu)].map((match) => match[1] ?? ''))];
  const hasEveryone = /@(everyone|here)\b/u.test(text);
  const allowed = isJson(allowedMentions) ? allowedMentions : undefined;
  const parse = allowed
    ? stringsOf(allowed['parse'])
    : context.isInteraction
      ? ['users']
      : ['users', 'roles', 'everyone'];
  const users = userIds.filter((id) => parse.includes('users') || stringsOf(allowed?.['users']).includes(id));
  const roles = roleIds.filter((id) => {
    const role = context.guild?.roles.get(id);
    if (!role || !(role.isMentionable || context.mayMentionEveryone)) return false;
    return parse.includes('roles') || stringsOf(allowed?.['roles']).includes(id);
  });
  const repliedUser = context.repliedUserId;
  const pingsReplied = allowed ? allowed['replied_user'] === true : true;
  if (repliedUser && pingsReplied && !users.includes(repliedUser)) users.push(repliedUser);
  const everyone = hasEveryone && parse.includes('everyone') && context.mayMentionEveryone;
  return { pinged: { everyone, users, roles }, userIds, roleIds };
}

/** The sum of two: an edit does not take back a ping. */
export function addPinged(a: Pinged, b: Pinged): Pinged {
  return {
    everyone: a.everyone || b.everyone,
    users: [...new Set([...a.users, ...b.users])],
    roles: [...new Set([...a.roles, ...b.roles])],
  };
}
