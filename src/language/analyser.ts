import type { Paragraph, Sentence } from '#domain';

import type { Analyser, Analysis, AnalysisInput } from './analysis.ts';
import { attribute } from './attribution.ts';
import { createRegister } from './register.ts';
import { scanQuotations } from './scanner.ts';
import { splitSentences } from './segment.ts';

const PARAGRAPH_BREAK = '\n\n';

/** Makes the analyser. Asynchronous, because a language model may be loaded here on first use, never on import. */
export async function createAnalyser(): Promise<Analyser> {
  return { analyse };
}

function analyse(input: AnalysisInput): Analysis {
  const paragraphs: Paragraph[] = [];
  const sentences: Sentence[] = [];
  let text = '';
  for (const [index, paragraph] of input.paragraphs.entries()) {
    if (text) text += PARAGRAPH_BREAK;
    const start = text.length;
    text += paragraph.text;
    paragraphs.push({ start, end: text.length, kind: paragraph.kind });
    for (const span of splitSentences(paragraph.text, input.language)) {
      sentences.push({
        number: sentences.length + 1,
        start: start + span.start,
        end: start + span.end,
        paragraph: index,
      });
    }
  }
  const quotations = scanQuotations(text, paragraphs, sentences, input.language);
  const register = createRegister(text, sentences, input.language);
  const attributions = attribute({ text, sentences, quotations, register, language: input.language });
  return { text, paragraphs, sentences, quotations, attributions, parties: register.parties() };
}
