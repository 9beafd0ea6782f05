/** What a message shows, before Discord's form of it: sections of whole lines, controls, files. */
import type { PostedMessage } from '#domain';

export interface Line {
  /** Finished markdown; never cut. */
  readonly text: string;
  /** A heading that several lines share (a speaker): printed where the lines begin, and again on a new page. */
  readonly under?: string;
}

export interface MessageSection {
  readonly title: string | null;
  readonly lines: readonly Line[];
}

/** What pressing a control does: the definition's name, and what it needs to know. Kept in the store, never in Discord. */
export interface ControlUse {
  readonly name: string;
  readonly state: unknown;
}

export interface ButtonView {
  readonly kind: 'button';
  readonly label: string;
  readonly use: ControlUse;
  readonly isMain?: boolean;
  /** Cannot be taken back. */
  readonly isDangerous?: boolean;
}

export interface SelectView {
  readonly kind: 'select';
  readonly placeholder: string;
  readonly use: ControlUse;
  readonly options: readonly { readonly label: string; readonly value: string; readonly isChosen?: boolean }[];
}

/** Channels or roles of the server, offered by Discord itself. */
export interface PickView {
  readonly kind: 'channels' | 'roles';
  readonly placeholder: string;
  readonly use: ControlUse;
  /** Ids. */
  readonly chosen: readonly string[];
  readonly least: number;
  readonly most: number;
  /** Kinds of channel offered; Discord's numbers. */
  readonly channelTypes?: readonly number[];
}

export type ControlView = ButtonView | SelectView | PickView;

export interface FileView {
  readonly name: string;
  readonly text: string;
}

export interface MessageView {
  readonly sections: readonly MessageSection[];
  /** Small print. */
  readonly footer: readonly string[];
  readonly controls: readonly ControlView[];
  readonly file: FileView | null;
  /** What it shows, for whatever remembers posted messages; absent where one person alone sees it. */
  readonly about?: AboutView;
}

export interface AboutView {
  readonly article: string;
  readonly kind: PostedMessage['kind'];
  readonly language: string;
  /** What drawing it again takes; absent where it cannot be. */
  readonly state?: unknown;
}

export const line = (text: string): Line => ({ text });

/** A message of a few sentences. */
export function notice(...sentences: readonly string[]): MessageView {
  return { sections: [{ title: null, lines: sentences.map(line) }], footer: [], controls: [], file: null };
}
