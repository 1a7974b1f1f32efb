import {
  type Aimed,
  type Cadence,
  comparableSeries,
  type ComparableValue,
  type Decimal,
  type MeasuredBy,
  parsePeriod,
  type PeriodCode,
  standingOf,
} from '@malspar/shared-model';
import { targetsFinding } from '../finding-of-targets.js';
import type { Language } from '../language.js';
import { basisText } from '../basis-words.js';
import { quantityText, type Unit } from '../numbers.js';
import { periodText } from '../period-words.js';
import type { SeriesPoint } from '../series-marks.js';
import { baselineOutside, targetCompares } from '../target-in-series.js';
import { type PanelPoint, smallMultiplesScene } from '../small-multiples-scene.js';
import { type ChartFigure, drawingOf, numberColumn, textColumn } from './figure.js';

/** One target with its figures, as its area's overview needs it. */
export interface TargetInSeries {
  readonly code: string;
  readonly indicator: MeasuredBy & Aimed & Unit & { readonly name: string; readonly baselineYear: number | null };
  readonly targetValue: Decimal | null;
  readonly targetYear: number;
  readonly series: readonly SeriesPoint[];
}

const WORDS = {
  sv: {
    name: 'Målens siffror, vart och ett på sin egen skala',
    target: 'Mål',
    indicator: 'Det som mäts',
    first: 'Första utfall',
    last: 'Senaste utfall',
    judged: 'Jämförs med målvärdet',
    aim: 'Målvärde',
    without: (codes: readonly string[]) => `Mål ${listed(codes, 'och')} har inga siffror att rita.`,
    outside: (baselines: readonly string[]) =>
      baselines.length === 1
        ? `Utgångsvärdet för ${listed(baselines, 'och')} ligger före figurens första period.`
        : `Utgångsvärdena för ${listed(baselines, 'och')} ligger före figurens första perioder.`,
  },
  en: {
    name: 'The figures of the targets, each on a scale of its own',
    target: 'Target',
    indicator: 'What is measured',
    first: 'First value',
    last: 'Latest value',
    judged: 'Compared with the target value',
    aim: 'Target value',
    without: (codes: readonly string[]) =>
      `${codes.length === 1 ? 'Target' : 'Targets'} ${listed(codes, 'and')} ${codes.length === 1 ? 'has' : 'have'} no figures to draw.`,
    outside: (baselines: readonly string[]) =>
      baselines.length === 1
        ? `The baseline of ${listed(baselines, 'and')} lies before the first period of the figure.`
        : `The baselines of ${listed(baselines, 'and')} lie before the first periods of the figure.`,
  },
} as const;

const listed = (codes: readonly string[], and: string): string =>
  [codes.slice(0, -1).join(', '), codes.at(-1)].filter(Boolean).join(` ${and} `);

/** The points that one line may join: those of the indicator's own cadence. */
export const drawnPoints = <Point extends SeriesPoint>(target: {
  readonly series: readonly Point[];
  readonly indicator: { readonly cadence: Cadence };
}): readonly Point[] => target.series.filter(({ period }) => parsePeriod(period).cadence === target.indicator.cadence);

interface Drawn {
  readonly target: TargetInSeries;
  /** The values that are set against the baseline and the target value; while there is none, those of single periods. */
  readonly points: readonly PanelPoint[];
  /** Whether the points may be set against the target value. */
  readonly compares: boolean;
  readonly first: FilledPoint;
  readonly last: FilledPoint;
  readonly judged: ComparableValue | null;
}

type FilledPoint = SeriesPoint & { readonly value: Decimal };
const isFilled = (point: SeriesPoint): point is FilledPoint => point.value !== null;

function drawn(target: TargetInSeries, language: Language, asOf: PeriodCode | undefined): Drawn[] {
  const { indicator, series } = target;
  const own = drawnPoints(target);
  const [first, last] = [own.find(isFilled), own.findLast(isFilled)];
  if (!first || !last) return [];
  const compared = comparableSeries(indicator, series, asOf);
  const judged = compared.at(-1)?.made ?? null;
  const points = judged
    ? compared.map(({ period, made }) => ({
        period,
        value: made?.value ?? null,
        provisional: made?.provisional ?? false,
        of: made ? basisText(made, language) : '',
      }))
    : own.map((point) => ({ ...point, of: periodText(point.period, language) }));
  return [{ target, points, compares: judged !== null || targetCompares(indicator), first, last, judged }];
}

/** Every target of an area at a glance; null where fewer than two have figures. */
export function figureOfTargets(
  { slug, targets }: { readonly slug: string; readonly targets: readonly TargetInSeries[] },
  language: Language,
  asOf?: PeriodCode,
): ChartFigure | null {
  const items = targets.flatMap((target) => drawn(target, language, asOf));
  if (items.length < 2) return null;
  const words = WORDS[language];
  const without = targets.filter(({ code }) => items.every(({ target }) => target.code !== code));
  const figure = (value: Decimal, { indicator }: TargetInSeries): string => quantityText(value, indicator, language);
  return {
    caption: targetsFinding(
      items.map(({ target: { indicator, targetValue }, judged }) => ({
        indicator,
        target: targetValue,
        latest: judged?.value ?? null,
      })),
      language,
    ),
    drawing: drawingOf((width) =>
      smallMultiplesScene({
        id: slug,
        name: words.name,
        items: items.map(({ target: { code, indicator, targetValue, targetYear }, points, compares }) => ({
          code,
          name: indicator.name,
          unit: indicator.unit,
          decimals: indicator.decimals,
          quantityKind: indicator.quantityKind,
          points,
          target: compares && targetValue !== null ? { value: targetValue, year: targetYear } : null,
        })),
        language,
        width,
      }),
    ),
    plansWords: items.map(({ target }) => target.indicator.unit),
    table: {
      caption: words.name,
      plansWords: items.map(({ target }) => target.indicator.unit),
      columns: [
        textColumn(words.target),
        textColumn(words.indicator, 'cells'),
        numberColumn(words.first),
        numberColumn(words.last),
        numberColumn(words.judged),
        numberColumn(words.aim),
      ],
      rows: items.map(({ target, first, last, judged }) => [
        target.code,
        target.indicator.name,
        `${figure(first.value, target)} (${periodText(first.period, language)})`,
        `${figure(last.value, target)} (${periodText(last.period, language)})`,
        judged && `${figure(judged.value, target)} (${basisText(judged, language)})`,
        target.targetValue && figure(target.targetValue, target),
      ]),
    },
    note: noteOf(items, without, language),
  };
}

/** What is not drawn though the caption or the plan names it: targets without figures, and baselines compared with. */
function noteOf(items: readonly Drawn[], without: readonly TargetInSeries[], language: Language): string | null {
  const words = WORDS[language];
  const outside = items.flatMap((item) => {
    const { code, indicator } = item.target;
    const baseline = isSetAgainstBaseline(item) ? baselineOutside({ indicator, points: item.points }) : null;
    return baseline ? [`${code} (${quantityText(baseline.value, indicator, language)}, ${baseline.year})`] : [];
  });
  const notes = [
    ...(without.length > 0 ? [words.without(without.map(({ code }) => code))] : []),
    ...(outside.length > 0 ? [words.outside(outside)] : []),
  ];
  return notes.length > 0 ? notes.join(' ') : null;
}

function isSetAgainstBaseline({ judged, target: { indicator, targetValue } }: Drawn): boolean {
  if (!judged) return false;
  return ['closer', 'still', 'further'].includes(standingOf(judged.value, indicator, targetValue, indicator.decimals));
}
