import type { PublishedTarget } from '@malspar/publication-model';
import { assessmentWords, provenanceWords } from '@malspar/publication-model';
import {
  bulletScene,
  type Language,
  type LineChart,
  lineScene,
  numberText,
  periodHeading,
  type Scene,
} from '@malspar/shared-charts';
import { type Decimal, decimalsOf, parsePeriod } from '@malspar/shared-model';
import type { Texts } from '../i18n/sv.js';

const WIDE = 640;
const NARROW = 300;

/** The same drawing for a wide and a narrow place. */
export interface Drawing {
  readonly wide: Scene;
  readonly narrow: Scene;
}

/** A target's series against its target line; null where there are too few values for a line. */
export function seriesDrawing(target: PublishedTarget, language: Language, texts: Texts): Drawing | null {
  const { indicator, targetValue, targetYear } = target;
  const points = target.series.filter((point) => parsePeriod(point.period).cadence === indicator.cadence);
  if (points.filter((point) => point.value !== null).length < 2) return null;
  const answers = [...target.earlierAnswers, target.answer];
  const chart: LineChart = {
    id: target.code,
    name: texts.figure.series(indicator.name, indicator.unit),
    unit: indicator.unit,
    decimals: indicator.decimals,
    points,
    target:
      targetValue === null
        ? null
        : { value: targetValue, label: texts.figure.targetLine(targetYear, figureText(targetValue, language)) },
    assessments: answers.flatMap(({ period, assessment }) =>
      assessment && points.some((point) => point.period === period)
        ? [{ period, assessment, word: assessmentWords[assessment][language] }]
        : [],
    ),
    language,
  };
  return {
    wide: lineScene({ ...chart, width: WIDE, height: 240 }),
    narrow: lineScene({ ...chart, width: NARROW, height: 220 }),
  };
}

/** How far a target has come from its baseline; null where it has no such way. */
export function progressDrawing(target: PublishedTarget, language: Language, texts: Texts): Drawing | null {
  const { indicator, targetValue, targetYear } = target;
  const latest = target.series.findLast((point) => point.value !== null);
  if (indicator.baseline === null || targetValue === null || indicator.baseline === targetValue || !latest?.value) {
    return null;
  }
  const draw = (width: number): Scene =>
    bulletScene({
      id: target.code,
      name: texts.figure.progress(indicator.name),
      unit: indicator.unit,
      decimals: indicator.decimals,
      baseline: { value: indicator.baseline ?? targetValue, year: indicator.baselineYear },
      target: { value: targetValue, year: targetYear },
      latest: { value: latest.value ?? targetValue, period: latest.period, provisional: latest.provisional },
      evenPace: null,
      language,
      width,
    });
  return { wide: draw(WIDE), narrow: draw(NARROW) };
}

/** One row of a target's figures. */
export interface FigureRow {
  readonly period: string;
  readonly value: string;
  readonly origin: string;
}

export const figureRows = (target: PublishedTarget, language: Language, texts: Texts): FigureRow[] =>
  target.series.map(({ period, value, provenance, provisional }) => ({
    period: periodHeading(period, language),
    value: value === null ? texts.figure.missing : figureText(value, language),
    origin: [provenanceWords[provenance][language], ...(provisional ? [texts.figure.provisional] : [])].join(', '),
  }));

/** A number as published: no digit is lost or made up. */
export const figureText = (value: Decimal, language: Language): string =>
  numberText(value, decimalsOf(value), language);
