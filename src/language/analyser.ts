import type { Paragraph, Sentence } from '#domain';

import type { Analyser, Analysis, AnalysisInput } from './analysis.ts';

const PARAGRAPH_BREAK = '\n\n';

/** Makes the analyser; language models are loaded here, on first use, and not when the room is imported. */
export async function createAnalyser(): Promise<Analyser> {
  return { analyse };
}

function analyse(input: AnalysisInput): Analysis {
  const paragraphs: Paragraph[] = [];
  const sentences: Sentence[] = [];
  let text = '';
  const segmenter = new Intl.Segmenter(input.language === 'und' ? 'en' : input.language, { granularity: 'sentence' });
  for (const [index, paragraph] of input.paragraphs.entries()) {
    if (text) text += PARAGRAPH_BREAK;
    const start = text.length;
    text += paragraph.text;
    paragraphs.push({ start, end: text.length, kind: paragraph.kind });
    for (const { segment, index: at } of segmenter.segment(paragraph.text)) {
      const trimmed = segment.trimEnd();
      if (!trimmed) continue;
      const from = start + at;
      sentences.push({ number: sentences.length + 1, start: from, end: from + trimmed.length, paragraph: index });
    }
  }
  return { text, paragraphs, sentences, quotations: [], attributions: [], parties: [] };
}
