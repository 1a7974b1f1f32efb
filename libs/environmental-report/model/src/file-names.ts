/** How the files of a published version are named, before their ending: what it is and which version. */
export const fileStem = (report: { readonly slug: string; readonly version: number }): string =>
  `${report.slug}-v${report.version}`;

/** The tables that are also given as CSV, and the word in the name of the file for Swedish Excel. */
export const CSV_TABLES = [
  ['figures', 'utfall'],
  ['targets', 'mal'],
  ['areas', 'malomraden'],
] as const;
export type CsvTable = (typeof CSV_TABLES)[number][0];

/** Which table a CSV file holds, by its name; null for other files. */
export const csvTableOf = (name: string): CsvTable | null =>
  CSV_TABLES.find(
    ([table, swedish]) => name.endsWith(`-${table}.csv`) || name.endsWith(`-${swedish}-excel.csv`),
  )?.[0] ?? null;
