/** What extraction hands on: paragraphs of the body, and why the rest of the page is not among them. */
import type { ParagraphKind } from '#domain';

export interface BodyParagraph {
  readonly text: string;
  readonly kind: ParagraphKind;
}

/** Why a piece of text is not in the body, or is in it although Readability left it out. */
export interface ExtractRecord {
  readonly step: string;
  readonly selector: string;
  readonly reason: string;
  readonly text: string;
}
