import { defineCommand, privacyOf } from '#discord';

export default defineCommand({
  name: 'privacyName',
  description: 'privacyDescription',
  options: {},
  acknowledge: () => 'private',
  ready: privacyOf,
});
