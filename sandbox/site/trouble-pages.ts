/** Pages that are hard to read, each answered at once. */
import { ARTICLES, articlePage } from './articles.ts';
import { encodeShiftJis, encodeSingleByte } from './encodings.ts';
import { makePdf, makePng } from './files.ts';
import type { Page } from './page.ts';

/** Pages that answer at once and are hard to read. Paths are stable: tests name them. */

const RUSSIAN =
  'Городской совет Приморска решил закрыть ночной паром. «Мы не можем платить за пустой паром», — сказала мэр Анна Белова. ';
const JAPANESE = '港町の議会は夜のフェリーを廃止することを決めた。「乗客が少なすぎる」と市長の山田花子は述べた。';
const ACCENTS = 'Le café de la Gare a fermé. « Nous n’avons plus de clients », a déclaré Éloïse Müller. ';

function htmlAround(body: string, head = ''): string {
  return `<!doctype html><html><head>${head}<title>A page</title></head><body><article><h1>A page</h1>${body}</article></body></html>`;
}

function longText(sentence: string, times = 20): string {
  return Array.from({ length: times }, () => `<p>${sentence}</p>`).join('\n');
}

const html = (body: string | Buffer, contentType = 'text/html; charset=utf-8'): Page => ({ body, contentType });

function encodedPages(): Record<string, Page> {
  const russian = (meta: string) => htmlAround(longText(RUSSIAN), meta ? `<meta charset="${meta}">` : '');
  return {
    '/encoding/windows-1251': html(encodeSingleByte(russian(''), 'windows-1251'), 'text/html; charset=windows-1251'),
    '/encoding/windows-1251-meta': html(encodeSingleByte(russian('windows-1251'), 'windows-1251'), 'text/html'),
    /** The header is wrong, the meta element is right. By the HTML standard the header wins; the text comes out broken. */
    '/encoding/wrong-header': html(
      encodeSingleByte(russian('windows-1251'), 'windows-1251'),
      'text/html; charset=utf-8',
    ),
    /** The header is right, the meta element is wrong. */
    '/encoding/wrong-meta': html(encodeSingleByte(russian('utf-8'), 'windows-1251'), 'text/html; charset=windows-1251'),
    /** Two meta elements that contradict one another, and no header. */
    '/encoding/conflict': html(
      Buffer.from(
        htmlAround(
          longText(ACCENTS),
          '<meta charset="utf-8"><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">',
        ),
      ),
      'text/html',
    ),
    '/encoding/unknown-label': html(
      Buffer.from(htmlAround(longText(ACCENTS), '<meta charset="utf-8">')),
      'text/html; charset=x-invented-9',
    ),
    '/encoding/shift_jis': html(encodeShiftJis(htmlAround(longText(JAPANESE))), 'text/html; charset=shift_jis'),
    '/encoding/utf-16': html(Buffer.from(htmlAround(longText(ACCENTS)), 'utf16le'), 'text/html'),
    '/encoding/nul': html(htmlAround(longText('The coun\u0000cil voted 9 to 6 to close the\u0000 ferry.'))),
    '/encoding/broken-utf-8': html(
      Buffer.concat([Buffer.from('<!doctype html><p>'), Buffer.alloc(4000, 0xff), Buffer.from('</p>')]),
    ),
  };
}

function wallPages(origin: string): Record<string, Page> {
  const teaser = ARTICLES[1]?.paragraphs.slice(0, 1).join(' ') ?? '';
  const paywall = JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: ARTICLES[1]?.title,
    isAccessibleForFree: false,
    hasPart: { '@type': 'WebPageElement', isAccessibleForFree: false, cssSelector: '.paywalled' },
  });
  return {
    '/walls/paywall': html(
      `<!doctype html><html lang="en"><head><title>${ARTICLES[1]?.title} | The Sound Courier</title><script type="application/ld+json">${paywall}</script></head><body><article><h1>${ARTICLES[1]?.title}</h1><p>${teaser}</p><div class="paywalled"><h2>Continue reading</h2><p>This article is for subscribers. Subscribe now for 1 crown a month.</p></div></article></body></html>`,
    ),
    '/walls/consent': html(
      '<!doctype html><html><head><title>Before you continue</title></head><body><h1>Before you continue</h1><p>We and our 847 partners store and access information on a device. Choose “Accept all” to go on, or “Manage options”.</p><form><button>Accept all</button><button>Reject all</button></form></body></html>',
    ),
    '/walls/bot': {
      status: 403,
      contentType: 'text/html; charset=utf-8',
      body: '<!doctype html><html><head><title>Just a moment...</title></head><body><h1>Checking your browser</h1><p>Please enable JavaScript and cookies to continue. Verify that you are human.</p></body></html>',
    },
    '/walls/bot-200': html(
      '<!doctype html><html><head><title>Security check</title></head><body><p>Verify that you are human by completing the action below.</p></body></html>',
    ),
    '/walls/script-shell': html(
      '<!doctype html><html><head><title>The Sound Courier</title><script src="/app.js"></script></head><body><div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript></body></html>',
    ),
    '/walls/login': html(
      '<!doctype html><html><head><title>Sign in</title></head><body><form><label>Email<input></label><label>Password<input type="password"></label><button>Sign in</button></form></body></html>',
    ),
    '/listing': html(
      `<!doctype html><html><head><title>The Sound Courier</title></head><body><main><h1>News</h1><ul>${ARTICLES.map((one) => `<li><a href="${origin}${one.path}">${one.title}</a></li>`).join('')}</ul></main></body></html>`,
    ),
    '/short': html(htmlAround('<p>The night ferry is cancelled today because of high wind, Brannoch Lines said.</p>')),
  };
}

function otherKinds(): Record<string, Page> {
  const lines = (ARTICLES[0]?.paragraphs ?? []).map((paragraph) =>
    paragraph.replace(/[“”]/gu, '"').replace(/[’]/gu, "'").replace(/[—]/gu, '-'),
  );
  const wrapped = (text: string) => text.match(/.{1,80}(?:\s|$)/gu)?.map((line) => line.trim()) ?? [];
  return {
    '/files/article.pdf': {
      body: makePdf([lines.slice(0, 5).flatMap(wrapped), lines.slice(5).flatMap(wrapped)]),
      contentType: 'application/pdf',
    },
    '/files/broken.pdf': { body: Buffer.from('%PDF-1.4\nthis is no PDF'), contentType: 'application/pdf' },
    '/files/picture.png': { body: makePng(), contentType: 'image/png' },
    '/images/lead.png': { body: makePng(), contentType: 'image/png' },
    '/files/plain.txt': {
      body: (ARTICLES[0]?.paragraphs ?? []).join('\n\n'),
      contentType: 'text/plain; charset=utf-8',
    },
    '/files/data.json': { body: '{"not":"an article"}', contentType: 'application/json' },
    '/files/unnamed': { body: Buffer.from([0x00, 0x01, 0x02, 0x03]), contentType: 'application/octet-stream' },
    '/files/empty': html(''),
    '/files/lying-type': { body: makePng(), contentType: 'text/html; charset=utf-8' },
  };
}

/** All ready-made pages, by path. */
export function readyPages(origin: string): Record<string, Page> {
  const articles = Object.fromEntries(ARTICLES.map((article) => [article.path, html(articlePage(article, origin))]));
  const statuses = Object.fromEntries(
    [400, 401, 403, 404, 410, 451, 500, 502, 503].map((status) => [
      `/status/${status}`,
      { status, body: htmlAround(`<p>Error ${status}</p>`), contentType: 'text/html; charset=utf-8' } satisfies Page,
    ]),
  );
  return {
    ...articles,
    ...encodedPages(),
    ...wallPages(origin),
    ...otherKinds(),
    ...statuses,
    '/status/429': {
      status: 429,
      body: 'Too many requests',
      contentType: 'text/plain',
      headers: { 'retry-after': '120' },
    },
    '/status/503-later': {
      status: 503,
      body: 'Back soon',
      contentType: 'text/plain',
      headers: { 'retry-after': '60' },
    },
    '/robots.txt': { body: 'User-agent: *\nDisallow: /private/\n', contentType: 'text/plain' },
    '/private/article': html(articlePage(ARTICLES[0] ?? neverEmpty(), origin)),
  };
}

function neverEmpty(): never {
  throw new Error('there are no articles');
}
