import { stringify } from 'csv-stringify/sync';

// A spreadsheet reads these, also after a space or full-width, as the start of a formula.
const FORMULA = /^[\s\u0000]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r]/u;

/** A text that no spreadsheet takes for a formula: with an apostrophe before it when it could be. */
export const guardFormula = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

// A terminal takes these for commands; no table has a use for them.
const CONTROL = /[^\P{Cc}\t\r\n]/gu;

/** A text as a cell of a CSV file: never a formula, never a command. */
export const csvCell = (text: string): string => guardFormula(text.replace(CONTROL, ''));

/** `swedish-excel`: semicolons. `rfc4180`: commas. */
export type CsvFlavour = 'swedish-excel' | 'rfc4180';

/** Rows of finished cells as CSV, with CRLF after each. */
export const csvRows = (rows: readonly (readonly string[])[], flavour: CsvFlavour): string =>
  stringify(
    rows.map((row) => [...row]),
    {
      delimiter: flavour === 'swedish-excel' ? ';' : ',',
      record_delimiter: 'windows',
      // A lone line feed would otherwise break the row.
      quoted_match: /[\r\n]/,
    },
  );

/** What a file begins with: Excel in Sweden knows UTF-8 by its byte order mark. */
export const csvStart = (flavour: CsvFlavour): string => (flavour === 'swedish-excel' ? '\ufeff' : '');
