/** "Wrong?": the form, what the reporter is told, and what the admins see. Takes verified items only. */
import type { CorrectResult, ReportableItem } from '#briefing';
import { type Article, LENGTHS, POINTS_SHOWN } from '#domain';
import type { Texts } from '#texts';

import { gistLine, pointLine, positionLines } from '../briefings/lines.ts';
import type { BriefingState } from '../briefings/state.ts';
import type { FieldView, FormView } from '../contracts/form.ts';
import { type ButtonView, type Line, line, type MessageView } from '../contracts/view.ts';
import { plain, plainLine, shorten } from '../delivery/escape.ts';
import { LIMITS } from '../delivery/limits.ts';

export interface WrongFormOptions {
  readonly texts: Texts;
  readonly isAdmin: boolean;
  /** Reports go to a channel of the admins. */
  readonly isReported: boolean;
}

/** A form has five fields; two are kept for what is wrong, and for the reason or the admins' choice. */
const MOST_LISTS = 3;
/** A reason is a sentence or two. */
const REASON_SHOWN = 500;

type VerifiedItem = ReportableItem['item'];

/** What a line says, for a list in a form. */
function nameOf({ kind, item }: VerifiedItem, texts: Texts): string {
  if (kind === 'mention') return item.name;
  if (kind !== 'position') return item.text;
  return `${item.speaker?.name ?? texts.speakerUnclear}: ${item.quotations[0]?.words ?? item.statement}`;
}

export function wrongFormView(
  items: readonly ReportableItem[],
  state: BriefingState,
  { texts, isAdmin, isReported }: WrongFormOptions,
): FormView {
  const what: FieldView = {
    kind: 'choice',
    name: 'what',
    label: texts.wrongWhat,
    options: [
      { label: texts.wrongWords, value: 'words' },
      { label: texts.wrongSpeaker, value: 'speaker' },
      { label: texts.wrongOther, value: 'other' },
    ],
  };
  const why: FieldView = { kind: 'text', name: 'why', label: texts.wrongWhy, hint: texts.wrongWhyHint };
  const act: FieldView = {
    kind: 'choice',
    name: 'act',
    label: texts.wrongAct,
    options: [
      { label: texts.wrongCheck, value: 'check', isChosen: true },
      { label: texts.wrongWithdraw, value: 'withdraw' },
    ],
  };
  return {
    title: texts.wrongTitle,
    use: { name: 'wrong-form', state },
    fields: [
      ...itemLists(items, state, texts),
      what,
      // Nobody would read a reason where reports go nowhere, and admins know their own reasons.
      ...(isReported && !isAdmin ? [why] : []),
      ...(isAdmin ? [act] : []),
    ],
  };
}

/** The lines that the briefing shows, to choose the wrong one from. */
function itemLists(items: readonly ReportableItem[], state: BriefingState, texts: Texts): FieldView[] {
  const choice = (name: string, title: string, own: readonly ReportableItem[]): FieldView => ({
    kind: 'choice',
    name,
    label: title,
    options: own.map(({ id, item }) => ({ label: nameOf(item, texts), value: id })),
  });
  const shownPoints = items.filter(({ item }) => item.kind === 'point').slice(0, POINTS_SHOWN[state.length]);
  const lines = items.filter(
    ({ item }) => item.kind === 'headline' || item.kind === 'gist' || item.kind === 'question',
  );
  const points = state.kind === 'positions' ? [] : [...lines, ...shownPoints];
  const isShort = state.kind !== 'positions' && state.length === LENGTHS[0];
  const positions = isShort ? [] : items.filter(({ item }) => item.kind === 'position');
  return [
    ...(points.length > 0 ? [choice('point', texts.wrongPoint, points)] : []),
    ...chunks(positions, LIMITS.selectOptions).map((own, index) =>
      choice(`position${index}`, texts.wrongPosition, own),
    ),
  ].slice(0, MOST_LISTS);
}

function chunks<Value>(values: readonly Value[], size: number): Value[][] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_none, index) =>
    values.slice(index * size, (index + 1) * size),
  );
}

function itemLines(article: Article, entry: VerifiedItem, texts: Texts): Line[] {
  if (entry.kind === 'position') return positionLines(article, [entry.item], texts);
  if (entry.kind === 'mention') return [line(plainLine(entry.item.name))];
  return [entry.kind === 'gist' ? gistLine(article, entry.item) : pointLine(article, entry.item)];
}

/** For whoever reported. */
export function correctionView(results: readonly CorrectResult[], texts: Texts): MessageView {
  return {
    sections: results.map((result) => ({
      title: texts.wrongOutcome({ outcome: result.outcome }),
      lines: [...itemLines(result.article, result.item ?? result.reported, texts), line(explained(result, texts))],
    })),
    footer: [results.some(({ outcome }) => outcome !== 'kept') ? texts.wrongThanks : texts.wrongUnchanged],
    controls: [],
    file: null,
  };
}

function explained({ outcome, isJudged }: CorrectResult, texts: Texts): string {
  if (outcome === 'kept') return isJudged ? texts.wrongKeptJudged : texts.wrongKeptRules;
  if (outcome === 'corrected') return isJudged ? texts.wrongCorrected : texts.wrongCorrectedRules;
  return texts.wrongWithdrawn;
}

export interface Report {
  readonly result: CorrectResult;
  readonly reporter: string;
  readonly why: string | null;
  /** Where the post is that was reported. */
  readonly post: string | null;
  /** Withdraws what stands; `null`: nothing does. */
  readonly withdraw: ButtonView | null;
  /** User id of the admin who withdrew it. */
  readonly withdrawnBy?: string;
}

/** For the admins' channel. */
export function reportView({ result, reporter, why, post, withdraw, withdrawnBy }: Report, texts: Texts): MessageView {
  const { article, reported, item, outcome } = result;
  const stands = outcome === 'corrected' && item ? itemLines(article, item, texts) : [];
  return {
    sections: [
      {
        title: texts.reportTitle({ title: plain(article.metadata.title ?? texts.untitled) }),
        lines: [
          line(texts.reportBy({ who: `<@${reporter}>` })),
          ...(why ? [line(texts.reportWhy({ why: plain(shorten(why, REASON_SHOWN)) }))] : []),
          ...(post ? [line(texts.reportPost({ link: post }))] : []),
        ],
      },
      { title: texts.reportLine, lines: itemLines(article, reported, texts) },
      {
        title: withdrawnBy ? texts.reportWithdrawnBy : texts.wrongOutcome({ outcome }),
        lines: withdrawnBy ? [line(`<@${withdrawnBy}>`)] : [...stands, line(explained(result, texts))],
      },
    ],
    footer: [],
    controls: withdraw ? [withdraw] : [],
    file: null,
  };
}
