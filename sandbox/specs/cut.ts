/**
 * Cuts the full API descriptions of Discord and OpenAI down to what the sandbox holds bodies against, and writes the result
 * beside this file. Run by hand when a newer description is taken or the sandbox learns a route:
 * `node sandbox/specs/cut.ts FOLDER`, where FOLDER holds the full `discord.json` and `openai.json`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { asJson, isJson, type Json } from '../common/json.ts';
import { applicationRoutes } from '../discord/routes-application.ts';
import { channelRoutes } from '../discord/routes-channels.ts';
import { interactionRoutes } from '../discord/routes-interactions.ts';

/** A method and a path with parameters in braces. */
export interface Operation {
  method: string;
  template: string;
}

/** What each description is cut down to: the routes that the stand-in serves. */
export const OPERATIONS: Readonly<Record<'discord' | 'openai', readonly Operation[]>> = {
  discord: [
    ...applicationRoutes(
      () => '',
      () => 0,
      1,
    ),
    ...channelRoutes,
    ...interactionRoutes,
  ].map(({ method, template }) => ({ method, template })),
  openai: [{ method: 'POST', template: '/chat/completions' }],
};

/** Words of a schema that explain it and decide nothing; those that begin with `x-` are taken out besides. */
const ANNOTATIONS = new Set([
  'title',
  'description',
  'default',
  'example',
  'examples',
  'deprecated',
  'externalDocs',
  'contentEncoding',
  'readOnly',
  'writeOnly',
]);
/** Under these words stand schemas by names of the API's own, which may be called `title` or `default` too. */
const BY_NAME = new Set(['properties', 'patternProperties', '$defs']);
/** Under these words stand values, not schemas. */
const VALUES = new Set(['enum', 'const', 'required']);
const SCHEMA_PREFIX = '#/components/schemas/';

/**
 * The part of an OpenAPI description that decides about the JSON bodies of these operations: the operations with their request
 * bodies, and the schemas that those reach. What is cut out of a cut description is the same again.
 */
export function cutDescription(document: Json, operations: readonly Operation[]): Json {
  const paths: Json = {};
  const schemas = new Map<string, unknown>();
  for (const [template, item] of Object.entries(asJson(document['paths']))) {
    // A path without the method is kept too: it decides which path a request belongs to.
    const meeting = operations.filter((operation) => couldMeet(operation.template, template));
    if (meeting.length === 0) continue;
    const methods = meeting.map(({ method }) => method.toLowerCase());
    paths[template] = Object.fromEntries(
      Object.entries(asJson(item))
        .filter(([method]) => methods.includes(method))
        .map(([method, operation]) => [method, cutOperation(asJson(operation), document, schemas)]),
    );
  }
  const { title, version, license } = asJson(document['info']);
  return {
    openapi: document['openapi'],
    info: { title, version, license },
    paths,
    components: { schemas: Object.fromEntries([...schemas].sort(([a], [b]) => (a < b ? -1 : 1))) },
  };
}

/** Whether one request could have either path. */
function couldMeet(one: string, other: string): boolean {
  const parts = other.split('/');
  const isParameter = (part: string | undefined) => part?.startsWith('{') === true;
  return (
    one.split('/').length === parts.length &&
    one.split('/').every((part, at) => part === parts[at] || isParameter(part) || isParameter(parts[at]))
  );
}

function cutOperation(operation: Json, document: Json, schemas: Map<string, unknown>): Json {
  const { operationId } = operation;
  const content = asJson(asJson(operation['requestBody'])['content']);
  const schema = asJson(content['application/json'])['schema'];
  if (schema === undefined) return { operationId };
  const cut = cutSchema(schema, document, schemas);
  return { operationId, requestBody: { content: { 'application/json': { schema: cut } } } };
}

/** A copy without annotations; collects the schemas that it refers to. */
function cutSchema(schema: unknown, document: Json, schemas: Map<string, unknown>): unknown {
  if (Array.isArray(schema)) return schema.map((one) => cutSchema(one, document, schemas));
  if (!isJson(schema)) return schema;
  const copy: Json = {};
  for (const [word, value] of Object.entries(schema)) {
    if (ANNOTATIONS.has(word) || word.startsWith('x-')) continue;
    if (word === '$ref') collect(String(value), document, schemas);
    if (VALUES.has(word) || word === '$ref') copy[word] = value;
    else if (BY_NAME.has(word))
      copy[word] = Object.fromEntries(
        Object.entries(asJson(value)).map(([name, one]) => [name, cutSchema(one, document, schemas)]),
      );
    else copy[word] = cutSchema(value, document, schemas);
  }
  return copy;
}

function collect(reference: string, document: Json, schemas: Map<string, unknown>): void {
  if (!reference.startsWith(SCHEMA_PREFIX)) throw new Error(`a reference outside of components/schemas: ${reference}`);
  const name = reference.slice(SCHEMA_PREFIX.length);
  if (schemas.has(name)) return;
  schemas.set(name, true);
  const schema = asJson(asJson(document['components'])['schemas'])[name];
  if (schema === undefined) throw new Error(`the description has no schema ${name}`);
  schemas.set(name, cutSchema(schema, document, schemas));
}

/** Longest line of the files, in characters. */
const LINE = 120;

/** JSON in as few lines of at most `LINE` characters as its nesting allows, so that a change of one schema is a change of few lines. */
export function writtenOut(value: unknown, indent = '', before = 0): string {
  const flat = onOneLine(value);
  if (typeof value !== 'object' || value === null || indent.length + before + flat.length < LINE) return flat;
  const inner = `${indent} `;
  const lines = Array.isArray(value)
    ? value.map((one) => `${inner}${writtenOut(one, inner)}`)
    : Object.entries(value).map(([name, one]) => {
        const key = `${JSON.stringify(name)}: `;
        return `${inner}${key}${writtenOut(one, inner, key.length)}`;
      });
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open}\n${lines.join(',\n')}\n${indent}${close}`;
}

function onOneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`;
  if (!isJson(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, one]) => `${JSON.stringify(name)}: ${onOneLine(one)}`);
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`;
}

if (import.meta.main) {
  const folder = process.argv[2];
  if (folder === undefined) {
    process.stderr.write(
      'Usage: node sandbox/specs/cut.ts FOLDER, which holds the full discord.json and openai.json.\n',
    );
    process.exit(1);
  }
  for (const name of ['discord', 'openai'] as const) {
    const full = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Json;
    writeFileSync(join(import.meta.dirname, `${name}.json`), `${writtenOut(cutDescription(full, OPERATIONS[name]))}\n`);
  }
}
