import type { Indicator, TargetVersion } from '@malspar/plan-model';
import type { Provenance } from '@malspar/shared-model';

interface Drawn {
  readonly points: readonly { readonly value: string | null; readonly provenance: Provenance }[];
  readonly indicator: Pick<Indicator, 'baseline' | 'baselineProvenance'>;
  readonly target: Pick<TargetVersion, 'targetValue' | 'targetValueProvenance'>;
}

/** Whether anything that a figure shows of a target is an example: its points, its baseline or its target value. */
export const drawsExample = ({ points, indicator, target }: Drawn): boolean =>
  points.some(({ value, provenance }) => value !== null && provenance === 'illustrative') ||
  (indicator.baseline !== null && indicator.baselineProvenance === 'illustrative') ||
  (target.targetValue !== null && target.targetValueProvenance === 'illustrative');
