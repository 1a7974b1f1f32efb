import type { CheckedPlan } from '@malspar/plan-model';
import type { Decimal, PeriodCode } from '@malspar/shared-model';
import type { Composition } from '../composing/composition.js';
import { sampleComposition } from './sample-composition.js';

/** In every text that is an example, and in none that is a fact. */
export const EXAMPLE_WORD = 'påhittad';
/** In every text that is a fact, and in none that is an example. */
export const FACT_WORD = 'källbelagd';

const EXAMPLES_FROM = 700_003;
const FACTS_FROM = 800_003;
/** Never a round number, as marks on an axis are. */
const STEP = 10;

/** Values that are examples, as pages write them in either language. */
export const EXAMPLE_VALUE = /70\d[\s\u00a0\u202f,]?\d\d3(?!\d)/;
/** As `EXAMPLE_VALUE`, of facts. */
export const FACT_VALUE = /80\d[\s\u00a0\u202f,]?\d\d3(?!\d)/;

type Area = CheckedPlan['focusAreas'][number];
type Target = Area['targets'][number];
type Origin = Pick<CheckedPlan['plan'], 'provenance' | 'source'>;

/** Which areas are examples through and through, by their place; all others are facts. */
export type ExampleAreas = (place: number) => boolean;

export interface Marking {
  readonly change?: Partial<Composition>;
  /** Another round gives other values and words, as a correction does. */
  readonly round?: number;
  readonly isExample?: ExampleAreas;
}

/**
 * The plan with values and words that can be told apart wherever they turn up: all that is an example is of
 * `EXAMPLE_WORD` and `EXAMPLE_VALUE`, all that is a fact of `FACT_WORD` and `FACT_VALUE`. Another `round` gives other
 * values and words, as a correction does.
 */
export function markedComposition(
  file: CheckedPlan,
  period: PeriodCode,
  { change = {}, round = 0, isExample = (place) => place % 2 === 0 }: Marking = {},
): Composition {
  const originAt = (slug: string): Origin =>
    originOf(file, isExample(file.focusAreas.findIndex((a) => a.slug === slug)));
  const composition = sampleComposition(markedPlan(file, round, isExample), period, change);
  return {
    ...composition,
    verdicts: composition.verdicts.map((row) => ({ ...row, provenance: originAt(row.focusAreaSlug).provenance })),
    reports: composition.reports.map(({ content, ...report }) => {
      const { provenance } = originAt(content.focusArea.slug);
      const word = provenance === 'verified' ? FACT_WORD : EXAMPLE_WORD;
      const said = (what: string): string => `${what} i ${content.period}, ${word} ${round}.`;
      return {
        ...report,
        content: {
          ...content,
          verdict: { ...content.verdict, explanation: said('Läget') },
          verdictProvenance: provenance,
          entries: content.entries.map((entry) => ({
            ...entry,
            provenance,
            content: {
              ...entry.content,
              comment: said(`Arbetet med ${entry.targetCode}`),
              noValueReason: entry.content.noValueReason && said('Underlaget'),
              measure: entry.content.measure && { ...entry.content.measure, text: said('En genomgång') },
            },
          })),
          ...(content.year && {
            year: {
              ...content.year,
              explanation: said('Året'),
              verdictProvenance: provenance,
              targets: content.year.targets.map((target) => ({ ...target, comment: said('Hela året'), provenance })),
            },
          }),
        },
      };
    }),
  };
}

const originOf = (file: CheckedPlan, isExample: boolean): Origin =>
  isExample
    ? { provenance: 'illustrative', source: null }
    : { provenance: 'verified', source: file.sources[0]?.key ?? null };

const markedPlan = (file: CheckedPlan, round: number, isExample: ExampleAreas): CheckedPlan => ({
  ...file,
  focusAreas: file.focusAreas.map((area, place) => {
    const first = (isExample(place) ? EXAMPLES_FROM : FACTS_FROM) + 1000 * place + 100 * round;
    return markedArea(area, originOf(file, isExample(place)), first);
  }),
});

function markedArea(area: Area, origin: Origin, first: number): Area {
  return {
    ...area,
    ...origin,
    goalsProvenance: origin.provenance,
    longTermAim: { ...area.longTermAim, ...origin },
    targets: area.targets.map((target, index) => markedTarget(target, origin, first + 20 * index)),
  };
}

function markedTarget(target: Target, origin: Origin, first: number): Target {
  const { indicator } = target;
  const at = (nth: number): Decimal => String(first + STEP * (nth % 90));
  const common = { ...origin, decimals: 0, min: null, max: null };
  const series = indicator.series.map((point, nth) => ({ ...point, ...origin, value: at(nth) }));
  if (indicator.kind === 'milestone') return { ...target, ...origin, indicator: { ...indicator, ...origin, series } };
  const values = { baseline: at(1), baselineOrigin: origin, target: at(2), targetOrigin: origin };
  return { ...target, ...origin, indicator: { ...indicator, ...common, ...values, series } };
}
