import { acknowledgeDiscussion, defineCommand, discussArticle, languageCode } from '#discord';
import { DISCUSSION_PLACES, type DiscussionPlace } from '#domain';

import { answerOptions, articleOptions } from './article-options.ts';

const { language } = answerOptions;

export default defineCommand({
  name: 'discussName',
  description: 'discussDescription',
  options: {
    article: { ...articleOptions.article, description: 'optionDiscussArticle' },
    file: articleOptions.file,
    where: {
      type: 'string',
      name: 'optionWhereName',
      description: 'optionWhere',
      choices: DISCUSSION_PLACES,
      choiceName: ({ texts }, where) => texts.discussWhere({ where: where as DiscussionPlace }),
    },
    language,
  },
  isWork: true,
  acknowledge: (asker, args) => acknowledgeDiscussion(asker, args.where),
  run: (context, args) =>
    discussArticle(context, {
      article: args.article,
      file: args.file,
      wanted: args.where ?? context.settings.discussion,
      language: languageCode(args.language, context.own),
    }),
});
