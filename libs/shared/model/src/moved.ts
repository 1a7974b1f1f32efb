/** One step up or down; the same list when there is nowhere to go. */
export function moved(order: readonly string[], slug: string, step: -1 | 1): string[] {
  const from = order.indexOf(slug);
  const to = from + step;
  if (from < 0 || to < 0 || to >= order.length) return [...order];
  const without = order.filter((each) => each !== slug);
  return [...without.slice(0, to), slug, ...without.slice(to)];
}
