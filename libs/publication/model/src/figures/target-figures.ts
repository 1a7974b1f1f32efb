import {
  addUp,
  bulletScene,
  type Language,
  numberText,
  partsFinding,
  periodHeading,
  periodText,
  progressFinding,
  quantityText,
  seriesScene,
  type SeriesChart,
  shareText,
  stackedBarScene,
} from '@malspar/shared-charts';
import { type Decimal, decimalsOf, parsePeriod } from '@malspar/shared-model';
import type { PublishedPoint, PublishedTarget } from '../published-report.js';
import { assessmentWords, provenanceWords } from '../words.js';
import { drawingOf, numberColumn, type PublishedFigure, textColumn } from './figure.js';
import { figureWords } from './figure-words.js';

/** A number as published: no digit is lost or made up. */
export const publishedNumber = (value: Decimal, language: Language): string =>
  numberText(value, decimalsOf(value), language);

/** The points that one line may join: those of the indicator's own cadence. */
export const drawnPoints = ({ series, indicator }: PublishedTarget): readonly PublishedPoint[] =>
  series.filter((point) => parsePeriod(point.period).cadence === indicator.cadence);

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
  const answers = [...target.earlierAnswers, target.answer];
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

/** The parts of the latest answer's figure. Drawn as one bar where they make it up, otherwise a table alone. */
export function partsFigure(target: PublishedTarget, language: Language): PublishedFigure | null {
  const { code, indicator, answer, series } = target;
  const { parts } = answer;
  if (parts.length === 0) return null;
  const words = figureWords[language];
  const whole = answer.values.findLast(({ value }) => value !== null);
  const total = whole?.value ?? null;
  const period = whole?.period ?? answer.period;
  const provisional = series.some((point) => point.period === period && point.provisional);
  const about = { unit: indicator.unit, decimals: indicator.decimals };
  const isSum = addUp(parts, total, indicator.decimals);
  const sum = parts.reduce((all, { value }) => all + Number(value), 0);
  const share = (value: Decimal): string[] => (isSum ? [shareText(Number(value) / sum, language)] : []);
  const name = words.parts(indicator.name, periodText(period, language));
  return {
    kind: 'parts',
    caption: isSum && total !== null ? partsFinding({ parts, total, period, provisional, ...about }, language) : name,
    drawing:
      isSum && total !== null
        ? drawingOf((width) =>
            stackedBarScene({ id: code, name, ...about, total, parts, provisional, language, width }),
          )
        : null,
    table: {
      caption: name,
      columns: [
        textColumn(words.part, 'cells'),
        numberColumn(indicator.unit || words.value),
        ...(isSum ? [numberColumn(words.share)] : []),
      ],
      rows: [
        ...parts.map(({ label, value }) => [label, publishedNumber(value, language), ...share(value)]),
        ...(total === null
          ? []
          : [[words.whole, publishedNumber(total, language), ...(isSum ? [shareText(1, language)] : [])]]),
      ],
    },
    note: null,
    illustrative: isExample(answer),
  };
}

/** A quantity for a table of many units. */
export const publishedQuantity = (value: Decimal, { indicator }: PublishedTarget, language: Language): string =>
  quantityText(value, indicator.unit, indicator.decimals, language);
