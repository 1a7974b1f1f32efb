import { cellText, type FigureTable, numberColumn, textColumn } from '@malspar/figures-model';
import { tableAsTsv } from './figure-table';

const table: FigureTable = {
  caption: 'Utfall',
  columns: [textColumn('Period'), numberColumn('Utfall (ton)'), textColumn('Bedömning')],
  rows: [
    ['Kvartal 1 2024', { value: '-1234.5', decimals: 1 }, '=HYPERLINK("x")'],
    ['Kvartal 2 2024', null, 'På\trätt\nväg'],
  ],
};

describe('the table of a figure', () => {
  it('is copied with Swedish numbers that a spreadsheet can count with', () => {
    expect(tableAsTsv(table).split('\r\n')).toEqual([
      'Period\tUtfall (ton)\tBedömning',
      'Kvartal 1 2024\t-1234,5\t\'=HYPERLINK("x")',
      'Kvartal 2 2024\t\tPå rätt väg',
    ]);
  });

  it('shows numbers in the language of the page, and a dash for what is missing', () => {
    expect(cellText({ value: '1234.5', decimals: 1 }, 'sv')).toBe('1\u00a0234,5');
    expect(cellText({ value: '1234.5', decimals: 1 }, 'en')).toBe('1,234.5');
    expect(cellText(null, 'sv')).toBe('–');
  });
});
