import { defineCommand, requireAdmin, settingsPanel } from '#discord';

export default defineCommand({
  name: 'settingsName',
  description: 'settingsDescription',
  options: {},
  isForAdmins: true,
  acknowledge(asker) {
    requireAdmin(asker);
    return 'private';
  },
  ready: (context) => settingsPanel(context, { page: 'overview' }),
});
