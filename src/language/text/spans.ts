/** Stretches of text in order, found by halving: an article of 200,000 words has thousands of them. */
import type { Span } from '#domain';

/** Index of the first item that passes; those before it fail, all behind it pass. The list's length when none does. */
export function firstIndex<Item>(items: readonly Item[], passes: (item: Item) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(items[middle] as Item)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Those that share at least one character with the span. */
export function touching<Item extends Span>(items: readonly Item[], span: Span): readonly Item[] {
  const first = firstIndex(items, (item) => item.end > span.start);
  return takeWhile(items, first, (item) => item.start < span.end);
}

/** Those that begin inside the span. */
export function beginningIn<Item extends Span>(items: readonly Item[], span: Span): readonly Item[] {
  const first = firstIndex(items, (item) => item.start >= span.start);
  return takeWhile(items, first, (item) => item.start < span.end);
}

/** Those that lie inside the span as a whole. */
export function within<Item extends Span>(items: readonly Item[], span: Span): readonly Item[] {
  const first = firstIndex(items, (item) => item.start >= span.start);
  return takeWhile(items, first, (item) => item.end <= span.end);
}

function takeWhile<Item>(items: readonly Item[], first: number, passes: (item: Item) => boolean): readonly Item[] {
  let end = first;
  while (end < items.length && passes(items[end] as Item)) end++;
  return items.slice(first, end);
}
