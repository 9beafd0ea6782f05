/** Links in messages, one address for the ways to one article, hosts as they may be shown. */
import { describe, expect, it } from 'vitest';

import { canonicalAddress, displayHost, findLinks } from '#article';

import { believedAddress } from '../../src/article/parse.ts';

const A = 'https://news-site.org/a';

describe('links in a message', () => {
  it('finds in an address alone what it finds beside a word', () => {
    const parts = [
      'a',
      'b1',
      '-',
      '.',
      '_',
      '%20',
      '?',
      '=',
      '&',
      '/',
      '~',
      'html',
      'M',
      '%',
      '--',
      '..',
      '#',
      '|',
      ';',
    ];
    const hosts = [
      'example.org',
      '127.0.0.1:80',
      'localhost',
      'a-b.c',
      '-x.org',
      'x..y',
      'exa_mple.org',
      'EX.ORG',
      'x.-y',
    ];
    let seed = 7;
    const oneOf = (all: readonly string[]): string => {
      seed = (seed * 48_271) % 2_147_483_647;
      return all[seed % all.length] ?? '';
    };
    for (let round = 0; round < 20_000; round++) {
      const address = `${oneOf(['http://', 'HTTPS://'])}${oneOf(hosts)}/${Array.from({ length: round % 7 }, () => oneOf(parts)).join('')}`;
      const beside = findLinks(`a ${address}`).map((link) => ({ ...link, index: link.index - 2 }));
      expect({ address, found: findLinks(address) }).toEqual({ address, found: beside });
    }
  });

  it.each<[string, string[]]>([
    [`look ${A}`, [A]],
    [`${A} and http://other.org/b?c=d#e`, [A, 'http://other.org/b?c=d#e']],
    [`(see ${A})`, [A]],
    [`${A}.`, [A]],
    [`${A}, they say`, [A]],
    [`“${A}”`, [A]],
    [`**${A}**`, [A]],
    [`__${A}__`, [A]],
    [`~~${A}~~`, [A]],
    [`[the story](${A})`, [A]],
    [`${A}_(harbour)`, [`${A}_(harbour)`]],
    ['https://bücher-news.de/ä', ['https://bücher-news.de/ä']],
    ['ftp://news-site.org/a', []],
    ['mailto:a@news-site.org', []],
    ['news-site.org/a without a scheme', []],
    ['a@news-site.org', []],
    ['https://', []],
    ['no link at all', []],
    [`<@123> ${A} <#456> <:boat:789>`, [A]],
    [`> ${A}`, [A]],
    [`- ${A}\n- ${A}b`, [A, `${A}b`]],
  ])('%s', (message, urls) => {
    expect(findLinks(message).map(({ url }) => url)).toEqual(urls);
  });

  it.each([
    [`||${A}||`, { isSpoiler: true, isSuppressed: false, isCode: false }],
    [`|| the end: ${A} ||`, { isSpoiler: true }],
    [`||one|| ${A} ||two||`, { isSpoiler: false }],
    [`\`||\` ${A} ||`, { isSpoiler: false }],
    [`<${A}>`, { isSpoiler: false, isSuppressed: true, isCode: false }],
    [`\`${A}\``, { isCode: true }],
    [`\`\`\`\n${A}\n\`\`\``, { isCode: true }],
    [`\`\`a \` ${A}\`\``, { isCode: true }],
    [`\`one\` ${A} \`two\``, { isCode: false }],
    [`a \` alone ${A}`, { isCode: false }],
  ])('%s is marked', (message, marks) => {
    expect(findLinks(message)).toEqual([expect.objectContaining({ url: A, ...marks })]);
  });

  it('stand where they say', () => {
    const message = `one ${A} two ||${A}b||`;
    for (const { url, index } of findLinks(message)) expect(message.slice(index, index + url.length)).toBe(url);
  });

  it('are found in any text without standing still', () => {
    for (const text of ['`'.repeat(20_000), '||'.repeat(10_000), 'http://'.repeat(3_000), '('.repeat(20_000)])
      expect(findLinks(text).length).toBeLessThan(3_000);
  });
});

describe('one address for one article', () => {
  it.each([
    [`${A}?utm_source=x&utm_medium=y&id=7`, `${A}?id=7`],
    [`${A}?fbclid=1`, A],
    [`${A}?gclid=1&b=2&a=1`, `${A}?b=2&a=1`],
    [`${A}?ref=twitter`, A],
    [`${A}?ref=chapter-2`, `${A}?ref=chapter-2`],
    [`${A}#comments`, A],
    [`${A}#:~:text=harbour`, A],
    ['https://m.news-site.org/a', 'https://www.news-site.org/a'],
    ['https://amp.news-site.org/a', 'https://www.news-site.org/a'],
    ['https://en.m.news-site.org/a', 'https://en.news-site.org/a'],
    ['https://m.com/a', 'https://m.com/a'],
    [`${A}/amp/`, A],
    [`${A}.amp.html`, `${A}.html`],
    [
      'https://news-site.org/amp/politics/a-long-story-of-the-day',
      'https://news-site.org/politics/a-long-story-of-the-day',
    ],
    ['https://news-site.org/amp/', 'https://news-site.org/'],
    ['https://news-site.org/amplifier', 'https://news-site.org/amplifier'],
    ['https://news-site-org.cdn.ampproject.org/c/s/news-site.org/a', A],
    ['https://www.google.com/amp/s/news-site.org/a', A],
    ['HTTPS://NEWS-SITE.ORG/A', 'https://news-site.org/A'],
    ['https://news-site.org:443/a', A],
    ['no link', 'no link'],
  ])('%s → %s', (link, address) => {
    expect(canonicalAddress(link)).toBe(address);
    expect(canonicalAddress(address)).toBe(address);
  });
});

describe('the address that a page gives itself', () => {
  it.each([
    ['of the same site', 'https://www.news-site.org/b', 'https://www.news-site.org/b'],
    ['relative', '/b?id=2', 'https://news-site.org/b?id=2'],
    ['with tracking', 'https://news-site.org/b?utm_source=x', 'https://news-site.org/b'],
    ['of another site', 'https://other.org/b', A],
    ['of a site that only ends alike', 'https://evil-news-site.org/b', A],
    ['of a neighbour under a shared ending', 'https://other.co.uk/b', A],
    ['that is the front page', 'https://news-site.org/', A],
    ['with another port', 'https://news-site.org:8443/b', A],
    ['with a name and password', 'https://u:p@news-site.org/b', A],
    ['that is a script', 'javascript:alert(1)', A],
    ['that is no address', 'https://[', A],
    ['that is missing', null, A],
  ])('%s', (_what, canonical, address) => {
    expect(believedAddress(canonical, `${A}?fbclid=9`)).toBe(address);
  });

  it('says nothing for a text without a link', () => {
    expect(believedAddress('https://news-site.org/b', null)).toBeNull();
  });
});

describe('the host as it is shown', () => {
  it.each([
    [A, 'news-site.org'],
    ['https://bücher.de/', 'bücher.de'],
    ['https://xn--bcher-kva.de/', 'bücher.de'],
    ['https://новости.рф/', 'новости.рф'],
    ['https://日本語ニュース.jp/', '日本語ニュース.jp'],
    ['https://뉴스.kr/', '뉴스.kr'],
    ['https://أخبار.com/', 'أخبار.com'],
    // Cyrillic letters that look like Latin ones, alone and mixed
    ['https://аррӏе.com/', 'xn--80ak6aa92e.com'],
    ['https://pаypal.com/', 'xn--pypal-4ve.com'],
    ['https://ɡoogle.com/', 'xn--oogle-qmc.com'],
    ['https://gοοgle.com/', 'xn--ggle-0nda.com'],
    ['not a link', ''],
  ])('%s → %s', (link, shown) => {
    expect(displayHost(link)).toBe(shown);
  });
});
