/** The answer to a question about an article. Takes verified sentences only. */
import type { Answer, Article } from '#domain';

import { plain } from '../escape.ts';
import { LIMITS } from '../limits.ts';
import type { Texts } from '../texts/texts.ts';
import { headerFacts } from './answer.ts';
import { answerSentenceLine } from './lines.ts';
import { line, type MessageView } from './message.ts';
import { pagesOf } from './pages.ts';

/** Header and small print. */
const RESERVED_CHARS = 900;

export function questionView(article: Article, answer: Answer, texts: Texts, fallback: string | null): MessageView {
  const outcome = {
    answered: [],
    'not-said': [texts.notSaid],
    searched: [texts.searched],
  }[answer.outcome];
  const [body = []] = pagesOf(
    [{ title: null, lines: answer.sentences.map((sentence) => answerSentenceLine(article, sentence, texts)) }],
    LIMITS.displayedText - RESERVED_CHARS,
    (long) => long,
  );
  return {
    sections: [
      {
        title: plain(answer.question.slice(0, QUESTION_SHOWN)),
        lines: [line(headerFacts(article, texts)), ...outcome.map(line)],
      },
      ...body,
    ],
    footer: [
      ...(fallback === null ? [] : [texts.fellBack({ reason: plain(fallback) })]),
      answer.provenance.engine === 'extractive'
        ? texts.wroteRules
        : texts.wroteModel({ model: plain(answer.provenance.model ?? '') }),
    ],
    controls: [],
    file: null,
    about: { article: article.id, kind: 'answer', language: answer.language },
  };
}

const QUESTION_SHOWN = 200;
