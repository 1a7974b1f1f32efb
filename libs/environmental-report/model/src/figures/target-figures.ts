import {
  basisText,
  bulletScene,
  drawingOf,
  drawnPoints,
  drawsExample,
  figureOfParts,
  hasWay,
  type Language,
  numberText,
  periodHeading,
  progressFinding,
  type SeriesChart,
  seriesNote,
  seriesScene,
  targetLineOf,
  textColumn,
  unitColumn,
} from '@malspar/figures-model';
import { comparableValue, type Decimal, decimalsOf, type PeriodCode } from '@malspar/shared-model';
import { mixedOrigin } from '../mixed-origin.js';
import type { PublishedPoint, PublishedTarget } from '../published-report.js';
import { entriesSaid } from '../said-over-time.js';
import { assessmentWords, provenanceWords } from '../words.js';
import type { PublishedFigure } from './figure.js';
import { figureWords } from './figure-words.js';

/** A number as published: no digit is lost or made up. */
const publishedNumber = (value: Decimal, language: Language): string => numberText(value, decimalsOf(value), language);

/** The plan's words, and those of who reported, that may stand in what the product says of a target and its figures. */
export const plansWordsOf = (target: PublishedTarget): string[] => [
  target.indicator.unit,
  ...target.indicator.milestones.map(({ title }) => title),
  ...entriesSaid(target).flatMap(({ parts }) => parts.map(({ label }) => label)),
];

/** A target's series against its target value; null for a target without figures. */
export function seriesFigure(target: PublishedTarget, language: Language): PublishedFigure | null {
  if (target.series.length === 0) return null;
  const { indicator, series } = target;
  const words = figureWords[language];
  const points = drawnPoints(target);
  const chart = chartOf(target, points, language);
  return {
    kind: 'series',
    caption: target.caption[language],
    plansWords: [indicator.unit],
    drawing:
      points.filter(({ value }) => value !== null).length < 2
        ? null
        : drawingOf((width) => seriesScene({ ...chart, width, height: 200 })),
    table: {
      caption: words.withUnit(indicator.name, indicator.unit),
      plansWords: [words.withUnit(indicator.name, indicator.unit)],
      columns: [textColumn(words.period), unitColumn(indicator.unit, words.value), textColumn(words.origin)],
      rows: series.map(({ period, value, provenance, provisional }) => [
        periodHeading(period, language),
        value === null ? words.missing : publishedNumber(value, language),
        [provenanceWords[provenance][language], ...(provisional ? [words.provisional] : [])].join(', '),
      ]),
    },
    note: seriesNote({ indicator, points, target: aimOf(target) }, language),
    illustrative: drawsExample({ points: series, indicator, target }),
  };
}

const aimOf = ({ targetValue: value, targetYear: year }: PublishedTarget) => (value === null ? null : { value, year });

function chartOf(target: PublishedTarget, points: readonly PublishedPoint[], language: Language): SeriesChart {
  const { code, indicator } = target;
  const words = figureWords[language];
  const entries = entriesSaid(target);
  return {
    id: code,
    name: words.withUnit(indicator.name, indicator.unit),
    unit: indicator.unit,
    decimals: indicator.decimals,
    quantityKind: indicator.quantityKind,
    points,
    target: targetLineOf({ indicator, target: aimOf(target) }, language),
    assessments: entries.flatMap(({ period, assessment }) =>
      assessment && points.some((point) => point.period === period)
        ? [{ period, assessment, word: assessmentWords[assessment][language] }]
        : [],
    ),
    language,
  };
}

/**
 * How far a target has come from its baseline, by a value that may be set against it; null where there is none, or no
 * such way. In a report on a year it is the year's.
 */
export function progressFigure(target: PublishedTarget, language: Language, asOf?: PeriodCode): PublishedFigure | null {
  const { code, indicator, targetValue, targetYear, series } = target;
  const { baseline } = indicator;
  const latest = comparableValue(indicator, series, asOf);
  if (baseline === null || targetValue === null || !latest || !hasWay(indicator, targetValue)) return null;
  const words = figureWords[language];
  const way = { target: { value: targetValue, year: targetYear }, latest };
  const origins = series.filter(({ period }) => latest.periods.includes(period)).map(({ provenance }) => provenance);
  const origin = mixedOrigin(origins);
  const row = (label: string, value: Decimal, provenance: PublishedPoint['provenance'] | null): string[] => [
    label,
    publishedNumber(value, language),
    provenance ? provenanceWords[provenance][language] : '',
  ];
  return {
    kind: 'progress',
    plansWords: [indicator.unit],
    caption: progressFinding({ ...way, indicator: { ...indicator, baseline } }, language),
    drawing: drawingOf((width) =>
      bulletScene({
        ...way,
        baseline: { value: baseline, year: indicator.baselineYear },
        id: code,
        name: words.progress(indicator.name),
        unit: indicator.unit,
        decimals: indicator.decimals,
        quantityKind: indicator.quantityKind,
        evenPace: null,
        language,
        width,
      }),
    ),
    table: {
      caption: words.progress(indicator.name),
      plansWords: [indicator.name],
      columns: [textColumn(words.what), unitColumn(indicator.unit, words.value), textColumn(words.origin)],
      rows: [
        row(words.baseline(indicator.baselineYear), baseline, indicator.baselineProvenance),
        row(words.latest(basisText(latest, language)), latest.value, origin),
        row(words.targetValue(targetYear), targetValue, target.targetValueProvenance),
      ],
    },
    note: null,
    illustrative: [indicator.baselineProvenance, origin, target.targetValueProvenance].includes('illustrative'),
  };
}

/** What the latest answer's figure is made up of. */
export function partsFigure(target: PublishedTarget, language: Language): PublishedFigure | null {
  const figure = figureOfParts({ ...target, entry: target.answer }, language);
  const { answer } = target;
  // The whole may be of another origin than its parts.
  const origins = [answer.provenance, ...answer.values.map(({ provenance }) => provenance)];
  return figure && { ...figure, kind: 'parts', illustrative: mixedOrigin(origins) === 'illustrative' };
}
