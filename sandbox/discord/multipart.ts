/** Reads the body of a REST request: JSON, or a form with files. */
import { isJson, type Json, objectsOf, textOf } from '../common/json.ts';
import { failure } from './errors.ts';
import type { Attachment } from './types.ts';

export interface ParsedBody {
  /** An object for most routes, an array for a bulk overwrite, undefined when there was none. */
  json: unknown;
  files: Attachment[];
}

/** Reads a JSON body, or `payload_json` with `files[n]`, as Discord accepts them. */
export async function parseBody(bytes: Buffer, contentType: string, nextId: () => string): Promise<ParsedBody> {
  if (bytes.length === 0) return { json: undefined, files: [] };
  if (!contentType.startsWith('multipart/form-data')) return { json: parseJson(bytes.toString('utf8')), files: [] };
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } }).formData();
  const payload = form.get('payload_json');
  const json = typeof payload === 'string' ? parseJson(payload) : {};
  const described = isJson(json) ? attachmentList(json) : [];
  const files: Attachment[] = [];
  for (const [name, value] of form) {
    const index = /^files\[(\d+)\]$/u.exec(name)?.[1];
    if (index === undefined || typeof value === 'string') continue;
    const about = described.find((one) => String(one['id']) === index);
    files.push({
      id: nextId(),
      filename: textOf(about?.['filename']) || value.name,
      contentType: value.type || 'application/octet-stream',
      description: typeof about?.['description'] === 'string' ? about['description'] : undefined,
      bytes: Buffer.from(await value.arrayBuffer()),
    });
  }
  return { json, files };
}

/** Attachments are described at the top of a message, or inside `data` of an interaction response. */
function attachmentList(json: Json): Json[] {
  const data = json['data'];
  return objectsOf(json['attachments'] ?? (isJson(data) ? data['attachments'] : undefined));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw failure(50109);
  }
}
