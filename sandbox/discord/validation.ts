import { isJson, type Json } from '../common/json.ts';
import type { Specification, Violation } from '../common/specs.ts';
import { sameRoute } from './faults.ts';

/** Gives what does not fit the description, [] when all does. */
export type BodyValidator = (method: string, path: string, body: unknown) => string[];

/** A known fault of the official description, waived by name; `apply` rewrites the body to what the description means. */
export interface Waiver {
  name: string;
  reason: string;
  apply(body: unknown): unknown;
}

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

/** Validates bodies against Discord's description, collecting what does not fit. */
export function createBodyValidator(
  specification: Specification | undefined,
  violations: Violation[],
  now: () => number,
): BodyValidator {
  if (!specification) return () => [];
  const paths = Object.entries(specification.document['paths'] as Json);
  return (method, path, body) => {
    // Literal segments come before parameters: `/messages/@original` is not `/messages/{message_id}`.
    const found = paths
      .filter(([template]) => sameRoute(template, path))
      .sort(([a], [b]) => a.split('{').length - b.split('{').length)[0];
    const operation = found ? (found[1] as Json)[method.toLowerCase()] : undefined;
    if (!found || !isJson(operation)) {
      const errors = ['no such operation in the description'];
      violations.push({ operation: `${method} ${path}`, errors, body, at: now() });
      return errors;
    }
    const check = specification.checkOf([
      'paths',
      found[0],
      method.toLowerCase(),
      'requestBody',
      'content',
      'application/json',
      'schema',
    ]);
    if (!check || body === undefined) return [];
    const errors = check(WAIVERS.reduce<unknown>((rest, waiver) => waiver.apply(rest), body));
    if (errors.length > 0) violations.push({ operation: `${method} ${found[0]}`, errors, body, at: now() });
    return errors;
  };
}
