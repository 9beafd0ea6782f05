/** The honest writer, who also answers questions: with the sentence that the test names, or that the article does not say. */
import { type ModelAnswer, type ModelRequest, plainText, type Responder, sentencesIn } from '#sandbox';

import { honest, schemaName } from './honest-model.ts';

/** `null`: the article does not say; a string: words of the sentence that answers. */
export type Knows = (question: string, request: ModelRequest) => string | null;

export const questionIn = (request: ModelRequest): string => {
  const content = request.messages.at(-1)?.content ?? '';
  return JSON.parse(/"question":(?<text>"(?:[^"\\]|\\.)*")/u.exec(content)?.groups?.['text'] ?? '""') as string;
};

/** @param holds what the judge says of every claim, or of each */
export function answering(knows: Knows, holds: boolean | ((claim: string) => boolean) = true): Responder {
  return (request) => {
    if (schemaName(request) === 'judge') return judged(request, holds);
    if (schemaName(request) !== 'answer') return honest(request);
    const words = knows(questionIn(request), request);
    const found = words === null ? undefined : sentencesIn(request).find((one) => plainText(one).includes(words));
    if (!found) return { json: { answerable: false, sentences: [] } };
    const article = articleOf(request, found.id, plainText(found));
    return {
      json: {
        answerable: true,
        sentences: [
          {
            evidence: [{ article, sentence: found.id }],
            text: plainText(found).replace(/[“”]/gu, ''),
            quotations: found.quotations.map(({ id }) => id),
          },
        ],
      },
    };
  };
}

/** Rows carry the number of their article: `{"id":3,"text":"…","article":2}`. */
function articleOf(request: ModelRequest, id: number, text: string): number {
  const rows = (request.messages.at(-1)?.content ?? '').split('\n').filter((row) => row.startsWith(`{"id":${id},`));
  const row = rows.find((one) => one.includes(JSON.stringify(text.slice(0, 20)).slice(1, -1))) ?? rows[0] ?? '';
  return Number(/"article":(?<number>\d+)\}/u.exec(row)?.groups?.['number'] ?? 1);
}

function judged(request: ModelRequest, holds: boolean | ((claim: string) => boolean)): ModelAnswer {
  const claims = [
    ...(request.messages.at(-1)?.content ?? '').matchAll(
      /"number":(?<number>\d+),"claim":(?<claim>"(?:[^"\\]|\\.)*")/gu,
    ),
  ];
  return {
    json: {
      verdicts: claims.map(({ groups }) => {
        const claim = JSON.parse(groups?.['claim'] ?? '""') as string;
        const isTrue = typeof holds === 'boolean' ? holds : holds(claim);
        return { number: Number(groups?.['number']), lacking: isTrue ? '' : 'all of it', holds: isTrue };
      }),
    },
  };
}
