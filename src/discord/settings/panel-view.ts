/** The settings panel: what holds, what is missing, and what changes it. Private to one admin. */
import { type GuildSettings, modeOf } from '#domain';
import type { Texts, Wording } from '#texts';

import { type ControlView, line, type MessageSection, type MessageView } from '../contracts/view.ts';
import { controlsOf } from './controls-view.ts';
import { changeLines, channelMention, settingLines } from './lines.ts';
import { PAGES, type Page, type Panel } from './state.ts';

export function settingsView(panel: Panel, wording: Wording): MessageView {
  const { texts } = wording;
  return {
    sections: [
      ...(panel.note === null ? [] : [{ title: null, lines: [line(panel.note)] }]),
      { title: headingOf(panel.page, texts), lines: linesOf(panel, wording).map(line) },
      ...setupSection(panel, texts),
    ],
    footer: [texts.panelPrivate],
    controls: [goTo(panel.page, texts), ...controlsOf(panel, wording), ...undoButton(panel, texts)],
    file: null,
  };
}

function headingOf(page: Page, texts: Texts): string {
  return page === 'overview' ? texts.panelTitle : `${texts.panelTitle}: ${texts.panelPage({ page })}`;
}

function linesOf({ page, held, ceiling, here, channel }: Panel, wording: Wording): readonly string[] {
  const { texts } = wording;
  const known = { settings: held.settings, ceiling };
  const lines = settingLines(known, wording);
  switch (page) {
    case 'overview':
      return [...Object.values(lines), ...hereHint(held, here, texts)];
    case 'answers':
      return [lines.language, lines.length, lines.engine];
    case 'links':
      return [
        lines.modes,
        lines.domains,
        channel === null ? texts.linksIntro : texts.linksMode({ channel: channelMention(channel) }),
        ...hereHint(held, here, texts),
      ];
    case 'spending':
      return [lines.roles, lines.memberAllowance, lines.guildAllowance, lines.memberCoolDown, lines.channelCoolDown];
    case 'discussion':
      return [lines.discussion, lines.everyMessage, lines.reports];
    case 'keeping':
      return [lines.retention, texts.keepingIntro];
    case 'changes':
      return changeLines(held.changes, known, wording);
  }
}

const hereHint = ({ settings }: GuildSettings, here: string, texts: Texts): readonly string[] =>
  modeOf(settings, here) === 'off' ? [texts.linksHereHint] : [];

function setupSection({ page, setup }: Panel, texts: Texts): readonly MessageSection[] {
  if (page !== 'overview' && setup.length === 0) return [];
  return [{ title: texts.setupTitle, lines: (setup.length > 0 ? setup : [texts.setupNothing]).map(line) }];
}

function goTo(current: Page, texts: Texts): ControlView {
  return {
    kind: 'select',
    placeholder: texts.panelGoTo,
    use: { name: 'settings-page', state: {} },
    options: PAGES.map((page) => ({ label: texts.panelPage({ page }), value: page, isChosen: page === current })),
  };
}

function undoButton({ held, page }: Panel, texts: Texts): readonly ControlView[] {
  if (!held.previous) return [];
  return [
    {
      kind: 'button',
      label: texts.panelUndo,
      use: { name: 'settings-undo', state: { page, revision: held.revision } },
    },
  ];
}
