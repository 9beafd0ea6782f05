/** Holds bodies against an official description, and keeps what does not fit. */
import { sameRoute } from './http.ts';
import { asJson, isJson } from './json.ts';
import type { Specification } from './specs.ts';

/** One body that does not fit the official description of its operation. */
export interface Violation {
  operation: string;
  errors: string[];
  body: unknown;
  at: number;
}

/** A known fault of a description, waived by name; `apply` rewrites the body to what the description means. */
export interface Waiver {
  name: string;
  reason: string;
  apply(body: unknown): unknown;
}

/** Where the schema of a JSON body stands within its operation. */
const JSON_BODY = ['requestBody', 'content', 'application/json', 'schema'];
const NOT_DESCRIBED = 'no such operation in the description';

export interface BodyValidator {
  /** Gives what does not fit the description; [] when all does, and for an operation without a JSON body. */
  check(method: string, path: string, body: unknown): string[];
  violations: Violation[];
  /** How many bodies were held against a schema so far. */
  lookedAt: () => number;
}

/** Without a specification the validator looks at nothing. */
export function createBodyValidator(
  specification: Specification | undefined,
  { now, waivers = [] }: { now: () => number; waivers?: readonly Waiver[] },
): BodyValidator {
  const violations: Violation[] = [];
  let lookedAt = 0;
  return {
    check(method, path, body) {
      if (!specification) return [];
      const found = operationOf(specification, method, path);
      const check = found && specification.checkOf([...found.pointer, ...JSON_BODY]);
      if (found && (!check || body === undefined)) return [];
      if (check) lookedAt += 1;
      const errors = check?.(waivers.reduce<unknown>((rest, waiver) => waiver.apply(rest), body)) ?? [NOT_DESCRIBED];
      if (errors.length > 0)
        violations.push({ operation: `${method} ${found?.template ?? path}`, errors, body, at: now() });
      return errors;
    },
    violations,
    lookedAt: () => lookedAt,
  };
}

/** The operation of a request, if the description has it. */
function operationOf(
  specification: Specification,
  method: string,
  path: string,
): { template: string; pointer: string[] } | undefined {
  const paths = asJson(specification.document['paths']);
  // Literal segments come before parameters: `/messages/@original` is not `/messages/{message_id}`.
  const template = Object.keys(paths)
    .filter((one) => sameRoute(one, path))
    .sort((a, b) => a.split('{').length - b.split('{').length)[0];
  if (template === undefined) return undefined;
  const name = method.toLowerCase();
  return isJson(asJson(paths[template])[name]) ? { template, pointer: ['paths', template, name] } : undefined;
}
