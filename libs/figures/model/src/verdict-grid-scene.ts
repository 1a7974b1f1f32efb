import { isolated, parsePeriod, type PeriodCode } from '@malspar/shared-model';
import { scaleBand } from 'd3-scale';
import { round } from './geometry.js';
import type { Language } from './language.js';
import { periodText } from './period-words.js';
import type { Mark, Scene, Stop } from './scene.js';
import { textWidth, wrapText } from './text-width.js';
import { verdictLevel } from './verdict-level.js';

export interface VerdictGrid {
  readonly id: string;
  readonly name: string;
  readonly areas: readonly {
    readonly title: string;
    readonly verdicts: readonly { readonly period: PeriodCode; readonly verdict: string | null }[];
  }[];
  /** Oldest first; of one cadence, or with each whole year after its periods. */
  readonly periods: readonly PeriodCode[];
  /** The verdicts in words, by code. */
  readonly words: Readonly<Record<string, string>>;
  readonly none: string;
  readonly language: Language;
  readonly width?: number;
}

/** Bars from the left, around the middle of a square. */
const barsOf = (level: number): string =>
  [-5.25, -1.75, 1.75, 5.25]
    .slice(0, level)
    .map((x) => `M${x} 4V-4`)
    .join('');
const FONT = 13;
const ROW = 24;
const TOP = 40;
const LEGEND = 12;
const LEGEND_ROW = 24;
/** Below this width an area's name stands above its squares. */
const NARROW = 480;
const NAME = 18;
const NARROW_GAP = 10;

interface Layout {
  readonly width: number;
  /** Where the squares begin. */
  readonly left: number;
  readonly side: number;
  readonly middle: (period: PeriodCode) => number;
  /** Where an area's name stands, and where its squares have their top. */
  readonly rows: readonly { readonly name: readonly string[]; readonly nameAt: number; readonly top: number }[];
  readonly bottom: number;
}

/** Areas by periods, one square for each verdict, with a legend: all that has been judged, at a glance. */
export function verdictGridScene(grid: VerdictGrid): Scene {
  const layout = layoutOf(grid);
  const { width, side, middle, rows, bottom } = layout;
  const cells = grid.areas.flatMap((area, row) =>
    grid.periods.map((period) => ({
      area,
      period,
      verdict: area.verdicts.find((each) => each.period === period)?.verdict ?? null,
      x: middle(period) - side / 2,
      y: rows[row]?.top ?? TOP,
    })),
  );
  const key = legend(grid, bottom + LEGEND, width);
  return {
    id: grid.id,
    width,
    height: bottom + LEGEND + key.height,
    title: grid.name,
    desc: grid.areas.map((area) => `${isolated(area.title)}: ${lastWord(area.verdicts, grid)}`).join('. '),
    marks: [
      ...rows.flatMap(({ name, nameAt }) =>
        name.map((text, line): Mark => ({
          kind: 'text',
          x: 0,
          y: round(nameAt + line * NAME),
          text,
          role: 'label',
          isPlans: true,
        })),
      ),
      ...periodLabels(grid, middle),
      ...cells.flatMap((cell) => square(cell.x, cell.y, side, cell.verdict)),
      ...key.marks,
    ],
    stops: cells.map((cell): Stop => ({
      x: round(cell.x),
      y: cell.y,
      w: round(side),
      h: round(side),
      says: `${isolated(cell.area.title)}, ${periodText(cell.period, grid.language)}: ${wordFor(cell.verdict, grid)}`,
    })),
  };
}

function layoutOf(grid: VerdictGrid): Layout {
  const width = grid.width ?? 640;
  const isNarrow = width < NARROW;
  const left = isNarrow ? 0 : Math.ceil(Math.max(0, ...grid.areas.map((area) => textWidth(area.title, FONT)))) + 14;
  const x = scaleBand([...grid.periods], [left, width]).paddingInner(0.12);
  const side = Math.min(x.bandwidth(), ROW - 3);
  let y = isNarrow ? TOP + 4 : TOP;
  const rows = grid.areas.map(({ title }) => {
    if (!isNarrow) {
      const row = { name: [title], nameAt: y + side / 2 + 4.5, top: y };
      y += ROW;
      return row;
    }
    const name = wrapText(title, width, FONT);
    const nameAt = y + 12;
    const top = round(nameAt + NAME * (name.length - 1) + 6);
    y = top + side + NARROW_GAP;
    return { name, nameAt, top };
  });
  return { width, left, side, middle: (period) => (x(period) ?? left) + x.bandwidth() / 2, rows, bottom: round(y) };
}

const wordFor = (verdict: string | null, grid: VerdictGrid): string =>
  isolated(verdict === null ? grid.none : (grid.words[verdict] ?? verdict));

function lastWord(verdicts: VerdictGrid['areas'][number]['verdicts'], grid: VerdictGrid): string {
  return wordFor(verdicts.findLast((each) => each.verdict !== null)?.verdict ?? null, grid);
}

const WHOLE: Readonly<Record<Language, string>> = { sv: 'År', en: 'Year' };

function periodLabels({ periods, language }: VerdictGrid, middle: (period: PeriodCode) => number): Mark[] {
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
    // A whole year beside its own periods is named under the year.
    if (period.cadence !== 'year' || marks.length === 0) {
      const text = period.cadence === 'year' ? WHOLE[language] : String(period.number);
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
  const level = verdictLevel(verdict);
  if (level === 0) return [box];
  const at = [round(x + side / 2), round(y + side / 2)] as const;
  return [box, { kind: 'path', d: scaled(barsOf(level), Math.min(1, side / 15)), at, role: 'verdict-sign' }];
}

/** The same path smaller, so that a sign stays within a small square. */
const scaled = (d: string, by: number): string =>
  by === 1 ? d : d.replace(/-?[\d.]+/g, (number) => String(round(Number(number) * by)));

/** The verdicts with their words, in as many rows as they need. */
function legend(grid: VerdictGrid, top: number, width: number): { readonly marks: Mark[]; readonly height: number } {
  let [x, y] = [0, top];
  const marks = Object.entries(grid.words).flatMap(([verdict, word]) => {
    const wide = 22 + textWidth(word, FONT);
    if (x > 0 && x + wide > width) [x, y] = [0, y + LEGEND_ROW];
    const item: Mark[] = [
      ...square(x, y, 16, verdict),
      { kind: 'text', x: round(x + 22), y: y + 12.5, text: word, role: 'label' },
    ];
    x += wide + 18;
    return item;
  });
  return { marks, height: y - top + 18 };
}
