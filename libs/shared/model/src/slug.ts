/** A text as the stem of a file name or address: `Miljöredovisning kvartal 3 2024` → `miljoredovisning-kvartal-3-2024`. */
export function slugOf(text: string): string {
  const ascii = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const stem = ascii.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  return stem.slice(0, 80).replace(/-$/, '');
}
