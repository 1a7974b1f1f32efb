import { type Decimal, parsePeriod, type PeriodCode } from '@malspar/shared-model';
import { scaleLinear, scalePoint } from 'd3-scale';
import { line } from 'd3-shape';
import { circle, hatch, round } from './geometry.js';
import type { Language } from './language.js';
import { ASSESSMENT_SIGNS, UNKNOWN_SIGN } from './assessment-signs.js';
import { exactDecimal, numberText, quantityText } from './numbers.js';
import { periodHeading, periodInitial } from './period-words.js';
import type { Mark, Scene, Stop } from './scene.js';
import { textWidth } from './text-width.js';

export interface LinePoint {
  readonly period: PeriodCode;
  readonly value: Decimal | null;
  readonly provisional: boolean;
}

export interface LineChart {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly decimals: number;
  /** Oldest first, all of one cadence. */
  readonly points: readonly LinePoint[];
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
  sv: { provisional: 'preliminärt', missing: 'uppgift saknas' },
  en: { provisional: 'provisional', missing: 'no value' },
} as const;
const FONT = 13;
const TOP = 24;
const YEARS = 30;
const NUMBERS = 15;
const ASSESSMENTS = 22;
/** As many points as may have a number of their own on the time axis. */
const FEW = 8;
const RIGHT = 18;

interface Frame {
  readonly chart: LineChart;
  readonly width: number;
  readonly height: number;
  /** Where the time axis runs. */
  readonly base: number;
  readonly left: number;
  readonly x: (period: PeriodCode) => number;
  readonly step: number;
  readonly y: (value: number) => number;
  readonly ticks: readonly number[];
  readonly tickText: (tick: number) => string;
}

/** A series over time with its target as a line; provisional figures hatched and dashed, missing ones a gap. */
export function lineScene(chart: LineChart): Scene {
  const frame = frameOf(chart);
  const stops = chart.points.map((point) => stopOf(point, frame));
  return {
    id: chart.id,
    width: frame.width,
    height: frame.height,
    title: chart.name,
    desc: stops.map((stop) => stop.says).join('. '),
    marks: [
      ...provisionalGround(frame),
      ...valueAxis(frame),
      ...timeAxis(frame),
      ...assessmentRow(frame),
      ...targetLine(frame),
      ...seriesLine(frame),
      ...targetLabel(frame),
    ],
    stops,
  };
}

const numbersOf = (chart: LineChart): number[] =>
  [...chart.points.map((point) => point.value), chart.target?.value ?? null].flatMap((value) =>
    value === null ? [] : [Number(value)],
  );

function frameOf(chart: LineChart): Frame {
  const { width = 640, height = 240 } = chart;
  const numbers = numbersOf(chart);
  const [low, high] = numbers.length > 0 ? [Math.min(...numbers), Math.max(...numbers)] : [0, 1];
  // From zero where that does not flatten the series to a line; a flat one still gets some air.
  const from = low < 0 || low > high / 2 ? low : 0;
  const scale = scaleLinear()
    .domain(from === high ? [from - 1, high + 1] : [from, high])
    .nice(4);
  const ticks = scale.ticks(4);
  const gap = (ticks[1] ?? 1) - (ticks[0] ?? 0);
  const decimals = Math.min(Math.max(0, -Math.floor(Math.log10(gap) + 1e-9)), 6);
  const tickText = (tick: number): string => numberText(tick, decimals, chart.language);
  const left = Math.ceil(Math.max(...ticks.map((tick) => textWidth(tickText(tick), FONT)))) + 12;
  const below = YEARS + (hasNumbers(chart) ? NUMBERS : 0) + (chart.assessments?.length ? ASSESSMENTS : 0);
  const base = height - below;
  const y = scale.range([base, TOP]);
  const periods = chart.points.map((point) => point.period);
  const x = scalePoint(periods, [left + 12, width - RIGHT]);
  return {
    chart,
    width,
    height,
    base,
    left,
    x: (period) => x(period) ?? left,
    step: periods.length > 1 ? x.step() : width - left - RIGHT,
    y: (value) => y(value),
    ticks,
    tickText,
  };
}

function valueAxis({ chart, ticks, tickText, left, width, y }: Frame): Mark[] {
  return [
    ...ticks.flatMap((tick): Mark[] => [
      { kind: 'path', d: `M${left} ${round(y(tick))}H${width - RIGHT + 8}`, role: 'grid' },
      { kind: 'text', x: left - 8, y: round(y(tick) + 4.5), text: tickText(tick), role: 'label', anchor: 'end' },
    ]),
    { kind: 'text', x: 0, y: 11, text: chart.unit, role: 'label' },
  ];
}

const hasNumbers = ({ points }: LineChart): boolean =>
  points.length <= FEW && points.some((point) => parsePeriod(point.period).cadence !== 'year');

function timeAxis({ chart, x, step, left, width, base }: Frame): Mark[] {
  const years = new Map<number, LinePoint[]>();
  for (const point of chart.points) {
    const { year } = parsePeriod(point.period);
    years.set(year, [...(years.get(year) ?? []), point]);
  }
  const marks: Mark[] = [{ kind: 'path', d: `M${left} ${base}H${width - RIGHT + 8}`, role: 'axis' }];
  const yearsAt = base + 21 + (hasNumbers(chart) ? NUMBERS : 0);
  if (hasNumbers(chart)) {
    for (const { period } of chart.points) {
      const text = periodInitial(period, chart.language);
      marks.push({ kind: 'text', x: round(x(period)), y: base + 18, text, role: 'label', anchor: 'middle' });
    }
  }
  let free = -Infinity;
  for (const [year, points] of years) {
    const first = x(points[0]?.period ?? '');
    const last = x(points.at(-1)?.period ?? '');
    if (points[0] !== chart.points[0]) {
      marks.push({ kind: 'path', d: `M${round(first - step / 2)} ${base}v6`, role: 'axis' });
    }
    const text = String(year);
    const middle = (first + last) / 2;
    const half = textWidth(text, FONT) / 2;
    // A label that would run into the one before is left out: the ticks still tell.
    if (middle - half < free) continue;
    free = middle + half + 4;
    marks.push({ kind: 'text', x: round(middle), y: yearsAt, text, role: 'label', anchor: 'middle' });
  }
  return marks;
}

/** The shape of each assessment tells it apart without colour. */
function assessmentRow({ chart, x, height }: Frame): Mark[] {
  return (chart.assessments ?? [])
    .filter(({ period }) => chart.points.some((point) => point.period === period))
    .map(({ period, assessment }): Mark => ({
      kind: 'path',
      d: ASSESSMENT_SIGNS[assessment] ?? UNKNOWN_SIGN,
      at: [round(x(period)), height - 8],
      role: `assessment-${assessment}`,
    }));
}

function targetLine({ chart, left, width, y }: Frame): Mark[] {
  if (!chart.target) return [];
  return [{ kind: 'path', d: `M${left} ${round(y(Number(chart.target.value)))}H${width - RIGHT + 8}`, role: 'target' }];
}

/** The target's label takes the corner of its line where the figures are farthest away. */
function targetLabel({ chart, left, width, height, base, x, y }: Frame): Mark[] {
  if (!chart.target) return [];
  const at = y(Number(chart.target.value));
  const long = textWidth(chart.target.label, FONT, 'strong');
  const ends = [width - RIGHT + 8 - long, left + 4];
  const distance = (labelX: number, labelY: number): number =>
    Math.min(
      height,
      ...chart.points
        .filter(
          (point) => point.value !== null && x(point.period) > labelX - 12 && x(point.period) < labelX + long + 12,
        )
        .map((point) => Math.abs(y(Number(point.value)) - (labelY - 4))),
    );
  const spots = ends
    .flatMap((labelX) => [at - 7, at + 16].map((labelY) => ({ labelX, labelY })))
    .filter(({ labelY }) => labelY > TOP - 6 && labelY < base - 3)
    .sort((a, b) => distance(b.labelX, b.labelY) - distance(a.labelX, a.labelY));
  const { labelX, labelY } = spots[0] ?? { labelX: left + 4, labelY: at - 7 };
  return [{ kind: 'text', x: round(labelX), y: round(labelY), text: chart.target.label, role: 'target-label' }];
}

function provisionalGround({ chart, x, step, width, base }: Frame): Mark[] {
  const loose = chart.points.filter((point) => point.provisional && point.value !== null);
  const [first, last] = [loose[0], loose.at(-1)];
  if (!first || !last) return [];
  const from = x(first.period) - Math.min(step / 2, 12);
  const to = Math.min(width, x(last.period) + 8);
  return [
    { kind: 'path', d: hatch(round(from), TOP, round(to - from), base - TOP, 6), role: 'hatch' },
    { kind: 'text', x: width, y: 11, text: WORDS[chart.language].provisional, role: 'label', anchor: 'end' },
  ];
}

function seriesLine({ chart, x, y }: Frame): Mark[] {
  const path = line<LinePoint>()
    .defined((point) => point.value !== null)
    .x((point) => x(point.period))
    .y((point) => y(Number(point.value)))
    .digits(2);
  const firm = chart.points.map((point) => (point.provisional ? { ...point, value: null } : point));
  const loose = chart.points.filter((point) => point.provisional);
  const lastFirm = firm.findLast((point) => point.value !== null);
  const dots = chart.points.flatMap((point): Mark[] =>
    point.value === null
      ? []
      : [
          {
            kind: 'path',
            d: circle(x(point.period), y(Number(point.value)), 3),
            role: point.provisional ? 'point-provisional' : 'point',
          },
        ],
  );
  const strokes = [
    { d: path(firm), role: 'value' },
    { d: loose.length > 0 ? path(lastFirm ? [lastFirm, ...loose] : loose) : null, role: 'value-provisional' },
  ];
  return [...strokes.flatMap(({ d, role }): Mark[] => (d ? [{ kind: 'path', d, role }] : [])), ...dots];
}

function stopOf(point: LinePoint, { chart, x, step, base }: Frame): Stop {
  const words = WORDS[chart.language];
  const said =
    point.value === null
      ? words.missing
      : quantityText(exactDecimal(point.value, chart.decimals), chart.unit, chart.decimals, chart.language);
  const judged = chart.assessments?.find((each) => each.period === point.period);
  return {
    x: round(x(point.period) - step / 2),
    y: TOP,
    w: round(step),
    h: base - TOP,
    says: `${periodHeading(point.period, chart.language)}: ${said}${point.provisional ? ` (${words.provisional})` : ''}${judged ? `; ${judged.word}` : ''}`,
  };
}
