import type { Decimal, Provenance } from '@malspar/shared-model';

interface Drawn {
  readonly points: readonly { readonly value: Decimal | null; readonly provenance: Provenance }[];
  readonly indicator: { readonly baseline: Decimal | null; readonly baselineProvenance: Provenance | null };
  readonly target: { readonly targetValue: Decimal | null; readonly targetValueProvenance: Provenance | null };
}

/** Whether anything that a figure shows of a target is an example: its points, its baseline or its target value. */
export const drawsExample = ({ points, indicator, target }: Drawn): boolean =>
  points.some(({ value, provenance }) => value !== null && provenance === 'illustrative') ||
  (indicator.baseline !== null && indicator.baselineProvenance === 'illustrative') ||
  (target.targetValue !== null && target.targetValueProvenance === 'illustrative');
