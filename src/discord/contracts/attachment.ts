/** Files that come with a request. */

/** Its bytes are still with Discord. */
export interface AttachedFile {
  readonly name: string;
  readonly url: string;
  readonly size: number;
  readonly contentType: string | null;
}

/** @throws BotError `file-too-large`, `file-unreadable` */
export type Download = (file: AttachedFile, signal: AbortSignal) => Promise<Uint8Array>;
