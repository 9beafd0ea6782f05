import { defineCommand, type Wording } from '#discord';
import { LENGTHS, type Length } from '#domain';

import { aboutArticle, answerOptions, articleOptions } from './article-options.ts';

export default defineCommand({
  name: 'summariseName',
  description: 'summariseDescription',
  options: {
    ...articleOptions,
    length: {
      type: 'string',
      name: 'optionLengthName',
      description: 'optionLength',
      choices: LENGTHS,
      choiceName: ({ texts }: Wording, length: string) => texts.length({ length: length as Length }),
    },
    ...answerOptions,
  },
  ...aboutArticle('summary'),
});
