import { defineCommand } from '#discord';

import { aboutArticle, answerOptions, articleOptions } from './article-options.ts';

export default defineCommand({
  name: 'positionsName',
  description: 'positionsDescription',
  options: {
    ...articleOptions,
    speaker: { type: 'string', name: 'optionSpeakerName', description: 'optionSpeaker' },
    issue: { type: 'string', name: 'optionIssueName', description: 'optionIssue' },
    ...answerOptions,
  },
  ...aboutArticle('positions'),
});
