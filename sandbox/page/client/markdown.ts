/**
 * Discord's Markdown as a tree of plain data. Never a string of HTML: messages are untrusted, and the view makes text
 * nodes of what is text. What Discord leaves as it is (tables, images, HTML) stays text here too.
 */

export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'strong' | 'emphasis' | 'underline' | 'strike' | 'spoiler'; children: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'link'; url: string; children: Inline[] }
  | { kind: 'mention'; of: 'user' | 'role' | 'channel'; id: string }
  | { kind: 'everyone'; text: string }
  | { kind: 'command'; name: string }
  | { kind: 'time'; at: number; style: string }
  | { kind: 'emoji'; name: string };

export type Block =
  | { kind: 'paragraph'; children: Inline[] }
  | { kind: 'heading'; level: number; children: Inline[] }
  | { kind: 'subtext'; children: Inline[] }
  | { kind: 'quote'; children: Block[] }
  | { kind: 'code-block'; text: string }
  | { kind: 'list'; isOrdered: boolean; start: number; items: { depth: number; children: Inline[] }[] };

const FENCE = /```(?:[\w+-]*\n)?([\s\S]+?)```/u;
const HEADING = /^(#{1,3})\s+(.+)$/u;
const SUBTEXT = /^-#\s+(.+)$/u;
const ITEM = /^(\s*)(?:[-*]|(\d{1,9})\.)\s+(.+)$/u;

export function parseMarkdown(text: string): Block[] {
  const fence = FENCE.exec(text);
  if (!fence) return parseLines(text.split('\n'));
  const before = text.slice(0, fence.index).replace(/\n$/u, '');
  const after = text.slice(fence.index + fence[0].length).replace(/^\n/u, '');
  return [
    ...(before === '' ? [] : parseLines(before.split('\n'))),
    { kind: 'code-block', text: (fence[1] ?? '').replace(/\n$/u, '') },
    ...(after === '' ? [] : parseMarkdown(after)),
  ];
}

function parseLines(lines: string[]): Block[] {
  const blocks: Block[] = [];
  let plain: string[] = [];
  const flush = () => {
    if (plain.length > 0) blocks.push({ kind: 'paragraph', children: parseInline(plain.join('\n')) });
    plain = [];
  };
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line.startsWith('>>> ')) {
      flush();
      const quoted = [line.slice(4), ...lines.slice(at + 1)];
      return [...blocks, { kind: 'quote', children: parseLines(quoted) }];
    }
    const block = parseLine(line);
    if (block) {
      flush();
      joinOrPush(blocks, block, lines[at - 1] ?? '');
    } else plain.push(line);
  }
  flush();
  return blocks;
}

/** The block that a line is by itself; `undefined` for plain text. */
function parseLine(line: string): Block | undefined {
  if (line.startsWith('> ')) return { kind: 'quote', children: parseLines([line.slice(2)]) };
  const heading = HEADING.exec(line);
  if (heading) return { kind: 'heading', level: heading[1]?.length ?? 1, children: parseInline(heading[2] ?? '') };
  const subtext = SUBTEXT.exec(line);
  if (subtext) return { kind: 'subtext', children: parseInline(subtext[1] ?? '') };
  const item = ITEM.exec(line);
  if (!item) return undefined;
  const depth = Math.min(Math.floor((item[1]?.length ?? 0) / 2), 5);
  return {
    kind: 'list',
    isOrdered: item[2] !== undefined,
    start: Number(item[2] ?? 1),
    items: [{ depth, children: parseInline(item[3] ?? '') }],
  };
}

/** Neighbouring lines of a quote or list are one quote or list. */
function joinOrPush(blocks: Block[], block: Block, lineBefore: string): void {
  const last = blocks.at(-1);
  if (block.kind === 'quote' && last?.kind === 'quote' && lineBefore.startsWith('> ')) {
    const [previous, next] = [last.children.at(-1), block.children[0]];
    if (previous?.kind === 'paragraph' && next?.kind === 'paragraph')
      previous.children.push({ kind: 'text', text: '\n' }, ...next.children);
    else last.children.push(...block.children);
  } else if (block.kind === 'list' && last?.kind === 'list' && last.isOrdered === block.isOrdered)
    last.items.push(...block.items);
  else blocks.push(block);
}

/** A rule looks at the text from one place on: what it makes of it, and how much it takes. */
type Rule = readonly [RegExp, (match: RegExpExecArray) => Inline];

const nested =
  (kind: 'strong' | 'emphasis' | 'underline' | 'strike' | 'spoiler') =>
  (match: RegExpExecArray): Inline => ({ kind, children: parseInline(match[1] ?? '') });

/** Inside a pair of marks: escaped characters, which never close it, and others. */
const BODY = String.raw`((?:\\[\s\S]|[^\\])+?)`;
const pair = (open: string, close: string) => new RegExp(`${open}${BODY}${close}`, 'uy');

const RULES: Rule[] = [
  [/\\([^\s\p{L}\p{N}])/uy, (match) => ({ kind: 'text', text: match[1] ?? '' })],
  [/``(.+?)``(?!`)/suy, (match) => ({ kind: 'code', text: match[1] ?? '' })],
  [/`([^`]+)`/uy, (match) => ({ kind: 'code', text: match[1] ?? '' })],
  [
    pair(String.raw`\*\*\*(?=\S)`, String.raw`\*\*\*`),
    (match) => ({ kind: 'strong', children: [nested('emphasis')(match)] }),
  ],
  [pair(String.raw`\*\*(?=\S)`, String.raw`\*\*(?!\*)`), nested('strong')],
  [pair('__(?=\\S)', '__(?!_)'), nested('underline')],
  [pair(String.raw`\*(?=[^\s*])`, String.raw`\*(?!\*)`), nested('emphasis')],
  [pair('_(?=[^\\s_])', '_(?![\\p{L}\\p{N}_])'), nested('emphasis')],
  [pair('~~(?=\\S)', '~~'), nested('strike')],
  [pair(String.raw`\|\|`, String.raw`\|\|`), nested('spoiler')],
  [
    /\[((?:\\[\s\S]|[^\\\]])+)\]\(<?(https?:\/\/[^\s)>]+)>?(?:\s+"[^"]*")?\)/uy,
    (match) => ({ kind: 'link', url: match[2] ?? '', children: parseInline(match[1] ?? '', false) }),
  ],
  [/<(https?:\/\/[^\s<>]+)>/uy, (match) => bareLink(match[1] ?? '')],
  [/https?:\/\/[^\s<>]*[^\s<>.,:;"'\])!?]/uy, (match) => bareLink(match[0])],
  [/<@!?(\d{1,20})>/uy, (match) => ({ kind: 'mention', of: 'user', id: match[1] ?? '' })],
  [/<@&(\d{1,20})>/uy, (match) => ({ kind: 'mention', of: 'role', id: match[1] ?? '' })],
  [/<#(\d{1,20})>/uy, (match) => ({ kind: 'mention', of: 'channel', id: match[1] ?? '' })],
  [/<\/([^:>]{1,100}):\d{1,20}>/uy, (match) => ({ kind: 'command', name: match[1] ?? '' })],
  [
    /<t:(-?\d{1,13})(?::([tTdDfFR]))?>/uy,
    (match) => ({ kind: 'time', at: Number(match[1]) * 1000, style: match[2] ?? 'f' }),
  ],
  [/<a?:(\w{1,32}):\d{1,20}>/uy, (match) => ({ kind: 'emoji', name: match[1] ?? '' })],
  [/@(?:everyone|here)\b/uy, (match) => ({ kind: 'everyone', text: match[0] })],
];

function bareLink(url: string): Inline {
  return { kind: 'link', url, children: [{ kind: 'text', text: url }] };
}

/** Where a rule may begin: other characters are text, and need no rule to be tried. */
const MARK = /[\\`*_~|[<h@]/u;

export function parseInline(text: string, mayLink = true): Inline[] {
  const found: Inline[] = [];
  let plain = '';
  const flush = () => {
    if (plain !== '') found.push({ kind: 'text', text: plain });
    plain = '';
  };
  for (let at = 0; at < text.length; ) {
    const char = text.charAt(at);
    const isInsideWord =
      char === '_' || char === 'h' ? /[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, at - 1), at)) : false;
    const hit = MARK.test(char) && !isInsideWord ? firstHit(text, at, mayLink) : undefined;
    if (hit?.node.kind === 'text') plain += hit.node.text;
    else if (hit) {
      flush();
      found.push(hit.node);
    } else plain += char;
    at += hit?.length ?? 1;
  }
  flush();
  return found;
}

function firstHit(text: string, at: number, mayLink: boolean): { node: Inline; length: number } | undefined {
  for (const [pattern, make] of RULES) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match) continue;
    const node = make(match);
    if (node.kind === 'link' && !mayLink) continue;
    return { node, length: match[0].length };
  }
  return undefined;
}
