/** Paragraphs that are one voice's turn: transcripts and interviews. Asked before the rules of a language read a paragraph. */
import type { Paragraph, Span } from '#domain';

import { NOBODY } from './attribution.ts';
import { findInterview } from './interview.ts';
import { createTranscript, type Stage } from './transcript.ts';

export interface TurnsInput extends Stage {
  readonly paragraphs: readonly Paragraph[];
  readonly title: string | null;
}

export interface Turns {
  /** Attributes the paragraph when it is a turn as a whole; false when it is none. An interviewer's question counts as taken and gets no frame. */
  take(index: number, paragraph: Span): boolean;
}

export function createTurns(input: TurnsInput): Turns {
  const transcript = createTranscript(
    input,
    input.paragraphs.map(({ start, end }) => input.text.slice(start, end)),
  );
  const interview = findInterview(input, transcript.isTranscript);
  return {
    take(index, paragraph) {
      const turn = interview?.turns[index];
      if (!turn) return transcript.turn(index, paragraph);
      if (turn.kind === 'question') return true;
      const resolved = interview?.person ? input.of(interview.person, null) : NOBODY;
      const certain = turn.certain && resolved.speaker !== null;
      input.add({ resolved, cue: null, pieces: [{ start: turn.start, end: turn.end }], certain });
      return true;
    },
  };
}
