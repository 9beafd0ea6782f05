/** Discord's error answers: codes, sentences, and the tree of wrong fields. */
import type { Json } from '../common/json.ts';

/** An error as Discord's REST API answers it. */
export class DiscordError extends Error {
  readonly status: number;
  readonly code: number;
  readonly errors: Json | undefined;

  constructor(status: number, code: number, message: string, errors?: Json) {
    super(message);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }

  body(): Json {
    return { message: this.message, code: this.code, ...(this.errors ? { errors: this.errors } : {}) };
  }
}

/** Discord's codes with their sentences, as far as a bot can meet them here. */
const KNOWN = {
  10003: [404, 'Unknown Channel'],
  10004: [404, 'Unknown Guild'],
  10007: [404, 'Unknown Member'],
  10008: [404, 'Unknown Message'],
  10013: [404, 'Unknown User'],
  10014: [404, 'Unknown Emoji'],
  10015: [404, 'Unknown Webhook'],
  10062: [404, 'Unknown interaction'],
  10063: [404, 'Unknown application command'],
  30032: [400, 'Maximum number of application commands reached'],
  30034: [400, 'Maximum number of daily application command creates has been reached'],
  40060: [400, 'Interaction has already been acknowledged.'],
  40094: [400, 'This interaction has reached the maximum number of follow-up messages that can be sent'],
  50001: [403, 'Missing Access'],
  50005: [403, 'Cannot edit a message authored by another user'],
  50006: [400, 'Cannot send an empty message'],
  50007: [403, 'Cannot send messages to this user'],
  50013: [403, 'Missing Permissions'],
  50016: [
    400,
    'Provided too few or too many messages to delete. Must provide at least 2 and fewer than 100 messages to delete',
  ],
  50021: [403, 'Cannot execute action on a system message'],
  50024: [400, 'Cannot execute action on this channel type'],
  50027: [401, 'Invalid Webhook Token'],
  50034: [400, 'A message provided was too old to bulk delete'],
  50083: [400, 'Thread is archived'],
  50109: [400, 'The request body contains invalid JSON.'],
  40005: [413, 'Request entity too large'],
  160004: [400, 'A thread has already been created for this message'],
  160005: [400, 'Thread is locked'],
} as const satisfies Record<number, readonly [number, string]>;

export function failure(code: keyof typeof KNOWN): DiscordError {
  const [status, message] = KNOWN[code];
  return new DiscordError(status, code, message);
}

/** One wrong field: where it is, Discord's word for what is wrong, and a sentence. */
export interface Problem {
  path: (string | number)[];
  code: string;
  message: string;
}

/** 50035 with its tree of fields. */
export function invalidForm(problems: Problem[]): DiscordError {
  const tree: Json = {};
  for (const problem of problems) {
    let place = tree;
    for (const key of problem.path) {
      const next = (place[String(key)] ?? {}) as Json;
      place[String(key)] = next;
      place = next;
    }
    const list = (place['_errors'] ?? []) as unknown[];
    list.push({ code: problem.code, message: problem.message });
    place['_errors'] = list;
  }
  return new DiscordError(400, 50035, 'Invalid Form Body', tree);
}

export function tooLong(path: Problem['path'], limit: number): Problem {
  return { path, code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${limit} or fewer in length.` };
}

export function required(path: Problem['path']): Problem {
  return { path, code: 'BASE_TYPE_REQUIRED', message: 'This field is required' };
}

export function badLength(path: Problem['path'], least: number, most: number): Problem {
  return { path, code: 'BASE_TYPE_BAD_LENGTH', message: `Must be between ${least} and ${most} in length.` };
}
