/** Joins the parts of this room: paragraphs in, everything that follows from the words alone out. */
import type { Attribution, Quotation, Sentence, Span } from '#domain';

import type { Analyser, Analysis, AnalysisInput } from './analysis.ts';
import { speakerRules } from './coverage.ts';
import { attributeEnglish } from './english/attribute.ts';
import { type Frame, frameEnd, frameStart } from './frames.ts';
import { outerSpans } from './marks.ts';
import { attributeOther } from './other/attribute.ts';
import { findParties } from './parties.ts';
import { scanQuotations } from './quotations.ts';
import { joinParagraphs, segment } from './segment.ts';
import type { Tagger } from './tagged.ts';
import { isTitle } from './titles.ts';
import { loadEnglishTagger } from './wink.ts';

/** Makes the analyser; the English model is loaded here, on first use, and not when the room is imported. */
export async function createAnalyser(): Promise<Analyser> {
  const english = await loadEnglishTagger();
  return { analyse: (input) => analyse(input, english) };
}

function analyse(input: AnalysisInput, english: Tagger): Analysis {
  const joined = joinParagraphs(input.paragraphs);
  const sentences = segment(joined, input.language);
  const quotations = scanQuotations(joined.text, joined.paragraphs, sentences);
  const source = {
    ...joined,
    sentences,
    quotations,
    outer: outerSpans(joined.text, quotations),
    isTitle: quotations.map(({ start, end }) => isTitle(joined.text.slice(start, end))),
    title: input.title,
  };
  const isEnglish = speakerRules(input.language) === 'grammar';
  const { frames, register } = isEnglish ? attributeEnglish(source, english) : attributeOther(source, input.language);
  const attributions = attributionsOf(frames, quotations, sentences);
  const parties = findParties(joined.text, register, attributions, sentences);
  return { ...joined, sentences, quotations, attributions, parties };
}

/** Frames in text order, with the ids of what they hold. */
function attributionsOf(
  frames: readonly Frame[],
  quotations: readonly Quotation[],
  sentences: readonly Sentence[],
): Attribution[] {
  return frames
    .toSorted((a, b) => frameStart(a) - frameStart(b))
    .map((frame) => attributionOf(frame, quotations, sentences));
}

function attributionOf(frame: Frame, quotations: readonly Quotation[], sentences: readonly Sentence[]): Attribution {
  const content = frame.pieces.toSorted((a, b) => a.start - b.start);
  const start = Math.min(frameStart(frame), frame.cue?.start ?? Number.POSITIVE_INFINITY);
  const end = Math.max(frameEnd(frame), frame.cue?.end ?? 0);
  const held = within(quotations, { start, end }).filter((quotation) =>
    content.some((piece) => piece.start < quotation.end && quotation.start < piece.end),
  );
  return {
    speaker: frame.resolved.speaker,
    mention: frame.resolved.mention,
    cue: frame.cue && { start: frame.cue.start, end: frame.cue.end },
    content,
    quotations: held.map((quotation) => quotation.id),
    manner: frame.manner ?? (held.length > 0 ? 'quoted' : 'reported'),
    sentences: within(sentences, { start, end }).map((sentence) => sentence.number),
    relayedBy: frame.relayedBy,
    certain: frame.certain,
  };
}

/** Those of a sorted list of spans that touch this one. */
function within<Item extends Span>(items: readonly Item[], span: Span): Item[] {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.end ?? 0) <= span.start) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < items.length && (items[end]?.start ?? 0) < span.end) end++;
  return items.slice(low, end);
}
