import type { Scene } from '@malspar/shared-charts';

/** The same drawing for a wide and a narrow place. Print and files take the wide one. */
export interface Drawing {
  readonly wide: Scene;
  readonly narrow: Scene;
}

export interface FigureColumn {
  readonly text: string;
  readonly isNumber: boolean;
  /** What of the column is in the plan's own words, and so in Swedish on every page. */
  readonly plansWords: 'heading' | 'cells' | null;
}

/** What a drawing shows, as a table. The first cell of each row is its heading; numbers are written out. */
export interface FigureTable {
  readonly caption: string;
  readonly columns: readonly FigureColumn[];
  readonly rows: readonly (readonly string[])[];
}

/** A figure of a published report: its finding in words, its drawing and its table, all from the frozen report alone. */
export interface PublishedFigure {
  readonly kind: 'progress' | 'series' | 'parts' | 'overview' | 'verdicts';
  readonly caption: string;
  /** Null where there are too few values to draw. */
  readonly drawing: Drawing | null;
  readonly table: FigureTable;
  /** What the figure leaves out; null where it leaves out nothing. */
  readonly note: string | null;
  /** Whether anything in it is an example made for demonstration. */
  readonly illustrative: boolean;
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
