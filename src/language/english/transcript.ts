/** `NAME: words` in transcripts, interviews and headlines. */
import type { Frame, Resolved } from '../frames.ts';
import { normaliseName } from '../names.ts';
import { addFrame, type Context, type ParagraphState } from './context.ts';

const LABEL = /^["“]?((?:\p{Lu}[\p{L}.’'-]{0,30}\s?){1,4})(?:\([^)]{0,30}\)\s?)?:\s+/u;
const NO_SPEAKER =
  /^(?:update|updated|note|photo|photos|related|watch|read|editor|here|partial|full|transcript|story|source|sources|video|image|correction|breaking|opinion|analysis|live|topics?|tags?|share|the|this|where|when|what|who|how|date|time|place|price|cost|contact|email|phone|media|press|website|but|and|by|in|on)\b/iu;
/** So many labelled paragraphs make a transcript, in which an unlabelled paragraph goes on with the same voice. */
const TRANSCRIPT_LABELS = 3;
const MIN_WORDS_CHARACTERS = 8;
const MAX_LABEL_CHARACTERS = 60;

export interface Transcript {
  readonly isTranscript: boolean;
  /** Claims the paragraph when it is somebody's turn. */
  turn(state: ParagraphState): boolean;
}

export function createTranscript(context: Context, starts: readonly string[]): Transcript {
  const labels = new Map<string, number>();
  for (const start of starts) {
    const label = labelOf(start);
    if (label) labels.set(label.name, (labels.get(label.name) ?? 0) + 1);
  }
  const total = [...labels.values()].reduce((sum, count) => sum + count, 0);
  const isTranscript = total >= TRANSCRIPT_LABELS && [...labels.values()].some((count) => count >= 2);
  let current: Frame | null = null;

  function turn(state: ParagraphState): boolean {
    const { text } = context.source;
    const label = labelOf(
      text.slice(state.span.start, Math.min(state.span.end, state.span.start + MAX_LABEL_CHARACTERS + 20)),
    );
    const start = state.span.start + (label?.length ?? 0);
    if (label && state.span.end - start >= MIN_WORDS_CHARACTERS) {
      const resolved = speakerFor(context, label.name, state.span.start, isTranscript);
      if (resolved) {
        const cue = { start: start - 1, end: start };
        current = addFrame(context, state, {
          resolved,
          cue,
          pieces: [{ start, end: state.span.end }],
          certain: isTranscript,
        });
        return current !== null;
      }
    }
    if (!isTranscript || !current || /^[([]/u.test(text.slice(state.span.start, state.span.start + 1))) return false;
    if (current.paragraph !== state.index - 1 && !label) return false;
    if (label) return false;
    current = continueTurn(context, state, current);
    return true;
  }
  return { isTranscript, turn };
}

function continueTurn(context: Context, state: ParagraphState, before: Frame): Frame {
  const next = addFrame(context, state, { resolved: before.resolved, cue: null, pieces: [state.span], certain: false });
  return next ?? before;
}

function labelOf(start: string): { name: string; length: number } | null {
  const match = LABEL.exec(start.slice(0, MAX_LABEL_CHARACTERS));
  const name = match?.[1]?.trim() ?? '';
  if (!match || !name || NO_SPEAKER.test(name)) return null;
  return { name, length: match[0].length };
}

function speakerFor(context: Context, name: string, at: number, isTranscript: boolean): Resolved | null {
  const words = name.split(/\s+/u);
  const person =
    context.register.lookup(normaliseName(words.at(-1) ?? ''), {
      first: words.length > 1 ? (words[0] ?? '') : '',
      at,
    }) ??
    context.register.all.find((candidate) => candidate.full.toUpperCase() === name.toUpperCase()) ??
    null;
  const mention = { start: at, end: at + name.length };
  if (person) return context.speakers.of(person, mention);
  if (!isTranscript) return null;
  return { speaker: { name, role: null, speaksFor: null }, mention, person: null, isPronoun: false, isGuess: false };
}
