import { parsePeriod, type PeriodCode } from '@malspar/shared-model';
import { scalePoint } from 'd3-scale';
import { hatch, round } from './geometry.js';
import { labelPlace, type Spot } from './label-place.js';
import { periodInitial } from './period-words.js';
import type { Mark, Scene, Stop } from './scene.js';
import {
  assessmentMarks,
  numbersOf,
  pointMark,
  pointSays,
  provisionalWord,
  type SeriesChart,
  seriesMarks,
  seriesPieces,
  type SeriesPoint,
  type ValueScale,
  valueScale,
} from './series-marks.js';
import { textWidth } from './text-width.js';

type LinePoint = SeriesPoint;
export type LineChart = SeriesChart;

const FONT = 13;
const TOP = 24;
/** Where what stands above the drawing ends: its unit. */
const UNIT = 14;
/** A row of its own for the target's label, where the series leaves it no place at its line. */
const KEY_ROW = 18;
/** As much of the target's line as stands before its label there. */
const KEY = 24;
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
  /** Where the drawing begins, below what stands above it. */
  readonly top: number;
  /** Where the time axis runs. */
  readonly base: number;
  readonly left: number;
  readonly x: (period: PeriodCode) => number;
  readonly step: number;
  readonly scale: ValueScale;
}

/** A series over time with its target as a line; provisional figures hatched and dashed, missing ones a gap. */
export function lineScene(chart: LineChart): Scene {
  const frame = frameWithLabel(chart);
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
      ...assessmentMarks(chart, frame.x, frame.height - 8),
      ...targetLine(frame),
      ...seriesLine(frame),
      ...targetLabel(frame),
    ],
    stops,
  };
}

/** Lower where the target's label needs a row above the drawing. */
function frameWithLabel(chart: LineChart): Frame {
  const frame = frameOf(chart, TOP);
  return chart.target && placeAtLine(frame, chart.target) === null ? frameOf(chart, TOP + KEY_ROW) : frame;
}

function frameOf(chart: LineChart, top: number): Frame {
  const { width = 640, height = 240 } = chart;
  const below = YEARS + (hasNumbers(chart) ? NUMBERS : 0) + (chart.assessments?.length ? ASSESSMENTS : 0);
  const base = height - below;
  const scale = valueScale(numbersOf(chart), { base, top, count: 4, language: chart.language });
  const left = Math.ceil(Math.max(...scale.ticks.map((tick) => textWidth(scale.text(tick), FONT)))) + 12;
  const periods = chart.points.map((point) => point.period);
  const x = scalePoint(periods, [left + 12, width - RIGHT]);
  return {
    chart,
    width,
    height,
    top,
    base,
    left,
    x: (period) => x(period) ?? left,
    step: periods.length > 1 ? x.step() : width - left - RIGHT,
    scale,
  };
}

function valueAxis({ chart, scale, left, width }: Frame): Mark[] {
  return [
    ...scale.ticks.flatMap((tick): Mark[] => [
      { kind: 'path', d: `M${left} ${round(scale.y(tick))}H${width - RIGHT + 8}`, role: 'grid' },
      {
        kind: 'text',
        x: left - 8,
        y: round(scale.y(tick) + 4.5),
        text: scale.text(tick),
        role: 'label',
        anchor: 'end',
      },
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

function targetLine({ chart, left, width, scale }: Frame): Mark[] {
  if (!chart.target) return [];
  return [
    { kind: 'path', d: `M${left} ${round(scale.y(Number(chart.target.value)))}H${width - RIGHT + 8}`, role: 'target' },
  ];
}

type Labelled = NonNullable<LineChart['target']>;

function placeAtLine({ chart, left, width, base, x, scale: { y } }: Frame, { label, value }: Labelled): Spot | null {
  return labelPlace({
    pieces: seriesPieces(chart.points, x, y),
    at: y(Number(value)),
    long: textWidth(label, FONT, 'strong'),
    left: left + 4,
    right: width - RIGHT + 8,
    top: UNIT,
    bottom: base,
  });
}

function targetLabel(frame: Frame): Mark[] {
  const { target } = frame.chart;
  if (!target) return [];
  const label = { kind: 'text', text: target.label, role: 'target-label' } as const;
  if (frame.top > TOP) {
    const y = UNIT + KEY_ROW - 3;
    return [
      { kind: 'path', d: `M0 ${y - 4.5}h${KEY}`, role: 'target' },
      { ...label, x: KEY + 6, y },
    ];
  }
  const place = placeAtLine(frame, target);
  return place ? [{ ...label, ...place }] : [];
}

function provisionalGround({ chart, x, step, width, top, base }: Frame): Mark[] {
  const loose = chart.points.filter((point) => point.provisional && point.value !== null);
  const [first, last] = [loose[0], loose.at(-1)];
  if (!first || !last) return [];
  const from = x(first.period) - Math.min(step / 2, 12);
  const to = Math.min(width, x(last.period) + 8);
  return [
    { kind: 'path', d: hatch(round(from), top, round(to - from), base - top, 6), role: 'hatch' },
    { kind: 'text', x: width, y: 11, text: provisionalWord(chart.language), role: 'label', anchor: 'end' },
  ];
}

function seriesLine({ chart, x, scale: { y } }: Frame): Mark[] {
  const dots = chart.points.flatMap((point): Mark[] =>
    point.value === null ? [] : [pointMark(x(point.period), y(Number(point.value)), point.provisional)],
  );
  return [...seriesMarks(chart.points, x, y), ...dots];
}

const stopOf = (point: LinePoint, { chart, x, step, top, base }: Frame): Stop => ({
  x: round(x(point.period) - step / 2),
  y: top,
  w: round(step),
  h: base - top,
  says: pointSays(point, chart),
});
