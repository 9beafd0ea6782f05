/** The official API descriptions as checks of single bodies. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

import { isJson, type Json } from './json.ts';

/** Validates one body: [] when it fits. */
type BodyCheck = (body: unknown) => string[];

export interface Specification {
  /** The check of the schema at this place; undefined when nothing is there. Compiled on first use. */
  checkOf(pointer: string[]): BodyCheck | undefined;
  document: Json;
}

/** The descriptions of the repository, cut down to what is used: `sandbox/specs/README.md`. */
const FOLDER = join(import.meta.dirname, '..', 'specs');

/** Errors told per body: a union of thirty schemas otherwise fills pages. */
const ERRORS_TOLD = 12;

/** Descriptions read so far: a test file that starts thirty sandboxes compiles each operation once (150 ms each). */
const known = new Map<string, Specification>();

/** Reads an OpenAPI description of the repository. Throws when it is not there: without it no body would be looked at. */
export function readSpecification(name: 'discord.json' | 'openai.json', folder = FOLDER): Specification {
  const file = join(folder, name);
  if (!existsSync(file))
    throw new Error(`The API description ${file} is missing, so no body can be checked. It belongs to the repository.`);
  const specification = known.get(file) ?? parseSpecification(file);
  known.set(file, specification);
  return specification;
}

function parseSpecification(file: string): Specification {
  const document = JSON.parse(readFileSync(file, 'utf8')) as Json;
  const compiled = new Map<string, BodyCheck | undefined>();
  return {
    document,
    checkOf(pointer) {
      const key = pointer.join(' ');
      if (!compiled.has(key)) compiled.set(key, compileAt(document, pointer));
      return compiled.get(key);
    },
  };
}

function compileAt(document: Json, pointer: string[]): BodyCheck | undefined {
  const schema = valueAt(document, pointer);
  if (!isJson(schema)) return undefined;
  // Only what the operation reaches is given to ajv: the whole description would be walked for every compilation.
  const reached = new Map<string, unknown>();
  const root = nullableMadePlain(schema, document, reached);
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false, logger: false });
  formats.default(ajv);
  for (const name of ['snowflake', 'nonce', 'unixtime', 'int32', 'int64', 'binary']) ajv.addFormat(name, true);
  const validate = ajv.compile({ ...(root as Json), components: { schemas: Object.fromEntries(reached) } });
  return (body) => errorsOf(validate, body);
}

function errorsOf(validate: ValidateFunction, body: unknown): string[] {
  if (validate(body)) return [];
  const told = (validate.errors ?? []).map((error) => {
    const detail = JSON.stringify(error.params);
    return `${error.instancePath || '/'} ${error.message ?? error.keyword} ${detail}`;
  });
  // The deepest places say what is wrong; the unions around them only repeat that nothing matched.
  const unique = [...new Set(told)].sort((a, b) => depth(b) - depth(a));
  return unique.slice(0, ERRORS_TOLD);
}

function depth(text: string): number {
  return text.slice(0, text.indexOf(' ')).split('/').length;
}

/**
 * A copy in which `nullable: true` (an OpenAPI 3.0 word that OpenAI's 3.1 description still uses) is a union with null,
 * and every `$ref` target has been collected into `reached`.
 */
function nullableMadePlain(schema: unknown, document: Json, reached: Map<string, unknown>): unknown {
  if (Array.isArray(schema)) return schema.map((item) => nullableMadePlain(item, document, reached));
  if (!isJson(schema)) return schema;
  const { nullable, discriminator: _discriminator, ...rest } = schema;
  const reference = rest['$ref'];
  if (typeof reference === 'string') collect(reference, document, reached);
  const copy: Json = {};
  for (const [key, value] of Object.entries(rest)) {
    copy[key] =
      key === 'enum' || key === 'const' || key === 'default' || key === 'example' || key === 'examples'
        ? value
        : nullableMadePlain(value, document, reached);
  }
  return nullable === true ? { anyOf: [copy, { type: 'null' }] } : copy;
}

function collect(reference: string, document: Json, reached: Map<string, unknown>): void {
  const prefix = '#/components/schemas/';
  if (!reference.startsWith(prefix)) throw new Error(`a reference outside of components/schemas: ${reference}`);
  const name = reference.slice(prefix.length);
  if (reached.has(name)) return;
  reached.set(name, true);
  reached.set(name, nullableMadePlain(valueAt(document, ['components', 'schemas', name]), document, reached));
}

function valueAt(document: Json, pointer: string[]): unknown {
  let value: unknown = document;
  for (const key of pointer) value = isJson(value) ? value[key] : undefined;
  return value;
}
