import type { Provenance } from '@malspar/shared-model';
import type { PublishedArea, PublishedReport, PublishedTarget } from './published-report.js';

/** The origin of a sentence or a sum made of several things: an example as soon as one of them is. */
export const mixedOrigin = (origins: readonly (Provenance | null | undefined)[]): Provenance | null =>
  origins.find((origin) => origin === 'illustrative') ?? origins.findLast((origin) => origin) ?? null;

type Comparing = Pick<PublishedReport, 'areas' | 'comparison'>;

/** Of the sentence that sets an area's verdict against the one before. */
export const verdictComparisonOrigin = ({ comparison }: Comparing, area: PublishedArea): Provenance | null =>
  mixedOrigin([
    area.verdictProvenance,
    area.verdicts.find(({ period }) => period === comparison?.with.period)?.provenance,
  ]);

/** Of what is counted of all areas' verdicts and those before. */
export const comparisonOrigin = (report: Comparing): Provenance | null =>
  mixedOrigin(report.areas.map((area) => verdictComparisonOrigin(report, area)));

/** Of the sentence that sets a target's assessment and value against those before. */
export const targetComparisonOrigin = ({ comparison }: Comparing, target: PublishedTarget): Provenance | null => {
  const compared = comparison?.areas.flatMap(({ targets }) => targets).find(({ code }) => code === target.code);
  return mixedOrigin([
    compared?.assessment.beforeProvenance,
    target.answer.provenance,
    ...target.series.map(({ provenance }) => provenance),
  ]);
};

/** Of what the figures of a target say: its values, baseline and target value. */
export const captionOrigin = ({
  indicator,
  series,
  targetValueProvenance,
}: Pick<PublishedTarget, 'indicator' | 'series' | 'targetValueProvenance'>): Provenance | null =>
  mixedOrigin([
    indicator.provenance,
    ...series.flatMap(({ value, provenance }) => (value === null ? [] : [provenance])),
    indicator.baselineProvenance,
    targetValueProvenance,
  ]);
