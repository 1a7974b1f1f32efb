import { stringify } from 'csv-stringify/sync';
import { type Cell, type Table, yesOrNo } from './tables.js';

// A spreadsheet reads these, also after a space or full-width, as the start of a formula.
const FORMULA = /^[\s\u0000]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r]/u;

/** A text that no spreadsheet takes for a formula: with an apostrophe before it when it could be. */
export const guardFormula = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

// A terminal takes these for commands; no table has a use for them.
const CONTROL = /[^\P{Cc}\t\r\n]/gu;

type Flavour = 'swedish-excel' | 'rfc4180';

/** A table as CSV. `swedish-excel`: semicolon, decimal comma, BOM, Swedish headings, ja. `rfc4180`: comma, point, keys, true. */
export function csvFile({ columns, rows }: Table, flavour: Flavour): Uint8Array {
  const swedish = flavour === 'swedish-excel';
  const text = stringify(
    [
      columns.map((column) => (swedish ? column.title : column.key)),
      ...rows.map((row) => row.map((cell) => cellText(cell, swedish))),
    ],
    {
      bom: swedish,
      delimiter: swedish ? ';' : ',',
      record_delimiter: 'windows',
      // A lone line feed would otherwise break the row.
      quoted_match: /[\r\n]/,
    },
  );
  return new TextEncoder().encode(text);
}

function cellText(cell: Cell, swedish: boolean): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return guardFormula(cell.replace(CONTROL, ''));
  if ('isSo' in cell) return swedish ? yesOrNo(cell) : String(cell.isSo);
  return swedish ? cell.number.replace('.', ',') : cell.number;
}
