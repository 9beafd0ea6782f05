import {
  articleFormView,
  languageCode,
  type Question,
  readyAnswer,
  sourceOfOptions,
  suggestLanguages,
  writeAnswer,
} from '#discord';
import type { Length } from '#domain';

/** How an article is given, in every command that takes one. */
export const articleOptions = {
  article: { type: 'string', name: 'optionArticleName', description: 'optionArticle' },
  file: { type: 'file', name: 'optionFileName', description: 'optionFile' },
} as const;

export const answerOptions = {
  language: {
    type: 'string',
    name: 'optionLanguageName',
    description: 'optionLanguage',
    suggest: suggestLanguages,
  },
  private: { type: 'boolean', name: 'optionPrivateName', description: 'optionPrivate' },
} as const;

type Context = Parameters<typeof articleFormView>[0];

interface Given {
  readonly article: string | null;
  readonly file: Parameters<typeof sourceOfOptions>[1];
  readonly language: string | null;
  readonly private: boolean | null;
  readonly length?: Length | null;
  readonly speaker?: string | null;
  readonly issue?: string | null;
}

/** What commands about one article do: without an article a form opens, a kept answer is shown at once, else it is written. */
export function aboutArticle(kind: Question['kind']) {
  const asked = ({ own }: Context, { language, length = null, speaker = null, issue = null }: Given) =>
    ({ kind, length, language: languageCode(language, own), speaker, issue }) as const;
  const question = (context: Context, given: Given): Question => ({
    ...asked(context, given),
    source: sourceOfOptions(given.article, given.file),
  });
  return {
    isWork: true,
    acknowledge: (_asker: unknown, { article, file, private: isPrivate }: Given) =>
      article === null && file === null ? 'form' : isPrivate ? 'private' : 'public',
    form: (context: Context, given: Given) =>
      articleFormView(context, { ...asked(context, given), isPrivate: given.private ?? false }),
    ready: (context: Context, given: Given) => readyAnswer(context, question(context, given)),
    run: (context: Context, given: Given) => writeAnswer(context, question(context, given)),
  } as const;
}
