import { defineCommand, usageOf } from '#discord';

export default defineCommand({
  name: 'usageName',
  description: 'usageDescription',
  options: {},
  acknowledge: () => 'private',
  ready: usageOf,
});
