/** Checked lines as markdown: each with one link to its first passage. Takes verified items only. */
import { displayHost, passageLink } from '#article';
import type { BriefChange } from '#briefing';
import {
  type Article,
  type Briefing,
  type CutQuotation,
  type Evidence,
  type Mention,
  type Point,
  type Position,
  sentenceAt,
  type Utterance,
  type Verified,
  whoSaidWhat,
} from '#domain';
import type { Texts } from '#texts';

import { type Line, line } from '../contracts/view.ts';
import { linkTarget, plain, plainLine, shorten } from '../delivery/escape.ts';

/** What a message about an article shows. */
export interface Subject {
  readonly article: Article;
  readonly briefing: Briefing;
  /** What is known of other texts of the same page. */
  readonly change?: BriefChange | null;
}

/** Finding the shortest unique directive takes a search of the text: every page and press shows the same links again. */
const ARTICLES_REMEMBERED = 50;
const linksByArticle = new Map<string, Map<number, string | null>>();

function linksOf(article: Article): Map<number, string | null> {
  const key = `${article.id} ${article.source.kind === 'link' ? article.source.address : ''}`;
  const links = linksByArticle.get(key) ?? new Map<number, string | null>();
  // Put last again: the first is then the one not used for longest.
  linksByArticle.delete(key);
  linksByArticle.set(key, links);
  const [oldest] = linksByArticle.keys();
  if (linksByArticle.size > ARTICLES_REMEMBERED && oldest !== undefined) linksByArticle.delete(oldest);
  return links;
}

/** The article's address with a directive for the sentence; `null` when the article has no address. */
export function sentenceLink(article: Article, number: number): string | null {
  const links = linksOf(article);
  const known = links.get(number);
  if (known !== undefined) return known;
  const link = findLink(article, number);
  links.set(number, link);
  return link;
}

function findLink(article: Article, number: number): string | null {
  const sentence = sentenceAt(article, number);
  const address = sentence && passageLink(article, sentence);
  return address ? linkTarget(address) : null;
}

/** `([7](…), 9)`: the first number leads to its passage, the others are plain. */
function numbers(article: Article, evidence: readonly Evidence[]): string {
  const [first, ...others] = evidence.map(({ sentence }) => sentence);
  if (first === undefined) return '';
  const link = sentenceLink(article, first);
  return ` (${[link ? `[${first}](${link})` : String(first), ...others].join(', ')})`;
}

export function pointLine(article: Article, point: Verified<Point>): Line {
  return line(`• ${plain(point.text)}${numbers(article, point.evidence)}`);
}

export function gistLine(article: Article, gist: Verified<Point>): Line {
  return line(`${plainLine(gist.text)}${numbers(article, gist.evidence)}`);
}

export function positionLines(article: Article, positions: readonly Verified<Position>[], texts: Texts): Line[] {
  return whoSaidWhat(positions).flatMap(({ speaker, utterances }) => {
    const name = plain(shorten(speaker?.name ?? texts.speakerUnclear, NAME_SHOWN));
    const role = speaker?.role ? `, ${plain(shorten(speaker.role, NAME_SHOWN))}` : '';
    const party = speaker?.speaksFor ? plain(shorten(speaker.speaksFor, NAME_SHOWN)) : null;
    const under = `**${name}**${role}${party === null ? '' : `, ${texts.speaksFor({ party })}`}`;
    return utterances.map((utterance) => ({ text: utteranceText(article, utterance, texts), under }));
  });
}

/** The comma before the cue belongs to the article's sentence, and not to what was said. */
const quoted = ({ words }: CutQuotation): string => `“${plain(words.replace(/,$/u, ''))}”`;

function utteranceText(
  article: Article,
  { position, stance, issue, statement, quotations }: Utterance,
  texts: Texts,
): string {
  const about = [issue && plain(issue), stance && texts.stance({ stance })].filter(Boolean);
  const said = [statement === null ? null : plain(statement), ...quotations.map(quoted)].filter(Boolean);
  const relayed = position.relayedBy ? ` – ${texts.relayed({ by: plain(position.relayedBy) })}` : '';
  const before = about.length > 0 ? `${about.join(', ')}: ` : '';
  return `• ${before}${said.join(' ')}${numbers(article, position.evidence)}${relayed}`;
}

export function mentionedLine(mentioned: readonly Verified<Mention>[]): Line[] {
  const names = mentioned.map(({ name, role }) => `${plain(name)}${role ? `, ${plain(role)}` : ''}`);
  return names.length > 0 ? [line(`• ${names.join(' · ')}`)] : [];
}

/** Longer names of sites, people and roles are cut. */
const NAME_SHOWN = 120;
/** Looks like a host name: such a "site name" could claim to be another site. */
const ADDRESS_LIKE = /[\p{L}\p{N}-]\.[\p{L}]{2,}/u;

/** The site by its real host; its own name beside it, where that does not itself look like an address. */
export function siteName(article: Article): string | null {
  const { site } = article.metadata;
  const name = site && !ADDRESS_LIKE.test(site) ? plain(shorten(site, NAME_SHOWN)) : null;
  if (article.source.kind !== 'link') return name;
  const host = plain(displayHost(article.source.address));
  return name ? `${name} (${host})` : host;
}
