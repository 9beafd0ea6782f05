/** A writer that does as it is told, for flows: its answer is made from the request. Tests spoil it in one place each. */
import { type ModelAnswer, type ModelRequest, plainText, type Responder, sentencesIn } from '#sandbox';

type PromptSentence = ReturnType<typeof sentencesIn>[number];

/** The name of the schema that was asked for: `briefing`, `repair`. */
export function schemaName(request: Pick<ModelRequest, 'body'>): string {
  const format = request.body['response_format'] as { json_schema?: { name?: string } } | undefined;
  return format?.json_schema?.name ?? '';
}

const CUE =
  /(?<name>\p{Lu}[\p{L}-]+)(?:,[^,.]+,)? (?:said|told|called)|(?:said|told|called)\s+(?:Mayor\s+)?(?<after>\p{Lu}[\p{L}-]+ \p{Lu}[\p{L}-]+)/u;

function speakerOf(sentence: PromptSentence): string {
  const names = CUE.exec(plainText(sentence))?.groups;
  return names?.['after'] ?? names?.['name'] ?? 'somebody';
}

function briefing(sentences: readonly PromptSentence[]): Record<string, unknown> {
  const line = (sentence: PromptSentence | undefined) => ({
    evidence: [sentence?.id ?? 1],
    text: sentence ? plainText(sentence).replace(/[“”]/gu, '') : '',
  });
  const unquoted = sentences.filter((sentence) => sentence.quotations.length === 0);
  const positions = sentences.flatMap((sentence) =>
    sentence.quotations.map((quotation) => ({
      evidence: [sentence.id],
      quotations: [quotation.id],
      speaker: { name: speakerOf(sentence), role: null, speaksFor: null },
      issue: '',
      statement: quotation.words,
      stance: 'unclear',
      manner: 'quoted',
      relayedBy: null,
    })),
  );
  return {
    headline: line(unquoted[0]),
    gist: line(unquoted[0]),
    points: unquoted.slice(0, 4).map(line),
    positions,
    mentioned: [],
    openQuestions: [],
  };
}

/** What an honest writer returns, as text: the sentences themselves, and one position per quotation. */
export function honestText(request: ModelRequest): string {
  return JSON.stringify(schemaName(request) === 'briefing' ? briefing(sentencesIn(request)) : { repaired: [] });
}

export const honest: Responder = (request) => ({ text: honestText(request) });

/** The honest answer to the writing call, spoiled in one place; other calls are answered honestly. */
export function spoiled(spoil: (text: string) => string | ModelAnswer): Responder {
  return (request) => {
    if (schemaName(request) !== 'briefing') return honest(request);
    const answer = spoil(honestText(request));
    return typeof answer === 'string' ? { text: answer } : answer;
  };
}
