import { articleFormView, defineCommand, languageCode, readyAnswer, writeAnswer } from '#discord';
import { LENGTHS, type Length } from '#domain';

import { answerOptions, articleOptions, isGiven, sourceOf } from './article-options.ts';

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
      choiceName: ({ texts }, length) => texts.length({ length: length as Length }),
    },
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
  args: { readonly length: Length | null; readonly language: string | null },
) {
  const language = languageCode(args.language, own);
  return { kind: 'summary', length: args.length, language, speaker: null, issue: null } as const;
}
