import type { Decimal, PeriodCode } from '@malspar/shared-model';
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { ASSESSMENT_SIGNS, UNKNOWN_SIGN } from './assessment-signs.js';
import { circle, hatch, round } from './geometry.js';
import type { Language } from './language.js';
import { numberText, quantityText, type Unit } from './numbers.js';
import type { Spot } from './label-place.js';
import { periodHeading } from './period-words.js';
import type { Mark } from './scene.js';
import { textWidth } from './text-width.js';

export interface SeriesPoint {
  readonly period: PeriodCode;
  readonly value: Decimal | null;
  readonly provisional: boolean;
}

/** A series over time, as every drawing of it needs it. */
export interface SeriesChart extends Unit {
  readonly id: string;
  readonly name: string;
  /** Oldest first, all of one cadence. */
  readonly points: readonly SeriesPoint[];
  readonly target: { readonly value: Decimal; readonly label: string } | null;
  /** What was judged in which period, marked under the time axis; the word is said with the value. */
  readonly assessments?: readonly {
    readonly period: PeriodCode;
    readonly assessment: string;
    readonly word: string;
  }[];
  readonly language: Language;
  readonly width?: number;
  readonly height?: number;
}

const WORDS = {
  sv: { provisional: 'preliminärt', missing: 'uppgift saknas', assessed: 'Målbedömning' },
  en: { provisional: 'provisional', missing: 'no value', assessed: 'Assessment' },
} as const;

const NAME_SIZE = 13;
const NAME_GAP = 14;
/** Where the typeface has not come, another one is as much wider. */
const SLACK = 1.1;

export const provisionalWord = (language: Language): string => WORDS[language].provisional;

/** What the hatch of bars means: a hatched sample and the word, ending at `right`, the word standing on `y`. */
export function provisionalKey({ right, y }: { right: number; y: number }, language: Language): Mark[] {
  const text = provisionalWord(language);
  const x = round(right - textWidth(text, 13) - 22);
  return [
    { kind: 'rect', x, y: y - 10, w: 16, h: 11, role: 'bar' },
    { kind: 'path', d: hatch(x, y - 10, 16, 11, 4), role: 'hatch-edge' },
    { kind: 'text', x: right, y, text, role: 'label', anchor: 'end' },
  ];
}

/** The numbers that a scale must show: every value and the target. */
export const numbersOf = ({ points, target }: Pick<SeriesChart, 'points' | 'target'>): number[] =>
  [...points.map((point) => point.value), target?.value ?? null].flatMap((value) =>
    value === null ? [] : [Number(value)],
  );

/** What one point says, with its period and what was judged. */
export function pointSays(point: SeriesPoint, chart: SeriesChart): string {
  const { language } = chart;
  const words = WORDS[language];
  const said = point.value === null ? words.missing : quantityText(point.value, chart, language);
  const judged = chart.assessments?.find((each) => each.period === point.period);
  const note = point.provisional ? ` (${words.provisional})` : '';
  return `${periodHeading(point.period, language)}: ${said}${note}${judged ? `; ${judged.word}` : ''}`;
}

export interface ValueScale {
  readonly y: (value: number) => number;
  readonly ticks: readonly number[];
  readonly text: (tick: number) => string;
  /** Where it begins and ends, as text. */
  readonly ends: readonly [from: string, to: string];
}

/** Round numbers from `base` up to `top`, about as many as `count`. */
export function valueScale(
  numbers: readonly number[],
  { base, top, count, language }: { base: number; top: number; count: number; language: Language },
): ValueScale {
  const [low, high] = numbers.length > 0 ? [Math.min(...numbers), Math.max(...numbers)] : [0, 1];
  // From zero where that does not flatten the series to a line; a flat one still gets some air.
  const from = low < 0 || low > high / 2 ? low : 0;
  const scale = scaleLinear()
    .domain(from === high ? [from - 1, high + 1] : [from, high])
    .nice(count);
  const ticks = scale.ticks(count);
  const gap = (ticks[1] ?? 1) - (ticks[0] ?? 0);
  const decimals = Math.min(Math.max(0, -Math.floor(Math.log10(gap) + 1e-9)), 6);
  const [start = 0, end = 1] = scale.domain();
  const y = scale.range([base, top]);
  return {
    y: (value) => y(value),
    ticks,
    text: (tick) => numberText(tick, decimals, language),
    ends: [exactly(start, language), exactly(end, language)],
  };
}

/** With as many decimals as a round number has. */
function exactly(number: number, language: Language): string {
  const decimals = [0, 1, 2, 3, 4, 5].find((each) => Math.abs(Number(number.toFixed(each)) - number) < 1e-9) ?? 6;
  return numberText(number, decimals, language);
}

/** The series as a line with its points: broken at what is missing, dashed where it is provisional. */
export function seriesMarks(
  points: readonly SeriesPoint[],
  x: (period: PeriodCode) => number,
  y: (value: number) => number,
): Mark[] {
  const path = line<SeriesPoint>()
    .defined((point) => point.value !== null)
    .x((point) => x(point.period))
    .y((point) => y(Number(point.value)))
    .digits(2);
  const firm = points.map((point) => (point.provisional ? { ...point, value: null } : point));
  const loose = points.filter((point) => point.provisional);
  const lastFirm = firm.findLast((point) => point.value !== null);
  const strokes = [
    { d: path(firm), role: 'value' },
    { d: loose.length > 0 ? path(lastFirm ? [lastFirm, ...loose] : loose) : null, role: 'value-provisional' },
  ];
  return strokes.flatMap(({ d, role }): Mark[] => (d ? [{ kind: 'path', d, role }] : []));
}

export const pointMark = (x: number, y: number, provisional: boolean): Mark => ({
  kind: 'path',
  d: circle(x, y, 3),
  role: provisional ? 'point-provisional' : 'point',
});

/** The series as straight pieces, broken where its line is; a point by itself is a piece of no length. */
export function seriesPieces(
  points: readonly SeriesPoint[],
  x: (period: PeriodCode) => number,
  y: (value: number) => number,
): (readonly [Spot, Spot])[] {
  const spotOf = ({ period, value }: SeriesPoint): Spot | null =>
    value === null ? null : { x: x(period), y: y(Number(value)) };
  return points.flatMap((point, index) => {
    const spot = spotOf(point);
    if (!spot) return [];
    const earlier = points.slice(0, index);
    const before = point.provisional ? earlier.findLast(({ value }) => value !== null) : earlier.at(-1);
    return [[(before && spotOf(before)) ?? spot, spot]] as const;
  });
}

/** The shape of each assessment tells it apart without colour; the row has its name before it where there is room. */
export function assessmentMarks(chart: SeriesChart, x: (period: PeriodCode) => number, y: number): Mark[] {
  const signs = (chart.assessments ?? [])
    .filter(({ period }) => chart.points.some((point) => point.period === period))
    .map(({ period, assessment }) => ({
      kind: 'path' as const,
      d: ASSESSMENT_SIGNS[assessment] ?? UNKNOWN_SIGN,
      at: [round(x(period)), y] as const,
      role: `assessment-${assessment}`,
    }));
  const name = WORDS[chart.language].assessed;
  const end = Math.min(...signs.map(({ at }) => at[0])) - NAME_GAP;
  const hasRoom = signs.length > 0 && end >= textWidth(name, NAME_SIZE) * SLACK;
  // One sign alone without a name would say nothing; it is said beside the drawing.
  if (signs.length === 1 && !hasRoom) return [];
  return [
    ...(hasRoom
      ? [{ kind: 'text' as const, x: end, y: y + 4.5, text: name, role: 'label', anchor: 'end' as const }]
      : []),
    ...signs,
  ];
}
