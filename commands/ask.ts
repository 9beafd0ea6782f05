import { answerQuestion, defineCommand, languageCode, sourceOfText } from '#discord';

import { answerOptions } from './article-options.ts';

export default defineCommand({
  name: 'askName',
  description: 'askDescription',
  options: {
    question: { type: 'string', name: 'optionQuestionName', description: 'optionQuestion', isRequired: true },
    article: { type: 'string', name: 'optionArticleName', description: 'optionAskArticle' },
    ...answerOptions,
  },
  isWork: true,
  acknowledge: (_asker, args) => (args.private ? 'private' : 'public'),
  run: (context, args) =>
    answerQuestion(context, {
      question: args.question ?? '',
      source: args.article === null ? null : sourceOfText(args.article),
      language: languageCode(args.language, context.own),
    }),
});
