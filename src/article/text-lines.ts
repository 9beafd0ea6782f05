/** Text → lines that are paragraphs. Mail and typewriters break lines at a width; such lines are joined again. */
import { squeeze } from '#domain';

/** Where a program breaks lines: between these widths, in characters. */
const MIN_WRAP = 45;
const MAX_WRAP = 110;
const SENTENCE_END = /[.!?…:。！？]["”»’)]?$/u;
const QUOTE_MARK = /^(?:>\s?){1,5}/;
const LIST_ITEM = /^(?:[-–•*·]|\d{1,2}[.)])\s/u;

export function textLines(text: string): string[] {
  const groups: string[][] = [[]];
  for (const raw of text.split('\n')) {
    const line = squeeze(raw.slice(0, 10).replace(QUOTE_MARK, '') + raw.slice(10));
    if (line === '') groups.push([]);
    else groups.at(-1)?.push(line);
  }
  return groups.flatMap((group) => (isWrapped(group) ? joined(group) : group));
}

/** Lines of about one width, most of them ending in the middle of a sentence. */
function isWrapped(group: readonly string[]): boolean {
  const lines = group.slice(0, -1);
  if (lines.length === 0) return false;
  const ofWidth = lines.filter((line) => line.length >= MIN_WRAP && line.length <= MAX_WRAP).length;
  const open = lines.filter((line) => !SENTENCE_END.test(line)).length;
  return ofWidth >= lines.length * 0.8 && open >= lines.length * 0.6;
}

function joined(group: readonly string[]): string[] {
  const lines: string[] = [];
  for (const line of group) {
    const last = lines.length - 1;
    if (last < 0 || LIST_ITEM.test(line)) lines.push(line);
    else lines[last] = `${lines[last] ?? ''} ${line}`;
  }
  return lines;
}
