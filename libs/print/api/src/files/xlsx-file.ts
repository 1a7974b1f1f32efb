import { decimalsOf } from '@malspar/shared-model';
import { unzipSync } from 'fflate';
import writeXlsxFile, { type Cell as XlsxCell, type SheetData } from 'write-excel-file/node';
import { type Cell, type Table, yesOrNo } from '../table.js';
import { zipAlike } from './zip-alike.js';

const HEADING = { fontWeight: 'bold', wrap: true, alignVertical: 'top' } as const;
const MAX_TEXT = 32_767;
const EXCEL_DIGITS = 15;

/** A workbook: how to read it first, then one sheet for each table. Numbers are numbers. Equal input, equal bytes. */
export async function xlsxFile(about: readonly [string, string][], tables: readonly Table[]): Promise<Uint8Array> {
  const sheets = [
    { sheet: 'Läs mig', data: aboutSheet(about), columns: [{ width: 18 }, { width: 100 }] },
    ...tables.map((table) => ({
      sheet: table.title,
      data: tableSheet(table),
      columns: table.columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
    })),
  ];
  const written = await writeXlsxFile(sheets, { fontFamily: 'Calibri', fontSize: 11 }).toBuffer();
  // The library stamps the clock on every entry; packed again, only what is in the workbook counts.
  return zipAlike(unzipSync(written));
}

const aboutSheet = (about: readonly [string, string][]): SheetData =>
  about.map(([label, text]) => [
    { type: String, value: excelText(label), fontWeight: 'bold', alignVertical: 'top' },
    { type: String, value: excelText(text), wrap: true, alignVertical: 'top' },
  ]);

const tableSheet = ({ columns, rows }: Table): SheetData => [
  columns.map(({ title }) => ({ type: String, value: excelText(title), ...HEADING })),
  ...rows.map((row) => row.map(toXlsx)),
];

function toXlsx(cell: Cell): XlsxCell {
  if (cell === null || cell === '') return null;
  if (typeof cell !== 'string' && 'isSo' in cell) return toXlsx(yesOrNo(cell));
  if (typeof cell === 'string') {
    return { type: String, value: excelText(cell), wrap: cell.length > 40, alignVertical: 'top' };
  }
  // Excel keeps fifteen digits: a longer number stays itself as a text.
  if (cell.number.replace(/\D/g, '').replace(/^0+/, '').length > EXCEL_DIGITS) {
    return { type: String, value: cell.number.replace('.', ','), align: 'right', alignVertical: 'top' };
  }
  return {
    type: Number,
    value: Number(cell.number),
    format: numberFormat(decimalsOf(cell.number)),
    alignVertical: 'top',
  };
}

const numberFormat = (decimals: number): string => (decimals === 0 ? '0' : `#,##0.${'0'.repeat(decimals)}`);

/** A text as Excel stores it: `_x000D_` means itself, and nothing is longer than a cell holds. */
const excelText = (text: string): string =>
  text.slice(0, MAX_TEXT).replace(/_x[0-9A-Fa-f]{4}_/g, (escape) => `_x005F${escape}`);
