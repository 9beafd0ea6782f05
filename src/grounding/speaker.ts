/** Who said it: a draft's speaker against what the rules of `language` found beside the words. */
import { type Article, type Attribution, cut, type DraftPosition, type Span, type Speaker } from '#domain';
import { fold, functionWords, sameSpeaker, stems, tokensOf } from '#language';

import { attributionsOfQuotation, attributionsOfSentence } from './attributions.ts';
import { orderedShare } from './distance.ts';
import { contentText } from './line-speaker.ts';

/**
 * - `confirmed`: the rules found the same speaker
 * - `moved`: the rules are certain that it was somebody else, and who
 * - `unclear`: nobody can tell; shown as "speaker unclear"
 * - `wrong`: certainly not this speaker, and not certain who instead
 */
export type SpeakerVerdict =
  | { readonly verdict: 'confirmed'; readonly speaker: Speaker }
  | { readonly verdict: 'moved'; readonly speaker: Speaker }
  | { readonly verdict: 'unclear' }
  | { readonly verdict: 'wrong' };

/** Attributions that could be the one a position speaks of: those of its quotations, else those of its sentences. */
function attributionsOf(article: Article, quotations: readonly string[], evidence: readonly number[]): Attribution[] {
  const found =
    quotations.length > 0
      ? quotations.flatMap((id) => attributionsOfQuotation(article, id))
      : evidence.flatMap((number) => attributionsOfSentence(article, number));
  return [...new Set(found)];
}

const contentWords = (text: string, language: string): string[] => {
  const stop = functionWords(language);
  return tokensOf(text)
    .map((token) => fold(token.text))
    .filter((word) => !stop.has(word) || word.length > 3);
};

/** "the mayor" for Mayor Ines Okafor, "the foreign ministry" for its spokeswoman: every word of it belongs to the speaker. */
function describes(article: Article, description: string, speaker: Speaker, mention: string): boolean {
  const wanted = contentWords(description, article.language);
  if (wanted.length === 0) return fold(description.trim()) === fold(mention.trim());
  const own = new Set(
    contentWords([speaker.name, speaker.role, speaker.speaksFor, mention].filter(Boolean).join(' '), article.language),
  );
  return wanted.every((word) => own.has(word));
}

/** The one party of the article whose role the words name: "the mayor" is Ines Okafor where the article has one mayor. */
export function partyByRole(article: Article, words: string): string | null {
  const wanted = contentWords(words, article.language);
  if (wanted.length === 0) return null;
  const holders = article.parties.filter((party) => {
    const role = new Set(contentWords(party.role ?? '', article.language));
    return wanted.every((word) => role.has(word));
  });
  return holders.length === 1 ? (holders[0]?.name ?? null) : null;
}

const NAME = String.raw`\p{Lu}[\p{L}'’-]+(?: (?:\p{Lu}[\p{L}'’.-]*|de|del|della|van|von|der|al|la|le)){0,4}`;
const APPOSED_BEHIND = new RegExp(`^, (${NAME})(?=[.,;])`, 'u');
const APPOSED_BEFORE = new RegExp(`(${NAME}), $`, 'u');
const APPOSED_REACH = 80;

/** "said the mayor, Élise Tardieu" and "Élise Tardieu, the mayor, said": the name beside a description. */
function apposedNames(article: Article, mention: Span): string[] {
  const behind = APPOSED_BEHIND.exec(article.text.slice(mention.end, mention.end + APPOSED_REACH))?.[1];
  const before = APPOSED_BEFORE.exec(
    article.text.slice(Math.max(0, mention.start - APPOSED_REACH), mention.start),
  )?.[1];
  const isDescription = /^\p{Ll}/u.test(cut(article, mention));
  return isDescription ? [behind, before].filter((name) => name !== undefined) : [];
}

/** Does this name or description mean the speaker that the rules found? */
export function meansSpeaker(article: Article, claimed: string, attribution: Attribution): boolean {
  const { speaker, mention } = attribution;
  if (!speaker) return false;
  if (sameSpeaker(speaker.name, claimed)) return true;
  const mentioned = mention ? cut(article, mention) : '';
  if (describes(article, claimed, speaker, mentioned)) return true;
  if (mention && apposedNames(article, mention).some((name) => sameSpeaker(name, claimed))) return true;
  const holder = partyByRole(article, speaker.name);
  return holder !== null && sameSpeaker(holder, claimed);
}

/** True when the rules are certain that this speaker, and no other, said the quotation. */
export function isConfirmedSpeaker(article: Article, claimed: string, quotation: string): boolean {
  const certain = attributionsOfQuotation(article, quotation).filter((attribution) => attribution.certain);
  return certain.length > 0 && certain.every((attribution) => meansSpeaker(article, claimed, attribution));
}

/** The article's own form of the speaker, with the draft's role kept only where the article has none of its own. */
function merged(found: Speaker, drafted: Speaker): Speaker {
  return { name: found.name, role: found.role ?? drafted.role, speaksFor: found.speaksFor ?? drafted.speaksFor };
}

/** From this share of its words on, in order, inside the words of an attribution, a statement counts as a report of that attribution. */
const SAME_WORDS_SHARE = 0.6;
/** Two speakings this near to each other in share cannot be told apart. */
const CLEARLY_NEARER = 0.15;

/** The attributions of the cited sentences that the statement reports, the nearest in words first. */
function reportedBy(article: Article, statement: string, evidence: readonly number[]): Attribution[] {
  const wanted = stems(statement, article.language);
  const shares = attributionsOf(article, [], evidence)
    .map((attribution) => ({
      attribution,
      share: orderedShare(wanted, stems(contentText(article, attribution), article.language)),
    }))
    .filter(({ share }) => share >= SAME_WORDS_SHARE)
    .sort((a, b) => b.share - a.share);
  const best = shares[0]?.share ?? 0;
  return shares.filter(({ share }) => share > best - CLEARLY_NEARER).map(({ attribution }) => attribution);
}

/** @param isNamed whether the article names the drafted speaker near the evidence. */
export function judgeSpeaker(
  article: Article,
  draft: Pick<DraftPosition, 'speaker' | 'statement'>,
  quotations: readonly string[],
  evidence: readonly number[],
  isNamed: boolean,
): SpeakerVerdict {
  const { speaker: drafted } = draft;
  const means = (candidate: Attribution): boolean => meansSpeaker(article, drafted.name, candidate);
  const isOther = (candidate: Attribution): boolean =>
    candidate.certain && candidate.speaker !== null && !means(candidate);
  const reported = reportedBy(article, draft.statement, evidence);
  // The statement is somebody else's words, whatever quotations stand below it.
  const isForeign = reported.length > 0 && reported.every(isOther);
  if (quotations.length === 0) {
    if (isForeign) return settleDisagreement(reported, false);
    const candidates = reported.length > 0 ? reported : attributionsOf(article, [], evidence);
    const agreeing = candidates.find(means);
    if (agreeing?.speaker) return { verdict: 'confirmed', speaker: merged(agreeing.speaker, drafted) };
    if (candidates.some(isOther)) return settleDisagreement(candidates.filter(isOther), false);
    // No rule fired here. For reported speech (a third of which the rules miss) being named in the evidence is enough.
    return isNamed ? { verdict: 'confirmed', speaker: drafted } : { verdict: 'unclear' };
  }
  const candidates = attributionsOf(article, quotations, []);
  const disagreeing = candidates.filter(isOther);
  // Quoted words need a certain rule; a guess that agrees with the writer's guess is still a guess.
  const agreeing = candidates.find((candidate) => candidate.certain && means(candidate));
  // Quoted words belong to one speaker each: one certain disagreement outweighs an agreement elsewhere.
  if (disagreeing.length > 0) return settleDisagreement(disagreeing, agreeing !== undefined);
  if (isForeign) return { verdict: 'wrong' };
  if (agreeing?.speaker) return { verdict: 'confirmed', speaker: merged(agreeing.speaker, drafted) };
  return { verdict: 'unclear' };
}

function settleDisagreement(disagreeing: readonly Attribution[], isMixed: boolean): SpeakerVerdict {
  const speakers = disagreeing.map((attribution) => attribution.speaker).filter((speaker) => speaker !== null);
  const [first] = speakers;
  if (!isMixed && first && speakers.every((speaker) => sameSpeaker(speaker.name, first.name))) {
    return { verdict: 'moved', speaker: first };
  }
  return { verdict: 'wrong' };
}
