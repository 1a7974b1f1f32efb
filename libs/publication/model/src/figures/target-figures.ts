import {
  bulletScene,
  drawingOf,
  drawnPoints,
  figureOfParts,
  type Language,
  numberColumn,
  numberText,
  periodHeading,
  periodText,
  progressFinding,
  seriesScene,
  type SeriesChart,
  textColumn,
} from '@malspar/shared-charts';
import { type Decimal, decimalsOf } from '@malspar/shared-model';
import type { PublishedPoint, PublishedTarget } from '../published-report.js';
import { answersSaid } from '../said-over-time.js';
import { assessmentWords, provenanceWords } from '../words.js';
import type { PublishedFigure } from './figure.js';
import { figureWords } from './figure-words.js';

/** A number as published: no digit is lost or made up. */
export const publishedNumber = (value: Decimal, language: Language): string =>
  numberText(value, decimalsOf(value), language);

const isExample = ({ provenance }: { readonly provenance: string }): boolean => provenance === 'illustrative';

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
    drawing:
      points.filter(({ value }) => value !== null).length < 2
        ? null
        : drawingOf((width) => seriesScene({ ...chart, width, height: 200 })),
    table: {
      caption: words.withUnit(indicator.name, indicator.unit),
      columns: [textColumn(words.period), numberColumn(indicator.unit || words.value), textColumn(words.origin)],
      rows: series.map(({ period, value, provenance, provisional }) => [
        periodHeading(period, language),
        value === null ? words.missing : publishedNumber(value, language),
        [provenanceWords[provenance][language], ...(provisional ? [words.provisional] : [])].join(', '),
      ]),
    },
    note: null,
    illustrative: series.some(isExample),
  };
}

function chartOf(target: PublishedTarget, points: readonly PublishedPoint[], language: Language): SeriesChart {
  const { code, indicator, targetValue, targetYear } = target;
  const words = figureWords[language];
  const answers = answersSaid(target);
  const label = targetValue === null ? '' : words.targetLine(targetYear, publishedNumber(targetValue, language));
  return {
    id: code,
    name: words.withUnit(indicator.name, indicator.unit),
    unit: indicator.unit,
    decimals: indicator.decimals,
    points,
    target: targetValue === null ? null : { value: targetValue, label },
    assessments: answers.flatMap(({ period, assessment }) =>
      assessment && points.some((point) => point.period === period)
        ? [{ period, assessment, word: assessmentWords[assessment][language] }]
        : [],
    ),
    language,
  };
}

/** How far a target has come from its baseline; null where it has no such way. */
export function progressFigure(target: PublishedTarget, language: Language): PublishedFigure | null {
  const { code, indicator, targetValue, targetYear } = target;
  const latest = target.series.findLast((point) => point.value !== null);
  if (indicator.baseline === null || targetValue === null || !latest?.value) return null;
  if (Number(indicator.baseline) === Number(targetValue)) return null;
  const words = figureWords[language];
  const way = {
    baseline: { value: indicator.baseline, year: indicator.baselineYear },
    target: { value: targetValue, year: targetYear },
    latest: { value: latest.value, period: latest.period, provisional: latest.provisional },
  };
  const row = (label: string, value: Decimal, provenance: PublishedPoint['provenance'] | null): string[] => [
    label,
    publishedNumber(value, language),
    provenance ? provenanceWords[provenance][language] : '',
  ];
  return {
    kind: 'progress',
    caption: progressFinding(way, language),
    drawing: drawingOf((width) =>
      bulletScene({
        ...way,
        id: code,
        name: words.progress(indicator.name),
        unit: indicator.unit,
        decimals: indicator.decimals,
        evenPace: null,
        language,
        width,
      }),
    ),
    table: {
      caption: words.progress(indicator.name),
      columns: [textColumn(words.what), numberColumn(indicator.unit || words.value), textColumn(words.origin)],
      rows: [
        row(words.baseline(indicator.baselineYear), indicator.baseline, indicator.baselineProvenance),
        row(words.latest(periodText(latest.period, language)), latest.value, latest.provenance),
        row(words.targetValue(targetYear), targetValue, target.targetValueProvenance),
      ],
    },
    note: null,
    illustrative: [indicator.baselineProvenance, latest.provenance, target.targetValueProvenance].includes(
      'illustrative',
    ),
  };
}

/** What the latest answer's figure is made up of. */
export function partsFigure(target: PublishedTarget, language: Language): PublishedFigure | null {
  const figure = figureOfParts(target, language);
  return figure && { ...figure, kind: 'parts', illustrative: isExample(target.answer) };
}
