/** Discord's Markdown as the page shows it. */
import { describe, expect, test } from 'vitest';

import { type Block, type Inline, parseMarkdown } from '../page/client/markdown.ts';

/** The tree in short: kinds with what is in them. */
function short(nodes: readonly (Block | Inline)[]): string {
  return nodes.map(shortOne).join('');
}

function shortOne(node: Block | Inline): string {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'code':
    case 'code-block':
    case 'everyone':
      return `<${node.kind}>${node.text}</>`;
    case 'link':
      return `<link ${node.url}>${short(node.children)}</>`;
    case 'mention':
      return `<${node.of} ${node.id}>`;
    case 'command':
    case 'emoji':
      return `<${node.kind} ${node.name}>`;
    case 'time':
      return `<time ${node.at} ${node.style}>`;
    case 'list':
      return `<list ${node.isOrdered ? node.start : '-'}>${node.items.map((item) => `<${item.depth}>${short(item.children)}`).join('')}</>`;
    case 'heading':
      return `<h${node.level}>${short(node.children)}</>`;
    case 'paragraph':
      return `<p>${short(node.children)}</>`;
    case 'emphasis':
    case 'quote':
    case 'spoiler':
    case 'strike':
    case 'strong':
    case 'subtext':
    case 'underline':
      return `<${node.kind}>${short(node.children)}</>`;
  }
}

const drawn = (text: string) => short(parseMarkdown(text));
const line = (text: string) => drawn(text).replace(/^<p>|<\/>$/gu, '');

describe('what Discord draws', () => {
  test.each([
    ['**bold** and *slanted* and _slanted_', '<strong>bold</> and <emphasis>slanted</> and <emphasis>slanted</>'],
    ['***both***', '<strong><emphasis>both</></>'],
    ['__under__ ~~gone~~ ||secret||', '<underline>under</> <strike>gone</> <spoiler>secret</>'],
    ['`a *b* c` and ``a ` b``', '<code>a *b* c</> and <code>a ` b</>'],
    ['\\*not slanted\\* \\[no link\\](x)', '*not slanted* [no link](x)'],
    ['**a \\** b**', '<strong>a ** b</>'],
    ['snake_case_name and 5 * 3 * 2', 'snake_case_name and 5 * 3 * 2'],
    ['[7](https://a.example/x#:~:text=said%20she)', '<link https://a.example/x#:~:text=said%20she>7</>'],
    ['see https://a.example/b, and', 'see <link https://a.example/b>https://a.example/b</>, and'],
    ['<https://a.example/b>', '<link https://a.example/b>https://a.example/b</>'],
    [
      '<@123> <@&45> <#67> </help:89> @everyone',
      '<user 123> <role 45> <channel 67> <command help> <everyone>@everyone</>',
    ],
    ['<t:1700000000:R> <t:5>', '<time 1700000000000 R> <time 5000 f>'],
    ['<:wave:123>', '<emoji wave>'],
  ])('%s', (text, expected) => expect(line(text)).toBe(expected));

  test.each([
    ['# One\n## Two\ntext', '<h1>One</><h2>Two</><p>text</>'],
    ['-# small **print**', '<subtext>small <strong>print</></>'],
    ['> one\n> two\nthree', '<quote><p>one\ntwo</></><p>three</>'],
    ['>>> one\n# two', '<quote><p>one</><h1>two</></>'],
    ['- a\n  - b\n- c', '<list -><0>a<1>b<0>c</>'],
    ['3. c\n4. d', '<list 3><0>c<0>d</>'],
    ['before\n```js\nlet *a*;\n```\nafter', '<p>before</><code-block>let *a*;</><p>after</>'],
  ])('%j', (text, expected) => expect(drawn(text)).toBe(expected));
});

describe('what stays text', () => {
  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[x](javascript:alert(1))',
    '[x](data:text/html,hello)',
    '<t:99999999999999999:R>',
    '** not bold **',
    '[a](https://',
  ])('%s', (text) => expect(line(text)).toBe(text));

  test('a link in the label of a link is a label', () => {
    expect(line('[https://good.example](https://bad.example/x)')).toBe(
      '<link https://bad.example/x>https://good.example</>',
    );
  });
});

test('a message of marks only is read in a moment', () => {
  // Of this thread alone: the machine is shared.
  const before = process.threadCpuUsage();
  for (const text of ['*'.repeat(4000), '_*'.repeat(2000), '|| '.repeat(1300), '['.repeat(4000), '\\'.repeat(4000)])
    drawn(text);
  // Generous: a pattern that goes back and forth would take minutes.
  const { user, system } = process.threadCpuUsage(before);
  expect((user + system) / 1000).toBeLessThan(10_000);
});
