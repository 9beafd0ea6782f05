/** Numbers and lists in English. */
export const count = (amount: number, one: string, many: string): string =>
  `${amount.toLocaleString('en')} ${amount === 1 ? one : many}`;

export const list = (items: readonly string[], join: 'and' | 'or' = 'and'): string =>
  new Intl.ListFormat('en-GB', { type: join === 'and' ? 'conjunction' : 'disjunction' }).format(items);

/** 90 → "1 minute 30 seconds". */
export function span(seconds: number): string {
  const parts = [
    [Math.floor(seconds / 3600), 'hour'],
    [Math.floor((seconds % 3600) / 60), 'minute'],
    [seconds % 60, 'second'],
  ] as const;
  return parts
    .filter(([amount]) => amount > 0)
    .map(([amount, unit]) => count(amount, unit, `${unit}s`))
    .join(' ');
}
