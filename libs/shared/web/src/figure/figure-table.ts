import { type FigureCell, type FigureTable, numberText } from '@malspar/figures-model';

/** A text that a spreadsheet would run as a formula is kept a text. */
const harmless = (text: string): string => {
  const line = text.replace(/[\t\r\n]+/g, ' ');
  return /^[=+\-@]/.test(line) ? `'${line}` : line;
};

// A spreadsheet knows neither the grouping space nor the typographic minus as parts of a number.
const forSpreadsheet = (cell: FigureCell): string =>
  typeof cell === 'object' && cell !== null
    ? numberText(cell.value, cell.decimals, 'sv').replaceAll('\u00a0', '').replace('\u2212', '-')
    : harmless(cell ?? '');

/** The table as tab-separated lines to paste into a spreadsheet; numbers with a decimal comma. */
export function tableAsTsv({ columns, rows }: FigureTable): string {
  return [columns.map(({ text }) => harmless(text)), ...rows.map((row) => row.map(forSpreadsheet))]
    .map((cells) => cells.join('\t'))
    .join('\r\n');
}
