import type { Decimal } from '@malspar/shared-model';
import type { Language } from '../language.js';
import { numberText } from '../numbers.js';
import type { Scene } from '../scene.js';

/** The same drawing for a wide and a narrow place. Print and files take the wide one. */
export interface Drawing {
  readonly wide: Scene;
  readonly narrow: Scene;
}

export interface FigureColumn {
  readonly text: string;
  readonly isNumber: boolean;
  /** What of the column is in the plan's own words, and so in its language on every page. */
  readonly plansWords: 'heading' | 'cells' | null;
}

/** A number in a table: the decimal as text, and how many decimals it is shown with. */
interface FigureNumber {
  readonly value: Decimal;
  readonly decimals: number;
}

/** Text, a number, or nothing to tell. */
export type FigureCell = string | FigureNumber | null;

/** What a drawing shows, as a table. The first cell of each row is its heading; units stand in the columns' texts. */
export interface FigureTable {
  readonly caption: string;
  /** What of the caption and of cells in the product's words is in the plan's own. */
  readonly plansWords?: readonly string[];
  readonly columns: readonly FigureColumn[];
  readonly rows: readonly (readonly FigureCell[])[];
}

/** A figure as it is read on the public page, in the app and in print: its finding in words, its drawing and its table. */
export interface ChartFigure {
  readonly caption: string;
  /** What of the caption and the note is in the plan's own words, or in those of who reported. */
  readonly plansWords?: readonly string[];
  /** Null where there is nothing to draw. */
  readonly drawing: Drawing | null;
  readonly table: FigureTable;
  /** What the figure leaves out; null where it leaves out nothing. */
  readonly note: string | null;
  /** Whether anything in it is an example made for demonstration. */
  readonly illustrative?: boolean;
}

const WIDE = 640;
const NARROW = 300;

/** One chart in both widths, each drawn when it is asked for: print asks for one of them. */
export function drawingOf(draw: (width: number) => Scene): Drawing {
  let wide: Scene | undefined;
  let narrow: Scene | undefined;
  return {
    get wide() {
      return (wide ??= draw(WIDE));
    },
    get narrow() {
      return (narrow ??= draw(NARROW));
    },
  };
}

export const textColumn = (text: string, plansWords: FigureColumn['plansWords'] = null): FigureColumn => ({
  text,
  isNumber: false,
  plansWords,
});
export const numberColumn = (text: string): FigureColumn => ({ text, isNumber: true, plansWords: null });
/** Numbers under their unit, which is the plan's word. */
export const unitColumn = (unit: string, unitless: string): FigureColumn =>
  unit === '' ? numberColumn(unitless) : { text: unit, isNumber: true, plansWords: 'heading' };

/** A cell for people, in the language of the page. */
export const cellText = (cell: FigureCell, language: Language): string => {
  if (cell === null) return '–';
  return typeof cell === 'string' ? cell : numberText(cell.value, cell.decimals, language);
};
