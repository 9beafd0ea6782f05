/** `NAME: words` in transcripts, interviews and headlines. */
import type { Span } from '#domain';

import type { Frame, Resolved } from './attribution.ts';
import { patternOfAll } from './lexicon/index.ts';
import { normaliseName, type Person, type Register } from './names.ts';

const LABEL = /^["“]?((?:\p{Lu}[\p{L}.’'-]{0,30}\s?){1,4})(?:\([^)]{0,30}\)\s?)?:\s+/u;
const NO_SPEAKER = new RegExp(String.raw`^(?:${patternOfAll(({ topics }) => topics?.noSpeakers)})\b`, 'iu');
const CAPTION = /(?:image|photo|picture|credit|source|foto|bild)s?$/iu;
/** So many labelled paragraphs make a transcript, in which an unlabelled paragraph goes on with the same voice. */
const TRANSCRIPT_LABELS = 3;
/** A label whose turns end with a question mark so often asks: an interviewer, whose questions are no statements. */
const ASKING_SHARE = 0.6;
const MIN_WORDS_CHARACTERS = 8;
const MAX_LABEL_CHARACTERS = 60;

export interface Transcript {
  readonly isTranscript: boolean;
  /** Attributes the paragraph to the speaker whose turn it is; false when it is no turn. */
  turn(index: number, paragraph: Span): boolean;
}

/** What the engine of the language lends: its text, its names, and where frames go. */
export interface Stage {
  readonly text: string;
  readonly register: Register;
  of(person: Person, mention: Span | null): Resolved;
  add(frame: { resolved: Resolved; cue: Span | null; pieces: readonly Span[]; certain: boolean }): Frame | null;
}

export function createTranscript(stage: Stage, lines: readonly string[]): Transcript {
  const labels = new Map<string, { turns: number; questions: number }>();
  for (const line of lines) {
    const label = labelOf(line.slice(0, MAX_LABEL_CHARACTERS + 20));
    if (!label) continue;
    const count = labels.get(label.name) ?? { turns: 0, questions: 0 };
    count.turns += 1;
    if (/[?？]["”’)]*\s*$/u.test(line)) count.questions += 1;
    labels.set(label.name, count);
  }
  const counts = [...labels.values()];
  const isTranscript =
    counts.reduce((sum, { turns }) => sum + turns, 0) >= TRANSCRIPT_LABELS && counts.some(({ turns }) => turns >= 2);
  const isAsking = (name: string): boolean => {
    const { turns, questions } = labels.get(name) ?? { turns: 0, questions: 0 };
    return isTranscript && turns >= 2 && questions >= ASKING_SHARE * turns;
  };
  let current: { resolved: Resolved; paragraph: number } | null = null;

  function turn(index: number, paragraph: Span): boolean {
    const { text } = stage;
    const label = labelOf(
      text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + MAX_LABEL_CHARACTERS + 20)),
    );
    const start = paragraph.start + (label?.length ?? 0);
    if (label && isAsking(label.name)) {
      current = null;
      return true;
    }
    if (label && paragraph.end - start >= MIN_WORDS_CHARACTERS) {
      const resolved = speakerFor(stage, label.name, paragraph.start, isTranscript);
      if (resolved) {
        const cue = { start: start - 1, end: start };
        const frame = stage.add({ resolved, cue, pieces: [{ start, end: paragraph.end }], certain: isTranscript });
        current = frame && { resolved, paragraph: index };
        return frame !== null;
      }
    }
    if (!isTranscript || !current || label || /^[([]/u.test(text[paragraph.start] ?? '')) return false;
    if (current.paragraph !== index - 1) return false;
    stage.add({ resolved: current.resolved, cue: null, pieces: [paragraph], certain: false });
    current = { resolved: current.resolved, paragraph: index };
    return true;
  }
  return { isTranscript, turn };
}

function labelOf(start: string): { name: string; length: number } | null {
  const match = LABEL.exec(start.slice(0, MAX_LABEL_CHARACTERS));
  const name = match?.[1]?.trim() ?? '';
  if (!match || !name || NO_SPEAKER.test(name) || CAPTION.test(name)) return null;
  return { name, length: match[0].length };
}

function speakerFor(stage: Stage, name: string, at: number, isTranscript: boolean): Resolved | null {
  const words = name.split(/\s+/u);
  const person =
    stage.register.lookup(normaliseName(words.at(-1) ?? ''), {
      first: words.length > 1 ? (words[0] ?? '') : '',
      at,
    }) ??
    stage.register.all.find((candidate) => candidate.full.toUpperCase() === name.toUpperCase()) ??
    null;
  const mention = { start: at, end: at + name.length };
  if (person) return stage.of(person, mention);
  if (!isTranscript) return null;
  return { speaker: { name, role: null, speaksFor: null }, mention, person: null, isPronoun: false, isGuess: false };
}
