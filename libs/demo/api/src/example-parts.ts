import type { Target } from '@malspar/plan-model';
import { type EntryContent, hasAdditiveParts } from '@malspar/reporting-model';

type Parts = EntryContent['parts'];

/** Made-up parts, by what a value is broken down by, with how much of the whole each is. */
const SHARES: Readonly<Record<string, readonly (readonly [label: string, share: number])[]>> = {
  department: [
    ['Opererande vård', 0.36],
    ['Medicin och rehabilitering', 0.27],
    ['Akutsjukvård', 0.19],
    ['Psykiatri', 0.11],
    ['Övriga verksamheter', 0.07],
  ],
  property: [
    ['Sjukhus', 0.62],
    ['Vårdcentraler', 0.21],
    ['Skolor och kontor', 0.17],
  ],
};

/**
 * What the parts of a value could have been, for an indicator that is reported in parts; they make up the value to
 * its last digit. None where parts do not make up a value.
 */
export function exampleParts({ indicator }: Target, value: string | null | undefined): Parts {
  const shares = SHARES[indicator.breakdown ?? ''];
  if (!shares || value === null || value === undefined || !hasAdditiveParts(indicator)) return [];
  const { decimals } = indicator;
  const unit = 10 ** decimals;
  const whole = Math.round(Number(value) * unit);
  const units = shares.map(([, share]) => Math.floor(whole * share));
  // What rounding left over belongs to the largest.
  units[0] = (units[0] ?? 0) + whole - units.reduce((sum, each) => sum + each, 0);
  return shares.map(([label], index) => ({ label, value: ((units[index] ?? 0) / unit).toFixed(decimals) }));
}
