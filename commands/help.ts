import { defineCommand, helpView } from '#discord';

export default defineCommand({
  name: 'helpName',
  description: 'helpDescription',
  options: {},
  acknowledge: () => 'private',
  ready: async ({ commands, wording }) => helpView(commands, ['menuSummarise', 'menuPositions'], wording.texts),
});
