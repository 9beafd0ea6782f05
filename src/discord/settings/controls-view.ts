/** The selects, switches and forms of each page of the settings panel. */
import { ChannelType } from 'discord.js';

import { CHANNEL_MODES, DISCUSSION_PLACES, ENGINE_CHOICES, modeOf, SETTINGS_BOUNDS, type Settings } from '#domain';
import type { Texts, Wording } from '#texts';

import { languageName, suggestLanguages } from '../briefings/languages.ts';
import type { ButtonView, ControlView, SelectView } from '../contracts/view.ts';
import { LIMITS } from '../delivery/limits.ts';
import { lengthOptions } from './lines.ts';
import type { ChooseState, FormState, Page, Panel, SwitchState } from './state.ts';

/** Stands for "that of the article", which is no language. */
export const OF_ARTICLE = 'article';

const LINKED_CHANNELS = [ChannelType.GuildText, ChannelType.GuildAnnouncement, ChannelType.GuildForum];
const WRITTEN_CHANNELS = [ChannelType.GuildText, ChannelType.GuildAnnouncement];

type Options = SelectView['options'];

export function controlsOf(panel: Panel, wording: Wording): readonly ControlView[] {
  const { settings } = panel.held;
  const { texts } = wording;
  switch (panel.page) {
    case 'overview':
      return hereButton(panel, texts);
    case 'answers':
      return answerControls(settings, wording);
    case 'links':
      return linkControls(panel, texts);
    case 'spending':
      return spendingControls(settings, texts);
    case 'discussion':
      return discussionControls(settings, texts);
    case 'keeping':
      return [formButton(texts.buttonRetention, { form: 'retention' })];
    case 'changes':
      return [];
  }
}

function select(what: ChooseState['what'], page: Page, placeholder: string, options: Options): ControlView {
  return { kind: 'select', placeholder, use: { name: 'settings-choose', state: { page, what } }, options };
}

const formButton = (label: string, state: FormState): ButtonView => ({
  kind: 'button',
  label,
  use: { name: 'settings-form', state },
});

const switchButton = (label: string, state: SwitchState): ButtonView => ({
  kind: 'button',
  label,
  use: { name: 'settings-switch', state },
});

function answerControls(settings: Settings, wording: Wording): readonly ControlView[] {
  const { texts } = wording;
  const chosen = (options: Options, value: string): Options =>
    options.map((option) => ({ ...option, isChosen: option.value === value }));
  return [
    select(
      'language',
      'answers',
      texts.languageChoose,
      chosen(languageOptions(settings.language, wording), settings.language ?? OF_ARTICLE),
    ),
    select('length', 'answers', texts.lengthChoose, chosen(lengthOptions(texts), settings.length)),
    select(
      'engine',
      'answers',
      texts.engineChoose,
      chosen(
        ENGINE_CHOICES.map((engine) => ({ label: texts.engineOf({ engine }), value: engine })),
        settings.engine,
      ),
    ),
    formButton(texts.languageOther, { form: 'language' }),
  ];
}

/** The article's own, the one in force, and as many of the commonest as a select holds. */
function languageOptions(current: string | null, wording: Wording): Options {
  const common = suggestLanguages('', wording).filter(({ value }) => value !== current);
  const inForce = current === null ? [] : [{ name: languageName(current, wording.locale), value: current }];
  return [
    { label: wording.texts.languageOfArticle, value: OF_ARTICLE },
    ...[...inForce, ...common].map(({ name, value }) => ({ label: name, value })),
  ].slice(0, LIMITS.selectOptions);
}

/** What to begin with: quiet, and here. */
function hereButton({ held, here, page }: Panel, texts: Texts): readonly ControlView[] {
  if (modeOf(held.settings, here) !== 'off') return [];
  const offer = switchButton(texts.linksHere, { page, change: { field: 'mode', channel: here, value: 'reaction' } });
  return [{ ...offer, isMain: true }];
}

function linkControls(panel: Panel, texts: Texts): readonly ControlView[] {
  const { held, channel } = panel;
  const { settings } = held;
  const mode = channel !== null && modeOf(settings, channel);
  return [
    {
      kind: 'channels',
      placeholder: texts.linksChannel,
      use: { name: 'settings-channel', state: {} },
      chosen: channel === null ? [] : [channel],
      least: 1,
      most: 1,
      channelTypes: LINKED_CHANNELS,
    },
    ...(channel === null
      ? []
      : [
          {
            kind: 'select' as const,
            placeholder: texts.linksModeChoose,
            use: { name: 'settings-mode', state: { page: 'links', channel } },
            options: CHANNEL_MODES.map((one) => ({
              label: texts.mode({ mode: one }),
              value: one,
              isChosen: one === mode,
            })),
          },
        ]),
    ...hereButton(panel, texts),
    formButton(texts.linksSites, { form: 'sites', shown: [...settings.domains.names] }),
  ];
}

function spendingControls({ spendingRoles }: Settings, texts: Texts): readonly ControlView[] {
  const { spendingRoles: most } = SETTINGS_BOUNDS;
  const everybody = switchButton(texts.rolesEverybody, {
    page: 'spending',
    change: { field: 'spendingRoles', value: [] },
  });
  return [
    {
      kind: 'roles',
      placeholder: texts.rolesChoose,
      use: { name: 'settings-roles', state: { shown: [...spendingRoles] } },
      chosen: spendingRoles,
      least: 0,
      most,
    },
    ...(['guild', 'member'] as const).map((of) => formButton(texts.buttonAllowance({ of }), { form: 'allowance', of })),
    ...(['member', 'channel'] as const).map((of) => formButton(texts.buttonCoolDown({ of }), { form: 'coolDown', of })),
    ...(spendingRoles.length > 0 ? [everybody] : []),
  ];
}

function discussionControls(settings: Settings, texts: Texts): readonly ControlView[] {
  const { answersEveryMessage: isOn, reportChannel } = settings;
  const page = 'discussion';
  return [
    select(
      'discussion',
      page,
      texts.discussionChoose,
      DISCUSSION_PLACES.map((place) => ({
        label: texts.discussionOf({ place }),
        value: place,
        isChosen: place === settings.discussion,
      })),
    ),
    {
      kind: 'channels',
      placeholder: texts.reportsChoose,
      use: { name: 'settings-reports', state: {} },
      chosen: reportChannel === null ? [] : [reportChannel],
      least: 1,
      most: 1,
      channelTypes: WRITTEN_CHANNELS,
    },
    switchButton(texts.buttonEveryMessage({ isOn }), { page, change: { field: 'answersEveryMessage', value: !isOn } }),
    ...(reportChannel === null
      ? []
      : [switchButton(texts.reportsNowhere, { page, change: { field: 'reportChannel', value: null } })]),
  ];
}
