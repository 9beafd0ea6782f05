/** What Discord refuses in a message as a whole: length, embeds, emptiness, mentions, nonce. */
import { codePoints, type Json, numberOf, objectsOf, stringsOf, textOf } from '../common/json.ts';
import { componentProblems } from './component-rules.ts';
import { failure, invalidForm, type Problem, tooLong } from './errors.ts';
import { type MessageFace, MessageFlag } from './types.ts';

/** Limits of Discord's message reference; 2000 is the limit for bots. Characters are code points. */
const LIMIT = {
  content: 2000,
  embeds: 10,
  embedTitle: 256,
  embedDescription: 4096,
  embedFields: 25,
  fieldName: 256,
  fieldValue: 1024,
  footer: 2048,
  author: 256,
  embedTotal: 6000,
  files: 10,
  nonce: 25,
} as const;

/** Size of one file that a bot may upload by default: 10 MiB. */
const FILE_LIMIT_BYTES = 10 * 1024 * 1024;

/** Throws what Discord would answer to a message that would look like this. */
export function checkFace(face: MessageFace, before?: MessageFace): void {
  const isV2 = (face.flags & MessageFlag.componentsV2) !== 0;
  const problems: Problem[] = [];
  if (before && before.flags & MessageFlag.componentsV2 && !isV2) {
    problems.push({
      path: ['flags'],
      code: 'MESSAGE_FLAGS_COMPONENTS_V2_CANNOT_BE_REMOVED',
      message: 'The IS_COMPONENTS_V2 flag cannot be taken back',
    });
  }
  if (isV2) {
    for (const key of ['content', 'embeds'] as const) {
      if (face[key].length > 0)
        problems.push({
          path: [key],
          code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
          message: `The '${key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
        });
    }
  }
  if (codePoints(face.content) > LIMIT.content) problems.push(tooLong(['content'], LIMIT.content));
  problems.push(...embedProblems(face.embeds), ...componentProblems(face.components, isV2));
  if (face.attachments.length > LIMIT.files) problems.push(tooLong(['attachments'], LIMIT.files));
  if (problems.length > 0) throw invalidForm(problems);
  if (face.attachments.some((file) => file.bytes.length > FILE_LIMIT_BYTES)) throw failure(40005);
  const hasText = face.content.trim() !== '';
  if (!hasText && face.embeds.length + face.components.length + face.attachments.length === 0) throw failure(50006);
  if (isV2 && face.components.length === 0) throw failure(50006);
}

/** What Discord would refuse in the fields beside the face: mentions and nonce. */
export function checkEnvelope(body: Json): void {
  const problems: Problem[] = [];
  const nonce = body['nonce'];
  if (typeof nonce === 'string' && codePoints(nonce) > LIMIT.nonce) problems.push(tooLong(['nonce'], LIMIT.nonce));
  const allowed = body['allowed_mentions'];
  if (allowed !== null && typeof allowed === 'object') {
    const { parse, users, roles } = allowed as Json;
    for (const [name, ids] of [
      ['users', users],
      ['roles', roles],
    ] as const) {
      if (stringsOf(parse).includes(name) && stringsOf(ids).length > 0) {
        problems.push({
          path: ['allowed_mentions'],
          code: 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
          message: `parse:["${name}"] and ${name}: [ids...] are mutually exclusive.`,
        });
      }
    }
  }
  if (problems.length > 0) throw invalidForm(problems);
}

function embedProblems(embeds: Json[]): Problem[] {
  const problems: Problem[] = [];
  if (embeds.length > LIMIT.embeds) problems.push(tooLong(['embeds'], LIMIT.embeds));
  let total = 0;
  embeds.forEach((embed, at) => {
    const fields = objectsOf(embed['fields']);
    if (fields.length > LIMIT.embedFields) problems.push(tooLong(['embeds', at, 'fields'], LIMIT.embedFields));
    const parts: [Problem['path'], unknown, number][] = [
      [['title'], embed['title'], LIMIT.embedTitle],
      [['description'], embed['description'], LIMIT.embedDescription],
      [['footer', 'text'], (embed['footer'] as Json | undefined)?.['text'], LIMIT.footer],
      [['author', 'name'], (embed['author'] as Json | undefined)?.['name'], LIMIT.author],
    ];
    fields.forEach((field, n) => {
      parts.push(
        [['fields', n, 'name'], field['name'], LIMIT.fieldName],
        [['fields', n, 'value'], field['value'], LIMIT.fieldValue],
      );
      for (const key of ['name', 'value']) {
        if (!textOf(field[key]))
          problems.push({
            path: ['embeds', at, 'fields', n, key],
            code: 'BASE_TYPE_REQUIRED',
            message: 'This field is required',
          });
      }
    });
    for (const [path, value, limit] of parts) {
      const length = codePoints(textOf(value));
      total += length;
      if (length > limit) problems.push(tooLong(['embeds', at, ...path], limit));
    }
    if (numberOf(embed['color']) > 0xffffff)
      problems.push({
        path: ['embeds', at, 'color'],
        code: 'NUMBER_TYPE_MAX',
        message: 'int value should be less than or equal to 16777215.',
      });
  });
  if (total > LIMIT.embedTotal)
    problems.push({
      path: ['embeds'],
      code: 'MAX_EMBED_SIZE_EXCEEDED',
      message: `Embed size exceeds maximum size of ${LIMIT.embedTotal}`,
    });
  return problems;
}
