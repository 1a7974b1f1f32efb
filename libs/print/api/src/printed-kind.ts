import type { Table } from './table.js';

/** Label and text. */
export type AboutLine = [label: string, text: string];

/** A document as Typst sets it: a template, and what stands in its `report.json`. */
export interface PdfForm<Content extends object> {
  readonly template: string;
  /** `replaced`: the signs that the typeface lacks, which stand as boxes. */
  data(content: Content, proof: { readonly sha256: string; readonly replaced: readonly string[] }): object;
}

/** How one kind of publication is printed. All of it comes out of the frozen content alone. */
export interface PrintedKind<Content extends object> {
  /** What every file is called, without what tells them apart. */
  stem(content: Content): string;
  /** What one must know to read the files. */
  about(content: Content, sha256: string): AboutLine[];
  tables(content: Content): readonly Table[];
  /** The tables that are files of their own, with their Swedish names. */
  readonly csvTables: readonly (readonly [name: string, swedish: string])[];
  /** What the archive's manifest says before it lists the files. */
  manifest(content: Content, sha256: string): Readonly<Record<string, unknown>>;
  readonly pdf: PdfForm<Content>;
}
