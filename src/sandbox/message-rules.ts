/** What Discord refuses in a message. Each limit as Discord documents it; the code is Discord's. */

export interface Refusal {
  readonly status: number;
  readonly code: number;
  readonly message: string;
}

export interface MessageBody {
  readonly content?: string | null;
  readonly embeds?: readonly unknown[];
  readonly components?: readonly unknown[];
  readonly flags?: number;
  readonly allowed_mentions?: { readonly parse?: readonly string[]; readonly users?: readonly string[] };
}

export const EPHEMERAL = 1 << 6;
export const COMPONENTS_V2 = 1 << 15;
const CONTENT_LIMIT = 2000;
const V2_COMPONENTS_LIMIT = 40;
const V2_TEXT_LIMIT = 4000;

/** Discord counts code points. */
const codePoints = (text: string): number => Array.from(text).length;
const invalid = (message: string): Refusal => ({ status: 400, code: 50035, message: `Invalid Form Body: ${message}` });

/** @param previousFlags flags of the message that is edited; 0 for a new one. */
export function refuseMessage(body: MessageBody, previousFlags: number, previousContent: string): Refusal | null {
  const isV2 = (((body.flags ?? 0) | previousFlags) & COMPONENTS_V2) !== 0;
  const content = body.content === undefined ? previousContent : (body.content ?? '');
  if (codePoints(content) > CONTENT_LIMIT) return invalid(`content: over ${CONTENT_LIMIT}`);
  if (isV2 && (content !== '' || (body.embeds?.length ?? 0) > 0))
    return invalid('content or embeds beside Components V2');
  if (!isV2 && content === '' && (body.embeds?.length ?? 0) === 0 && (body.components?.length ?? 0) === 0) {
    return { status: 400, code: 50006, message: 'Cannot send an empty message' };
  }
  return isV2 ? refuseComponents(body.components ?? []) : null;
}

function refuseComponents(components: readonly unknown[]): Refusal | null {
  let count = 0;
  let text = 0;
  const customIds: string[] = [];
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(walk);
    if (typeof node !== 'object' || node === null || !('type' in node)) return;
    count += 1;
    if ('content' in node) text += codePoints(String(node.content));
    if ('custom_id' in node) customIds.push(String(node.custom_id));
    if ('components' in node) walk(node.components);
    if ('accessory' in node) walk(node.accessory);
  };
  walk(components);
  if (count === 0) return { status: 400, code: 50006, message: 'Cannot send an empty message' };
  if (count > V2_COMPONENTS_LIMIT) return invalid(`components: ${count} of ${V2_COMPONENTS_LIMIT}`);
  if (text > V2_TEXT_LIMIT) return invalid(`components: ${text} characters of text, ${V2_TEXT_LIMIT} allowed`);
  if (customIds.some((id) => id.length < 1 || id.length > 100)) return invalid('custom_id: 1 to 100 characters');
  if (new Set(customIds).size < customIds.length) return invalid('custom_id: used twice');
  return null;
}

/** Whom the message would ping: Discord parses everything that `allowed_mentions` does not forbid. */
export function pingedBy(text: string, allowed: MessageBody['allowed_mentions']): string[] {
  const parse = allowed?.parse ?? (allowed ? [] : ['users', 'roles', 'everyone']);
  const found = [...text.matchAll(/(?<!\\)@(?:everyone|here)|(?<!\\)<@[!&]?\d+>/gu)].map((match) => match[0]);
  return found.filter((mention) =>
    mention.startsWith('@') ? parse.includes('everyone') : parse.includes(mention.includes('&') ? 'roles' : 'users'),
  );
}
