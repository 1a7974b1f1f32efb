import { parsePeriod } from '@malspar/shared-model';
import { scaleBand, scaleLinear } from 'd3-scale';
import { hatch, round } from './geometry.js';
import { lineScene } from './line-scene.js';
import { exactDecimal, numberText } from './numbers.js';
import { periodInitial } from './period-words.js';
import type { Mark, Scene, Stop } from './scene.js';
import {
  assessmentMarks,
  numbersOf,
  pointSays,
  provisionalKey,
  type SeriesChart,
  type SeriesPoint,
} from './series-marks.js';
import { textWidth } from './text-width.js';

const FONT = 13;
const TOP = 26;
const NUMBER_AT = 18;
const PERIOD_AT = 35;
const LABELS = 42;
const ASSESSMENTS = 22;
const WIDEST_BAR = 64;
const GAP = 8;
/** Where a chart is narrowest; bars are only for series whose numbers stand apart there too. */
const NARROWEST = 300;
const FEW = 6;

/** The drawing that suits a series: bars where it is yearly and short, otherwise a line. The same for every width. */
export const seriesScene = (chart: SeriesChart): Scene => (suitsBars(chart) ? barScene(chart) : lineScene(chart));

function suitsBars(chart: SeriesChart): boolean {
  const { points } = chart;
  if (points.length > FEW || points.some(({ period }) => parsePeriod(period).cadence !== 'year')) return false;
  const slot = (NARROWEST - targetRoom(chart)) / Math.max(1, points.length);
  return points.every((point) => textWidth(numberOf(point, chart), FONT, 'strong') + GAP / 2 <= slot);
}

const numberOf = ({ value }: SeriesPoint, { decimals, language }: SeriesChart): string => {
  if (value === null) return '–';
  const exact = exactDecimal(value, decimals);
  return numberText(exact, (exact.split('.')[1] ?? '').length, language);
};

const targetRoom = ({ target }: SeriesChart): number =>
  target ? Math.ceil(textWidth(target.label, FONT, 'strong')) + GAP : 0;

interface Frame {
  readonly chart: SeriesChart;
  readonly width: number;
  readonly height: number;
  /** Where the labels begin, below the lowest bar. */
  readonly floor: number;
  /** Where the bars end and the target's label begins. */
  readonly right: number;
  readonly bar: number;
  readonly slot: number;
  readonly middle: (point: Pick<SeriesPoint, 'period'>) => number;
  readonly y: (value: number) => number;
}

/** A few values as bars from zero, each with its number beneath; provisional ones hatched, the target as a line. */
export function barScene(chart: SeriesChart): Scene {
  const frame = frameOf(chart);
  const { width, height } = frame;
  const stops = chart.points.map((point): Stop => ({
    x: round(frame.middle(point) - frame.slot / 2),
    y: TOP - 6,
    w: round(frame.slot),
    h: round(frame.floor + LABELS - TOP + 6),
    says: pointSays(point, chart),
  }));
  return {
    id: chart.id,
    width,
    height,
    title: chart.name,
    desc: stops.map((stop) => stop.says).join('. '),
    marks: [
      { kind: 'text', x: 0, y: 11, text: chart.unit, role: 'label' },
      ...(chart.points.some(isHatched) ? provisionalKey({ right: width, y: 11 }, chart.language) : []),
      ...chart.points.flatMap((point) => bar(point, frame)),
      { kind: 'path', d: `M0 ${round(frame.y(0))}H${frame.right}`, role: 'axis' },
      ...chart.points.flatMap((point) => labels(point, frame)),
      ...assessmentMarks(chart, (period) => frame.middle({ period }), height - 8),
      ...target(frame),
    ],
    stops,
  };
}

function frameOf(chart: SeriesChart): Frame {
  const { width = 640, height = 220 } = chart;
  const right = width - targetRoom(chart);
  const floor = height - LABELS - (chart.assessments?.length ? ASSESSMENTS : 0);
  const numbers = [0, ...numbersOf(chart)];
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  const y = scaleLinear()
    .domain(low === high ? [0, 1] : [low, high])
    .range([floor - (low < 0 ? GAP : 0), TOP]);
  const x = scaleBand(
    chart.points.map(({ period }) => period),
    [0, right],
  ).padding(0.25);
  return {
    chart,
    width,
    height,
    floor,
    right,
    bar: Math.min(x.bandwidth(), WIDEST_BAR),
    slot: x.step(),
    middle: ({ period }) => (x(period) ?? 0) + x.bandwidth() / 2,
    y: (value) => y(value),
  };
}

const isHatched = ({ provisional, value }: SeriesPoint): boolean => provisional && value !== null;

function bar(point: SeriesPoint, { middle, bar: wide, y }: Frame): Mark[] {
  if (point.value === null) return [];
  const [zero, end] = [y(0), y(Number(point.value))];
  const box = {
    x: round(middle(point) - wide / 2),
    y: round(Math.min(zero, end)),
    w: round(wide),
    h: round(Math.max(Math.abs(zero - end), 1)),
  };
  const marks: Mark[] = [{ kind: 'rect', ...box, role: 'bar' }];
  if (isHatched(point)) marks.push({ kind: 'path', d: hatch(box.x, box.y, box.w, box.h, 6), role: 'hatch-edge' });
  return marks;
}

function labels(point: SeriesPoint, { chart, middle, floor }: Frame): Mark[] {
  const x = round(middle(point));
  return [
    { kind: 'text', x, y: floor + NUMBER_AT, text: numberOf(point, chart), role: 'label-strong', anchor: 'middle' },
    {
      kind: 'text',
      x,
      y: floor + PERIOD_AT,
      text: periodInitial(point.period, chart.language),
      role: 'label',
      anchor: 'middle',
    },
  ];
}

function target({ chart, right, width, y }: Frame): Mark[] {
  if (!chart.target) return [];
  const at = round(y(Number(chart.target.value)));
  return [
    { kind: 'path', d: `M0 ${at}H${right}`, role: 'target' },
    { kind: 'text', x: width, y: round(at + 4.5), text: chart.target.label, role: 'target-label', anchor: 'end' },
  ];
}
