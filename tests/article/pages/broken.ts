/** Pages whose markup is not what a standard says, or whose text stands somewhere else. */
import { newspaper, type PageCase, paragraphs, STORY } from './page.ts';

const jsonLd = (article: Readonly<Record<string, unknown>>): string =>
  `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', '@type': 'NewsArticle', headline: 'Tarnholm opens its reading room again', ...article })}</script>`;

const OTHER_BODY =
  'The cannery of Skarvik will take on forty people before the summer, its owner said, because the herring came back. '.repeat(
    12,
  );

export const BROKEN: readonly PageCase[] = [
  {
    name: 'text between breaks, without a paragraph',
    html: `<html><head><title>Tarnholm opens its reading room again</title></head><body><b>Tarnholm opens its reading room again</b><br><br>${STORY.join('<br><br>')}</body></html>`,
    holds: STORY,
    needs: ['blocks'],
  },
  {
    name: 'no html, head or body at all',
    html: `<title>Tarnholm opens its reading room again</title><h1>Tarnholm opens its reading room again</h1>${STORY.map((text) => `<p>${text}`).join('\n')}`,
    holds: STORY,
    lacks: ['Tarnholm opens'],
    needs: [['readability', 'title']],
  },
  {
    name: 'text after the end of the page',
    html: `<html><head><title>Tarnholm opens its reading room again</title></head><body><div><h1>Tarnholm opens its reading room again</h1>${paragraphs(STORY.slice(0, 3))}</div></body></html>${paragraphs(STORY.slice(3))}`,
    holds: STORY,
    needs: ['one-body'],
  },
  {
    name: 'two bodies',
    html: `<html><head><title>Tarnholm opens its reading room again</title></head><body><p><a href="/">Front page</a></p></body><body class="second"><div>${paragraphs()}</div></body></html>`,
    holds: STORY,
    needs: ['one-body'],
  },
  {
    name: 'paragraphs that are divs',
    html: newspaper(STORY.map((text) => `<div>${text}</div>`).join('')),
    holds: STORY,
    needs: ['blocks'],
  },
  {
    name: 'lines broken in the middle of sentences',
    html: newspaper(`<p>${STORY[0].replace('two years', '<br>two years')}</p><p>${STORY[1]}</p><p>${STORY[2]}</p>`),
    holds: STORY.slice(0, 3),
    needs: ['broken-lines'],
  },
  {
    name: 'tables and fonts of old, with a menu beside the text',
    html: `<html><head><title>Tarnholm opens its reading room again</title></head><body><table><tr><td width="150"><font size="1"><a href="/">Front page</a><br><a href="/t">Town</a></font></td><td><font face="Times">${paragraphs()}</font></td></tr></table></body></html>`,
    holds: STORY,
    lacks: ['Front page'],
    needs: ['menu'],
  },
  {
    name: 'text in a form around the whole page',
    html: `<html><head><title>Tarnholm opens its reading room again</title></head><body><form method="post" action="/x"><div class="content">${paragraphs()}</div></form><p>Rented by the month</p></body></html>`,
    holds: STORY,
    lacks: ['Rented by'],
    needs: ['readability'],
  },
  {
    name: 'a beginning on the page and the whole text in its data',
    html: newspaper(paragraphs(STORY.slice(0, 2)), { head: jsonLd({ articleBody: STORY.join('\n\n') }) }),
    holds: STORY,
    needs: ['json-ld'],
  },
  {
    name: 'the text of another article in its data',
    html: newspaper(paragraphs(STORY.slice(0, 3)), { head: jsonLd({ articleBody: OTHER_BODY }) }),
    holds: STORY.slice(0, 3),
    lacks: ['cannery of Skarvik', 'Quay 4'],
    needs: ['agreement'],
  },
  {
    name: 'a marked body beside a longer box that reads like one',
    html: newspaper(`<div itemprop="articleBody">${paragraphs(STORY.slice(0, 2))}</div>`, {
      attributes: 'class="story"',
      after: `<div class="entry post content">${OTHER_BODY.split('. ')
        .map((text) => `<p>${text}, and so on, and so forth, as the owner, the union, and the county put it.</p>`)
        .join('')}</div>`,
    }),
    holds: STORY.slice(0, 2),
    lacks: ['cannery of Skarvik'],
    needs: ['marked-body'],
  },
  {
    name: 'quotation marks that the browser would draw',
    html: newspaper(
      `${paragraphs(STORY.slice(0, 4))}<p>The log ends with the words <q>no water under the keel</q>, written by a hand that shook, as anybody can see who bends over the case in the right light.</p>`,
    ),
    holds: [
      'The log ends with the words “no water under the keel”, written by a hand that shook, as anybody can see who bends over the case in the right light.',
    ],
    needs: ['drawn-quotes'],
  },
  {
    name: 'a heading with nothing under it at the end',
    html: newspaper(`${paragraphs()}<h3>From our pages</h3>`),
    holds: STORY,
    lacks: ['From our pages'],
    needs: ['end-heading'],
  },
  {
    name: 'a page that hides itself behind an open dialog',
    html: `<html><head><title>Tarnholm opens its reading room again</title></head><body><div id="page" aria-hidden="true"><article><h1>Tarnholm opens its reading room again</h1>${paragraphs()}</article></div><div role="dialog"><p>Choose your edition of the paper.</p></div></body></html>`,
    holds: STORY,
    lacks: ['Choose your edition'],
    needs: ['behind-dialog'],
  },
  {
    name: 'what the house says of itself in an element named as the foot of the page',
    html: newspaper(paragraphs(STORY.slice(0, 3)), {
      after:
        '<div class="footer-text"><p>The Letter is published by the Gull Press, Quay 4. All letters are read, few are printed, and none is returned to those who wrote it.</p></div>',
    })
      .replace('<main>', '')
      .replace('</main>', ''),
    holds: STORY.slice(0, 3),
    lacks: ['Gull Press'],
    needs: [['readability', 'named-element']],
  },
];
