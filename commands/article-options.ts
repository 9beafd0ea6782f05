import {
  articleFormView,
  languageCode,
  lastShown,
  type Question,
  readyBriefing,
  showBriefing,
  sourceOfOptions,
  suggestLanguages,
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

const isUnnamed = ({ article, file }: Given): boolean => article === null && file === null;
/** Whoever asks for one speaker or issue has an article before their eyes. */
const isFilterOnly = (given: Given): boolean => isUnnamed(given) && Boolean(given.speaker ?? given.issue);

/** What commands about one article do: without an article a form opens, a kept answer is shown at once, else it is written. */
export function aboutArticle(kind: Question['kind']) {
  const asked = ({ own }: Context, { language, length = null, speaker = null, issue = null }: Given) =>
    ({ kind, length, language: languageCode(language, own), speaker, issue }) as const;
  const question = async (context: Context, given: Given): Promise<Question> => ({
    ...asked(context, given),
    source: isFilterOnly(given) ? await lastShown(context) : sourceOfOptions(given.article, given.file),
  });
  return {
    isWork: true,
    acknowledge: (_asker: unknown, given: Given) =>
      isUnnamed(given) && !isFilterOnly(given) ? 'form' : given.private ? 'private' : 'public',
    form: (context: Context, given: Given) =>
      articleFormView(context, { ...asked(context, given), isPrivate: given.private ?? false }),
    ready: async (context: Context, given: Given) => readyBriefing(context, await question(context, given)),
    run: async (context: Context, given: Given) => showBriefing(context, await question(context, given)),
  } as const;
}
