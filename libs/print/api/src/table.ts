import type { Decimal } from '@malspar/shared-model';

/** A cell: a text, a number with its decimals, whether something is so, or nothing. */
export type Cell = string | null | { readonly number: Decimal } | { readonly isSo: boolean };
/** Whether something is so, for readers. */
export const yesOrNo = ({ isSo }: { readonly isSo: boolean }): string => (isSo ? 'ja' : 'nej');

export interface Column<T> {
  /** What a program calls it. */
  readonly key: string;
  /** What a reader calls it. */
  readonly title: string;
  /** In characters. */
  readonly width: number;
  readonly cell: (row: T) => Cell;
}

/** A table of something published, the same in every format. */
export interface Table {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly Pick<Column<never>, 'key' | 'title' | 'width'>[];
  readonly rows: readonly (readonly Cell[])[];
}

/** The table of these rows. */
export function tableOf<T>(name: string, title: string, rows: readonly T[], columns: readonly Column<T>[]): Table {
  return { name, title, columns, rows: rows.map((row) => columns.map((column) => column.cell(row))) };
}
