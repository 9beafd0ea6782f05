/** An answer as plain text for the terminal. Takes verified sentences only. */
import { type Answer, type AnswerSentence, type Article, isTranslated, type Verified } from '#domain';

const HEADS = {
  answered: '',
  'not-said': 'The article does not say.',
  searched: 'No model looked at this. These sentences of the article match best:',
} as const satisfies Record<Answer['outcome'], string>;

export function terminalAnswer(articles: readonly Article[], answer: Answer): string {
  const isSeveral = articles.length > 1;
  const head = isSeveral ? HEADS[answer.outcome].replace('The article does', 'The articles do') : HEADS[answer.outcome];
  const nearest = answer.outcome === 'not-said' && answer.sentences.length > 0 ? 'The nearest thing it says:' : '';
  const lines = answer.sentences.map((sentence) => answerLine(sentence, articles));
  return [[head, nearest].filter(Boolean).join(' '), lines.join('\n'), footer(articles, answer)]
    .filter(Boolean)
    .join('\n\n');
}

function answerLine(sentence: Verified<AnswerSentence>, articles: readonly Article[]): string {
  const place = ({ article, sentence: number }: AnswerSentence['evidence'][number]): string => {
    const index = articles.findIndex(({ id }) => id === article) + 1;
    return articles.length > 1 ? `${index}:${number}` : String(number);
  };
  const quotations = sentence.quotations
    .filter(({ words }) => !sentence.text.includes(words))
    .map(({ words, speaker }) => `  “${words}” ${speaker ? `(${speaker.name})` : '(speaker unclear)'}`);
  return [`- ${sentence.text} [${sentence.evidence.map(place).join(', ')}]`, ...quotations].join('\n');
}

function footer(articles: readonly Article[], answer: Answer): string {
  const { model, modelCalls, tokens } = answer.provenance;
  const calls = model
    ? ` ${model}, ${modelCalls} call${modelCalls === 1 ? '' : 's'}, ${tokens.input + tokens.output} tokens${tokens.estimated ? ' (estimated)' : ''}.`
    : '';
  const sources =
    articles.length > 1
      ? `\n${articles.map(({ metadata }, index) => `${index + 1} ${metadata.title ?? 'Untitled text'}`).join('\n')}`
      : '';
  const translated =
    answer.outcome === 'answered' && isTranslated(answer, articles)
      ? ' Translated by a machine; the wording of the translation was not checked.'
      : '';
  return `Checked: quotations cut from the article; numbers, dates and names compared with it.${translated}${calls}\nNumbers in brackets are sentences of the article.${sources}`;
}
