import { csvCell, type CsvFlavour, csvRows, csvStart } from '@malspar/shared-api';
import { type Cell, type Table, yesOrNo } from '../table.js';

/** A table as CSV. `swedish-excel`: semicolon, decimal comma, BOM, Swedish headings, ja. `rfc4180`: comma, point, keys, true. */
export function csvFile({ columns, rows }: Table, flavour: CsvFlavour): Uint8Array {
  const swedish = flavour === 'swedish-excel';
  const headings = columns.map((column) => (swedish ? column.title : column.key));
  const cells = rows.map((row) => row.map((cell) => cellText(cell, swedish)));
  return new TextEncoder().encode(csvStart(flavour) + csvRows([headings, ...cells], flavour));
}

function cellText(cell: Cell, swedish: boolean): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return csvCell(cell);
  if ('isSo' in cell) return swedish ? yesOrNo(cell) : String(cell.isSo);
  return swedish ? cell.number.replace('.', ',') : cell.number;
}
