import { defineCommand, helpView } from '#discord';

export default defineCommand({
  name: 'helpName',
  description: 'helpDescription',
  options: {},
  acknowledge: () => 'private',
  ready: async ({ commands, missing, settings, services, wording }) =>
    helpView(
      {
        commands,
        menu: ['menuSummarise', 'menuPositions'],
        missing,
        hasMessageContent: services.hasMessageContent,
        hasModes: Object.keys(settings.modes).length > 0,
      },
      wording.texts,
    ),
});
