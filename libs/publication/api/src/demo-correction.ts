import type { EntryContent } from '@malspar/reporting-model';
import { numberText, roundDecimal } from '@malspar/shared-charts';

/** An entry with a slip of the pen put right: each figure, and the words about it where the comment names it. */
export function putRight(content: EntryContent, decimals: number): EntryContent {
  const values = content.values.map(({ period, value }) => ({ period, value: value && nudged(value, decimals) }));
  const comment = content.values.reduce(
    (text, { value }, nth) => renamed(text, value, values[nth]?.value ?? null, decimals),
    content.comment,
  );
  return { ...content, values, comment: `${comment} Utfallet är rättat sedan den första versionen.`.trim() };
}

/** The figure with its last written digit two steps up. */
const nudged = (value: string, decimals: number): string =>
  roundDecimal(String(Number(value) + 2 * 10 ** -decimals), decimals);

/** Only where it is first named: what is equal further on is another period's figure. */
function renamed(text: string, from: string | null, to: string | null, decimals: number): string {
  if (from === null || to === null) return text;
  const [before, after] = [from, to].map((value) => value && numberText(value, decimals, 'sv'));
  return text.replace(new RegExp(`(?<![\\d,.])${before}(?![\\d]|[,.]\\d)`), () => after ?? '');
}
