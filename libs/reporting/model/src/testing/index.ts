import type { CheckedEntry } from '../check-rules.js';
import { emptyEntryContent, type EntryContent } from '../entry.js';

/** What a test says of an entry; the rest is an index that should fall, one value due. */
export interface CheckedEntryChange extends Partial<Omit<CheckedEntry, 'indicator' | 'target' | 'content'>> {
  readonly indicator?: Partial<CheckedEntry['indicator']>;
  readonly target?: Partial<CheckedEntry['target']>;
  readonly content?: Partial<EntryContent>;
}

/** An entry as the checks see it. */
export const aCheckedEntry = ({ indicator, target, content, ...rest }: CheckedEntryChange = {}): CheckedEntry => ({
  targetCode: 'R1',
  target: {
    validFrom: '2021-01-01',
    title: 'Mål',
    targetYear: 2025,
    targetValue: '55',
    targetValueProvenance: null,
    amendmentId: null,
    ...target,
  },
  indicator: {
    kind: 'numeric',
    name: 'Indikator',
    unit: 'index (2019 = 100)',
    decimals: 1,
    cadence: 'quarter',
    covers: 'rolling_twelve_months',
    yearFrom: 'last',
    quantityKind: 'index',
    direction: 'decrease',
    method: null,
    breakdown: null,
    baselineYear: 2019,
    baseline: '100',
    baselineProvenance: null,
    milestones: [],
    provenance: 'illustrative',
    sourceKey: null,
    ...indicator,
  },
  duePeriods: ['2025-Q3'],
  notMeasurableUntil: null,
  content: { ...emptyEntryContent, ...content },
  last: null,
  series: [],
  ...rest,
});
