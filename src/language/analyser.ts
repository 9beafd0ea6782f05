/** Joins the parts of this room: paragraphs in, everything that follows from the words alone out. */
import type { Attribution, Quotation, Sentence } from '#domain';

import type { Analyser, Analysis, AnalysisInput } from './analysis.ts';
import { type Frame, frameEnd, frameStart } from './attribution.ts';
import { attributeByGrammar } from './by-grammar/attribute.ts';
import type { Tagger } from './by-grammar/tagged.ts';
import { loadEnglishTagger } from './by-grammar/wink.ts';
import { attributeByLists } from './by-lists/attribute.ts';
import { outerSpans } from './marks.ts';
import { findParties } from './parties.ts';
import { scanQuotations } from './quotations.ts';
import { speakerRules } from './speaker-rules.ts';
import { joinParagraphs, segment } from './text/segment.ts';
import { touching } from './text/spans.ts';
import { isTitle } from './titles.ts';

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
  const { frames, register } = isEnglish
    ? attributeByGrammar(source, english)
    : attributeByLists(source, input.language);
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
  const held = touching(quotations, { start, end }).filter((quotation) =>
    content.some((piece) => piece.start < quotation.end && quotation.start < piece.end),
  );
  return {
    speaker: frame.resolved.speaker,
    mention: frame.resolved.mention,
    cue: frame.cue && { start: frame.cue.start, end: frame.cue.end },
    content,
    quotations: held.map((quotation) => quotation.id),
    manner: frame.manner ?? (held.length > 0 ? 'quoted' : 'reported'),
    sentences: touching(sentences, { start, end }).map((sentence) => sentence.number),
    relayedBy: frame.relayedBy,
    certain: frame.certain,
  };
}
