/** Makes a value that a JSON schema accepts. */
import { isJson, type Json, numberOf, objectsOf } from '../common/json.ts';

/** A value for a property, or a function from its path (property names and list positions) to the value. */
type Hint = unknown;

/** Hints by property name, or by a path such as `points.0.text`; the longer match wins. */
export type Hints = { [nameOrPath: string]: Hint };

/** A minimal valid instance of a strict JSON schema, with the hints put in. A list hint of length n makes n items. */
export function fillSchema(schema: Json, hints: Hints = {}): unknown {
  return fill(schema, [], schema, hints);
}

type Path = (string | number)[];

function fill(schema: Json, path: Path, root: Json, hints: Hints): unknown {
  const resolved = resolve(schema, root);
  const hinted = hintFor(path, hints);
  if (hinted !== undefined && !isSpread(hinted)) return hinted;
  if (resolved['const'] !== undefined) return resolved['const'];
  const choices = resolved['enum'];
  if (Array.isArray(choices)) return choices[0];
  const union = [...objectsOf(resolved['anyOf']), ...objectsOf(resolved['oneOf'])];
  if (union.length > 0) return fill(union.find((one) => !isNull(one)) ?? union[0] ?? {}, path, root, hints);
  const type = Array.isArray(resolved['type']) ? resolved['type'].find((one) => one !== 'null') : resolved['type'];
  switch (type) {
    case 'object':
      return Object.fromEntries(
        Object.entries((resolved['properties'] ?? {}) as Json).map(([name, member]) => [
          name,
          fill(isJson(member) ? member : {}, [...path, name], root, hints),
        ]),
      );
    case 'array': {
      const count = isSpread(hinted) ? hinted.items : Math.max(1, numberOf(resolved['minItems']));
      const items = isJson(resolved['items']) ? resolved['items'] : {};
      return Array.from({ length: count }, (_, at) => fill(items, [...path, at], root, hints));
    }
    case 'integer':
    case 'number':
      return typeof resolved['minimum'] === 'number' ? resolved['minimum'] : 1;
    case 'boolean':
      return true;
    case 'null':
      return null;
    default:
      return 'text';
  }
}

/** Makes a list of this many items, each filled in turn. */
export function items(count: number): { items: number; isSpread: true } {
  return { items: count, isSpread: true };
}

function isSpread(value: unknown): value is { items: number } {
  return isJson(value) && value['isSpread'] === true;
}

function hintFor(path: Path, hints: Hints): unknown {
  const whole = path.join('.');
  const names = path.filter((part) => typeof part === 'string');
  const last = path.at(-1);
  // An item of a list is not hinted by the list's own name: that hint is for the list.
  const keys = typeof last === 'string' ? [whole, names.join('.'), last] : [whole];
  const key = keys.find((one) => Object.hasOwn(hints, one));
  if (key === undefined) return undefined;
  const hint = hints[key];
  return typeof hint === 'function' ? (hint as (path: Path) => unknown)(path) : hint;
}

function resolve(schema: Json, root: Json): Json {
  const reference = schema['$ref'];
  if (typeof reference !== 'string') return schema;
  let value: unknown = root;
  for (const part of reference.replace(/^#\/?/u, '').split('/').filter(Boolean))
    value = isJson(value) ? value[part] : undefined;
  return isJson(value) ? value : {};
}

function isNull(schema: Json): boolean {
  return schema['type'] === 'null';
}
