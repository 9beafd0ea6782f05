/** Briefings by rules as a channel shows them: what tests of drawing share. */
import type { Article } from '#domain';
import { createExtractiveEngine } from '#llm';

import { draftAndCheck } from '../../src/briefing/draft-and-check.ts';
import type { BriefingState } from '../../src/discord/briefings/state.ts';

export const briefingByRules = (article: Article) =>
  draftAndCheck(createExtractiveEngine(), article, article.language, {}, () => 0);

/** The first page of everything, owned by nobody. */
export const stateOf = (article: Article, kind: BriefingState['kind']): BriefingState => ({
  kind,
  article: article.id,
  briefing: 'key',
  length: 'detailed',
  page: 0,
  speaker: null,
  issue: null,
  owner: null,
  isPrivate: false,
});
