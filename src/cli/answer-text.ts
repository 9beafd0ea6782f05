/** An answer as plain text for the terminal. Takes verified sentences only. */
import { type Answer, type AnswerSentence, type Article, isTranslated, type Verified } from '#domain';
import type { Texts } from '#texts';

export function terminalAnswer(articles: readonly Article[], answer: Answer, texts: Texts): string {
  const nearest = answer.outcome === 'not-said' && answer.sentences.length > 0 ? texts.terminalNearest : '';
  const lines = answer.sentences.map((sentence) => answerLine(sentence, articles, texts));
  return [
    [head(articles, answer, texts), nearest].filter(Boolean).join(' '),
    lines.join('\n'),
    footer(articles, answer, texts),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function head(articles: readonly Article[], { outcome }: Answer, texts: Texts): string {
  const notSaid = articles.length > 1 ? texts.terminalNotSaidByAny : texts.askNotSaid;
  return { answered: '', 'not-said': notSaid, searched: texts.terminalSearched }[outcome];
}

function answerLine(sentence: Verified<AnswerSentence>, articles: readonly Article[], texts: Texts): string {
  const place = ({ article, sentence: number }: AnswerSentence['evidence'][number]): string => {
    const index = articles.findIndex(({ id }) => id === article) + 1;
    return articles.length > 1 ? `${index}:${number}` : String(number);
  };
  const quotations = sentence.quotations
    .filter(({ words }) => !sentence.text.includes(words))
    .map(({ words, speaker }) => `  “${words}” (${speaker?.name ?? texts.terminalWhoIsUnclear})`);
  return [`- ${sentence.text} [${sentence.evidence.map(place).join(', ')}]`, ...quotations].join('\n');
}

function footer(articles: readonly Article[], answer: Answer, texts: Texts): string {
  const isShownTranslated = answer.outcome === 'answered' && isTranslated(answer, articles);
  const checked = [
    texts.terminalAnswerChecked,
    isShownTranslated ? texts.terminalAnswerTranslated : '',
    texts.terminalModel(answer.provenance),
  ];
  const titles = articles.map(({ metadata }, index) => `${index + 1} ${metadata.title ?? texts.untitled}`);
  const sources = articles.length > 1 ? titles : [];
  return [checked.filter(Boolean).join(' '), texts.terminalBrackets, ...sources].join('\n');
}
