import { articleFormView, defineCommand, languageCode, readyAnswer, writeAnswer } from '#discord';

import { answerOptions, articleOptions, isGiven, sourceOf } from './article-options.ts';

export default defineCommand({
  name: 'positionsName',
  description: 'positionsDescription',
  options: {
    ...articleOptions,
    speaker: { type: 'string', name: 'optionSpeakerName', description: 'optionSpeaker' },
    issue: { type: 'string', name: 'optionIssueName', description: 'optionIssue' },
    ...answerOptions,
  },
  isWork: true,
  acknowledge: (_asker, args) => (isGiven(args) ? (args.private ? 'private' : 'public') : 'form'),
  form: (context, args) => articleFormView(context, { ...asked(context, args), isPrivate: args.private ?? false }),
  ready: (context, args) => readyAnswer(context, { ...asked(context, args), source: sourceOf(args) }),
  run: (context, args) => writeAnswer(context, { ...asked(context, args), source: sourceOf(args) }),
});

function asked(
  { own }: { readonly own: Parameters<typeof languageCode>[1] },
  args: Readonly<Record<'language' | 'speaker' | 'issue', string | null>>,
) {
  const { speaker, issue } = args;
  return { kind: 'positions', length: null, language: languageCode(args.language, own), speaker, issue } as const;
}
