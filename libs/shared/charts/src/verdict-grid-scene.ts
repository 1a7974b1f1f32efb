import { parsePeriod, type PeriodCode } from '@malspar/shared-model';
import { scaleBand } from 'd3-scale';
import { round } from './geometry.js';
import type { Language } from './language.js';
import { periodText } from './period-words.js';
import type { Mark, Scene, Stop } from './scene.js';
import { textWidth } from './text-width.js';

export interface VerdictGrid {
  readonly id: string;
  readonly name: string;
  readonly areas: readonly {
    readonly title: string;
    readonly verdicts: readonly { readonly period: PeriodCode; readonly verdict: string | null }[];
  }[];
  /** Oldest first, all of one cadence. */
  readonly periods: readonly PeriodCode[];
  /** The verdicts in words, by code. */
  readonly words: Readonly<Record<string, string>>;
  readonly none: string;
  readonly language: Language;
  readonly width?: number;
}

/** A sign for each verdict, so that colour is never alone; drawn around its own middle. */
const SIGNS: Readonly<Record<string, string>> = {
  fully: 'M-5 0L-1.5 4L5.5-4.5',
  largely: 'M-4 4L4-4M-1.5-4H4V1.5',
  partly: 'M-5.5 0H5.5',
  not: 'M-4.5-4.5L4.5 4.5M4.5-4.5L-4.5 4.5',
};
const FONT = 13;
const ROW = 24;
const TOP = 40;
const LEGEND = 30;

/** Areas by periods, one square for each verdict, with a legend: all that has been judged, at a glance. */
export function verdictGridScene(grid: VerdictGrid): Scene {
  const width = grid.width ?? 640;
  const bottom = TOP + ROW * grid.areas.length;
  const left = Math.ceil(Math.max(0, ...grid.areas.map((area) => textWidth(area.title, FONT)))) + 14;
  const x = scaleBand([...grid.periods], [left, width]).paddingInner(0.12);
  const side = Math.min(x.bandwidth(), ROW - 3);
  const cells = grid.areas.flatMap((area, row) =>
    grid.periods.map((period) => {
      const verdict = area.verdicts.find((each) => each.period === period)?.verdict ?? null;
      return {
        area,
        period,
        verdict,
        x: (x(period) ?? left) + (x.bandwidth() - side) / 2,
        y: TOP + ROW * row,
      };
    }),
  );
  return {
    id: grid.id,
    width,
    height: bottom + LEGEND,
    title: grid.name,
    desc: grid.areas.map((area) => `${area.title}: ${lastWord(area.verdicts, grid)}`).join('. '),
    marks: [
      ...grid.areas.map((area, row): Mark => ({
        kind: 'text',
        x: 0,
        y: round(TOP + ROW * row + side / 2 + 4.5),
        text: area.title,
        role: 'label',
      })),
      ...periodLabels(grid, (period) => (x(period) ?? left) + x.bandwidth() / 2),
      ...cells.flatMap((cell) => square(cell.x, cell.y, side, cell.verdict)),
      ...legend(grid, bottom + 12),
    ],
    stops: cells.map((cell): Stop => ({
      x: round(cell.x),
      y: cell.y,
      w: round(side),
      h: round(side),
      says: `${cell.area.title}, ${periodText(cell.period, grid.language)}: ${wordFor(cell.verdict, grid)}`,
    })),
  };
}

const wordFor = (verdict: string | null, grid: VerdictGrid): string =>
  verdict === null ? grid.none : (grid.words[verdict] ?? verdict);

function lastWord(verdicts: VerdictGrid['areas'][number]['verdicts'], grid: VerdictGrid): string {
  return wordFor(verdicts.findLast((each) => each.verdict !== null)?.verdict ?? null, grid);
}

function periodLabels({ periods }: VerdictGrid, middle: (period: PeriodCode) => number): Mark[] {
  let year = 0;
  return periods.flatMap((code): Mark[] => {
    const period = parsePeriod(code);
    const marks: Mark[] = [];
    if (period.year !== year) {
      const anchor = period.cadence === 'year' ? 'middle' : 'start';
      const x = anchor === 'middle' ? middle(code) : middle(code) - 4;
      marks.push({ kind: 'text', x: round(x), y: 14, text: String(period.year), role: 'label-strong', anchor });
    }
    year = period.year;
    if (period.cadence !== 'year') {
      const text = String(period.number);
      marks.push({ kind: 'text', x: round(middle(code)), y: 32, text, role: 'label', anchor: 'middle' });
    }
    return marks;
  });
}

function square(x: number, y: number, side: number, verdict: string | null): Mark[] {
  const box: Mark = {
    kind: 'rect',
    x: round(x),
    y: round(y),
    w: round(side),
    h: round(side),
    role: `verdict-${verdict ?? 'none'}`,
  };
  const sign = verdict === null ? undefined : SIGNS[verdict];
  if (!sign) return [box];
  return [box, { kind: 'path', d: sign, at: [round(x + side / 2), round(y + side / 2)], role: 'verdict-sign' }];
}

function legend(grid: VerdictGrid, y: number): Mark[] {
  let at = 0;
  return Object.entries(grid.words).flatMap(([verdict, word]) => {
    const marks: Mark[] = [
      ...square(at, y, 16, verdict),
      { kind: 'text', x: round(at + 22), y: y + 12.5, text: word, role: 'label' },
    ];
    at += 22 + textWidth(word, FONT) + 18;
    return marks;
  });
}
