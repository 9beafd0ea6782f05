/** Rights that the bot may need in a channel, by Discord's names, and what each is needed for. */
import type { ChannelMode } from '#domain';

/** All of them: what the invite in README asks for. */
export const RIGHTS = [
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'CreatePublicThreads',
  'AddReactions',
  'ReadMessageHistory',
  'AttachFiles',
] as const;
export type Right = (typeof RIGHTS)[number];

/** Seeing a channel and writing in it. */
export const WRITING = {
  channel: ['ViewChannel', 'SendMessages'],
  thread: ['ViewChannel', 'SendMessagesInThreads'],
} as const satisfies Readonly<Record<string, readonly Right[]>>;

type ActiveMode = Exclude<ChannelMode, 'off'>;

/** What the first thing done about a posted link takes. */
export const RIGHTS_TO_BEGIN: Readonly<Record<ActiveMode, readonly Right[]>> = {
  reaction: ['ViewChannel', 'ReadMessageHistory', 'AddReactions'],
  button: [...WRITING.channel, 'ReadMessageHistory'],
  reply: [...WRITING.channel, 'ReadMessageHistory'],
  thread: [...WRITING.thread, 'ReadMessageHistory', 'CreatePublicThreads'],
};

/** What all that may follow takes: the answer, its file of sources. */
export const rightsOfMode = (mode: ActiveMode): readonly Right[] => [
  ...new Set<Right>([...RIGHTS_TO_BEGIN[mode], 'SendMessages', 'AttachFiles']),
];

/** Rights that `/help` tells of where they are lacking, by what they are for. */
export const RIGHTS_FOR = {
  view: ['ViewChannel'],
  send: ['SendMessages'],
  thread: ['CreatePublicThreads', 'SendMessagesInThreads'],
  react: ['AddReactions'],
  history: ['ReadMessageHistory'],
} as const satisfies Readonly<Record<string, readonly Right[]>>;
export type MissingRight = keyof typeof RIGHTS_FOR;
