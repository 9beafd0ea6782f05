import { foldAccents } from './tokens.ts';

const TITLES = new Set(
  'mr mrs ms miss dr sen rep gov president prime minister deputy foreign the a an former herr frau monsieur madame señor señora'.split(
    ' ',
  ),
);
const bareWords = (name: string): string[] =>
  name
    .split(/[\s,.]+/u)
    .map(foldAccents)
    .filter((word) => word.length > 1 && !TITLES.has(word));

/** Do two names mean the same party? The shorter must be the end or the whole of the longer: "Peskov", "Dmitry Peskov". */
export function sameSpeaker(a: string, b: string): boolean {
  const [short, long] = [bareWords(a), bareWords(b)].sort((x, y) => x.length - y.length);
  if (!short || !long || short.length === 0) return false;
  return short.every((word, index) => long[long.length - short.length + index] === word);
}
