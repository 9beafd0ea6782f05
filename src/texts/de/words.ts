/** Numbers and lists in German. */
export const count = (amount: number, one: string, many: string): string =>
  `${amount.toLocaleString('de')} ${amount === 1 ? one : many}`;

export const list = (items: readonly string[], join: 'und' | 'oder' = 'und'): string =>
  new Intl.ListFormat('de', { type: join === 'und' ? 'conjunction' : 'disjunction' }).format(items);

/** 90 → "1 Minute 30 Sekunden". */
export function span(seconds: number): string {
  const parts = [
    [Math.floor(seconds / 3600), 'Stunde'],
    [Math.floor((seconds % 3600) / 60), 'Minute'],
    [seconds % 60, 'Sekunde'],
  ] as const;
  return parts
    .filter(([amount]) => amount > 0)
    .map(([amount, unit]) => count(amount, unit, `${unit}n`))
    .join(' ');
}
