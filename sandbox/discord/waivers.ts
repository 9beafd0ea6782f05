/** Known faults of Discord's official description, each by a name of its own, so that the check stays strict about all else. */
import { isJson } from '../common/json.ts';
import type { Waiver } from '../common/validation.ts';

export const WAIVERS: Waiver[] = [
  {
    name: 'default_member_permissions as digits',
    reason: 'the description types it as an integer; Discord and every client send a string of digits',
    apply: (body) =>
      mapMembers(body, 'default_member_permissions', (value) =>
        typeof value === 'string' && /^\d+$/u.test(value) ? Number(value) : value,
      ),
  },
];

function mapMembers(value: unknown, name: string, change: (value: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => mapMembers(item, name, change));
  if (!isJson(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key,
      key === name ? change(member) : mapMembers(member, name, change),
    ]),
  );
}
