import { askFormView, defineCommand, languageCode, writeAskedAnswer } from '#discord';

import { answerOptions } from './article-options.ts';

export default defineCommand({
  name: 'askName',
  description: 'askDescription',
  options: {
    question: { type: 'string', name: 'optionQuestionName', description: 'optionQuestion' },
    article: { type: 'string', name: 'optionAskArticleName', description: 'optionAskArticle' },
    ...answerOptions,
  },
  isWork: true,
  isTyped: true,
  acknowledge: (_asker, args) => (args.question === null ? 'form' : args.private ? 'private' : 'public'),
  form: (context, args) => askFormView(context, asked(context, args)),
  run: (context, args) => writeAskedAnswer(context, { ...asked(context, args), question: args.question ?? '' }),
});

function asked(
  { own, userId }: { readonly own: Parameters<typeof languageCode>[1]; readonly userId: string },
  args: { readonly article: string | null; readonly language: string | null; readonly private: boolean | null },
) {
  const language = languageCode(args.language, own);
  return { given: args.article, language, owner: userId, isPrivate: args.private ?? false };
}
