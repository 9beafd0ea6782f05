/** Why a text is not the whole article, in English. */
import { type CoverageSentences, firstReason, type TextTable } from '../contract.ts';

const REASONS: CoverageSentences = {
  paywall: 'The site shows the rest to its subscribers only. If you are one, paste the whole text.',
  'cut-text': 'The text breaks off before its end. Attach the whole article as a file.',
  'continue-reading': 'The article continues on another page. Follow its link and give me where it leads.',
  'consent-page': 'A consent box stands before the article. Answer it in a browser and paste the text.',
  'script-shell': 'The text comes only when a browser runs the scripts of the page. Open it and paste the text.',
  'bot-wall': 'The site wants proof that a person is reading. Copy the text from your browser.',
  'not-an-article': 'The page holds several texts and no article. Give a link to one of them.',
  'too-long': 'The text is longer than what I read at once. Choose the part that you mean and send it alone.',
};

export const coverage = {
  /** Empty for a whole text. */
  whyNotAll: firstReason(REASONS),
} as const satisfies TextTable;
