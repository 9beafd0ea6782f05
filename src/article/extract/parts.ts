/** Parts that are taken out of the tree before Readability sees it: consent boxes, cards that hover over a name, tools in headings. */
import { nextNode, nextNodeAfter, type PageDocument, PageElement } from './dom.ts';
import { nameTokens } from './hints.ts';
import { selectorOf } from './page.ts';
import type { ExtractRecord } from './record.ts';
import { HEADINGS } from './tags.ts';
import { oneLine } from './visible-text.ts';

interface PartStep {
  readonly name: string;
  readonly reason: string;
  readonly matches: (element: PageElement, says: Names) => boolean;
}

/** What a class or an id says. */
interface Names {
  readonly isConsent: (name: string) => boolean;
  readonly isCard: (name: string) => boolean;
}

/** A part that holds more of the page's text is the page. */
const MAX_SHARE = 0.3;
const MAX_INK = 6_000;
const MAX_RECORD_CHARACTERS = 2_000;

/** Names of consent tools and the words that sites use for their own. */
const CONSENT_NAMES =
  /cookie|consent|gdpr|ccpa|onetrust|didomi|usercentrics|truste|qc-cmp|sp_message|iubenda|klaro|borlabs|cmplz|eucookie|privacy-?(?:banner|notice|manager|popup|wall)|(?:^|\s)cc-(?:window|banner)/i;
/** Not the box itself: the page that says it has one, or a text about cookies. */
const NEVER_CONSENT = new Set(['HTML', 'BODY', 'MAIN', 'ARTICLE', 'P', 'A', 'SPAN', 'H1', 'H2', 'H3', 'LI']);

const CARD_TOKENS = new Set(
  'tooltip tooltips tooltiptext hovercard popover popup rollover flyout tippy hovercards infotip'.split(' '),
);
const INLINE_TAGS = new Set(['SPAN', 'A', 'SUP', 'B', 'STRONG', 'EM', 'I', 'SMALL']);

const STEPS: readonly PartStep[] = [
  { name: 'consent', reason: 'consent box or dialog', matches: isConsentBox },
  { name: 'hover-card', reason: 'shown when a pointer rests on a name', matches: isHoverCard },
  { name: 'heading-link', reason: 'tool beside a heading', matches: isHeadingLink },
];

export function removeParts(document: PageDocument, off: ReadonlySet<string>): ExtractRecord[] {
  const records: ExtractRecord[] = [];
  const { body } = document;
  const limit = Math.min(MAX_INK, body.measure.ink * MAX_SHARE);
  const steps = STEPS.filter(({ name }) => !off.has(name));
  const says: Names = { isConsent: once((name) => CONSENT_NAMES.test(name)), isCard: once(isCardName) };
  let node = nextNode(body, body);
  while (node) {
    const step = node instanceof PageElement ? partStep(steps, node, says) : undefined;
    if (!step || !(node instanceof PageElement) || node.measure.ink > limit) {
      node = nextNode(node, body);
      continue;
    }
    const next = nextNodeAfter(node, body);
    const text = oneLine(node.textContent).slice(0, MAX_RECORD_CHARACTERS);
    if (text)
      records.push({
        step: step.name,
        selector: selectorOf(node.localName, node.attributeMap),
        reason: step.reason,
        text,
      });
    node.remove();
    node = next;
  }
  return records;
}

/** Elements by the hundred share a name: each is looked at once a page. */
function once(test: (name: string) => boolean): (name: string) => boolean {
  const known = new Map<string, boolean>();
  return (name) => {
    let answer = known.get(name);
    if (answer === undefined) {
      answer = test(name);
      known.set(name, answer);
    }
    return answer;
  };
}

function partStep(steps: readonly PartStep[], element: PageElement, says: Names): PartStep | undefined {
  const { class: names, id, href, role } = element.attributeMap;
  return names || id || href || role ? steps.find(({ matches }) => matches(element, says)) : undefined;
}

function isConsentBox({ attributeMap, tagName }: PageElement, { isConsent }: Names): boolean {
  const { class: names, id, role } = attributeMap;
  if (role === 'dialog' || role === 'alertdialog') return true;
  const isNamed = (names !== undefined && isConsent(names)) || (id !== undefined && isConsent(id));
  return isNamed && !NEVER_CONSENT.has(tagName);
}

const isCardName = (name: string): boolean => nameTokens({ class: name }).some((token) => CARD_TOKENS.has(token));

function isCard({ attributeMap }: PageElement, says: Names): boolean {
  const { class: names, id, role } = attributeMap;
  if (role === 'tooltip') return true;
  return (names !== undefined && says.isCard(names)) || (id !== undefined && says.isCard(id));
}

/** Inside a line of text and named as a card: not the word it hangs on, nor what wraps the two. */
function isHoverCard(element: PageElement, says: Names): boolean {
  const parent = element.parentNode;
  if (!parent || !(parent.tagName === 'P' || parent.tagName === 'LI' || INLINE_TAGS.has(parent.tagName))) return false;
  if (!isCard(element, says)) return false;
  const inner = element.querySelectorAll('span,div,aside,ul').find((each) => isCard(each, says));
  if (inner) return inner.measure.ink === element.measure.ink;
  if (element.attributeMap.role === 'tooltip' || nameTokens(element.attributeMap).includes('tooltiptext')) return true;
  return element.querySelectorAll('img,p,ul,div').length > 0 || element.querySelectorAll('a').length > 1;
}

const TOOL = /^(?:\[.{1,25}\]|[#¶§🔗]|permalink)$/iu;
const MAX_TOOL_INK = 30;

/** "[edit]", "¶": wikis and manuals put them behind each heading. */
function isHeadingLink(element: PageElement): boolean {
  const { parentNode, measure, tagName } = element;
  if (!parentNode || !HEADINGS.has(parentNode.localName) || measure.ink > MAX_TOOL_INK || measure.ink === 0)
    return false;
  const isLink = tagName === 'A' || element.querySelectorAll('a').length > 0;
  return isLink && measure.ink < parentNode.measure.ink && TOOL.test(oneLine(element.textContent));
}
