/** Cookie and consent boxes, taken out before Readability can take one for the article. */
import { nextNode, nextNodeAfter, type PageDocument, PageElement } from './dom.ts';
import type { ExtractRecord } from './extract.ts';
import { selectorOf } from './page.ts';
import { oneLine } from './visible-text.ts';

/** Names of consent tools and the words that sites use for their own. */
const NAMES =
  /cookie|consent|gdpr|ccpa|onetrust|didomi|usercentrics|truste|qc-cmp|sp_message|iubenda|klaro|borlabs|cmplz|eucookie|privacy-?(?:banner|notice|manager|popup|wall)/;
/** Not the box itself: the page that says it has one, or a text about cookies. */
const KEPT_TAGS = new Set(['HTML', 'BODY', 'MAIN', 'ARTICLE', 'P', 'A', 'SPAN', 'H1', 'H2', 'H3', 'LI']);
/** A box that holds more of the page's text is the page. */
const MAX_SHARE = 0.3;
const MAX_INK = 6_000;
const MAX_RECORD_CHARACTERS = 2_000;

export function removeConsent(document: PageDocument): ExtractRecord[] {
  const records: ExtractRecord[] = [];
  const { body } = document;
  const limit = Math.min(MAX_INK, body.measure.ink * MAX_SHARE);
  let node = nextNode(body, body);
  while (node) {
    if (!(node instanceof PageElement) || !isBox(node) || node.measure.ink > limit) {
      node = nextNode(node, body);
      continue;
    }
    const next = nextNodeAfter(node, body);
    const text = oneLine(node.textContent).slice(0, MAX_RECORD_CHARACTERS);
    if (text)
      records.push({
        step: 'consent',
        selector: selectorOf(node.localName, node.attributeMap),
        reason: 'consent box',
        text,
      });
    node.remove();
    node = next;
  }
  return records;
}

function isBox(element: PageElement): boolean {
  const { class: names = '', id = '' } = element.attributeMap;
  if (names === '' && id === '') return false;
  return NAMES.test(`${id} ${names}`.toLowerCase()) && !KEPT_TAGS.has(element.tagName);
}
