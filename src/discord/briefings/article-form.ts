/** The form for an article: a slash option flattens new lines, a form's boxes keep them. */
import { z } from 'zod';

import { LENGTHS } from '#domain';

import { defineModal } from '../contracts/control.ts';
import type { FormView } from '../contracts/form.ts';
import type { RequestContext } from '../contracts/handling.ts';
import { showBriefing } from './show.ts';
import { sourceOfForm } from './sources.ts';

const AskedSchema = z.object({
  kind: z.enum(['summary', 'positions']),
  length: z.enum(LENGTHS).nullable(),
  language: z.string().nullable(),
  speaker: z.string().nullable(),
  issue: z.string().nullable(),
  isPrivate: z.boolean(),
});
/** What was asked before the article was given. */
export type Asked = z.infer<typeof AskedSchema>;

export function articleFormView({ wording }: RequestContext, asked: Asked): FormView {
  const { texts } = wording;
  return {
    title: texts.formTitle,
    use: { name: 'article-form', state: asked },
    fields: [
      { kind: 'text', name: 'text', label: texts.formText, isLong: true },
      { kind: 'text', name: 'more', label: texts.formMore, hint: texts.formMoreHint, isLong: true },
      { kind: 'text', name: 'title', label: texts.formHeadline },
      { kind: 'file', name: 'file', label: texts.formFile, hint: texts.formFileHint },
    ],
  };
}

export const articleForm = defineModal({
  name: 'article-form',
  state: AskedSchema,
  isWork: true,
  acknowledge: (_asker, { state }) => (state.isPrivate ? 'private' : 'public'),
  run: (context, { state, fields, files }) =>
    showBriefing(context, { ...state, source: sourceOfForm(fields, files[0] ?? null) }),
});
