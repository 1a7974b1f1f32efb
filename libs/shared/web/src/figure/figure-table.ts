import { type Language, numberText } from '@malspar/shared-charts';
import type { Decimal } from '@malspar/shared-model';

/** A number in a table: the decimal as text, and how many decimals it is shown with. */
export interface FigureNumber {
  readonly value: Decimal;
  readonly decimals: number;
}

/** Text, a number, or nothing to tell. */
export type FigureCell = string | FigureNumber | null;

/** The same figures as the chart's, as a table. The first cell of each row is its heading; units stand in `columns`. */
export interface FigureTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly FigureCell[])[];
}

const isNumber = (cell: FigureCell | undefined): cell is FigureNumber => typeof cell === 'object' && cell !== null;

/** Whether the column holds numbers only, and is to be set to the right. */
export const isNumeric = ({ rows }: FigureTable, column: number): boolean =>
  rows.some((row) => isNumber(row[column])) && rows.every((row) => typeof row[column] !== 'string');

export const cellText = (cell: FigureCell, language: Language): string =>
  cell === null ? '–' : isNumber(cell) ? numberText(cell.value, cell.decimals, language) : cell;

/** A text that a spreadsheet would run as a formula is kept a text. */
const harmless = (text: string): string => {
  const line = text.replace(/[\t\r\n]+/g, ' ');
  return /^[=+\-@]/.test(line) ? `'${line}` : line;
};

// A spreadsheet knows neither the grouping space nor the typographic minus as parts of a number.
const forSpreadsheet = (cell: FigureCell): string =>
  isNumber(cell)
    ? numberText(cell.value, cell.decimals, 'sv').replaceAll('\u00a0', '').replace('\u2212', '-')
    : harmless(cell ?? '');

/** The table as tab-separated lines to paste into a spreadsheet; numbers with a decimal comma. */
export function tableAsTsv({ columns, rows }: FigureTable): string {
  return [columns.map(harmless), ...rows.map((row) => row.map(forSpreadsheet))]
    .map((cells) => cells.join('\t'))
    .join('\r\n');
}
