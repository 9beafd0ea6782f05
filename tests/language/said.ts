/** Reads a short text and prints who says what in it, one line per statement: what the table tests compare. */
import { createAnalyser } from '#language';

import { plainPosition } from '../../bench/plain-position.ts';

/** Groups of texts, each with what `said` prints for it. */
export type Table = Readonly<Record<string, readonly (readonly [text: string, ...expected: string[]])[]>>;

const analyser = await createAnalyser();

export function analyse(text: string, language = 'en'): ReturnType<typeof analyser.analyse> {
  const paragraphs = text.split('\n').map((line) => ({ text: line, kind: 'prose' as const }));
  return analyser.analyse({ paragraphs, title: null, language });
}

/**
 * `speaker: words`, in text order. Paragraphs are split at line ends. "(declined)" stands behind a speaker who will not
 * talk, "via X" where X passes the words on, `?` where the article does not tell the speaker.
 */
export function said(text: string, language = 'en'): string[] {
  const analysis = analyse(text, language);
  return analysis.attributions.map((attribution) => {
    const { statement } = plainPosition(analysis, attribution);
    const speaker = attribution.speaker?.name;
    const manner = attribution.manner === 'declined' ? ' (declined)' : '';
    const relay = attribution.relayedBy ? ` via ${attribution.relayedBy}` : '';
    return `${speaker ?? '?'}${manner}${relay}: ${statement}`;
  });
}
