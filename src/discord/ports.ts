/** What the edge needs from below, as it uses it. */
import type { Brief, KeptBriefings } from '#briefing';
import type { Length } from '#domain';

import type { Download } from './attachments.ts';

/** What a control's id leads to. Kept by guild, as long as the results. */
export interface ControlStates {
  get(guild: string, key: string): Promise<unknown>;
  put(guild: string, key: string, state: unknown): Promise<void>;
}

/** Of a server's settings, those that shape an answer. */
export interface AnswerSettings {
  /** Output language, ISO 639-1; `null`: the article's own. */
  readonly language: string | null;
  readonly length: Length;
}

export interface Services {
  readonly brief: Brief;
  readonly kept: KeptBriefings;
  readonly controls: ControlStates;
  readonly download: Download;
  settings(guild: string): Promise<AnswerSettings>;
}
