export { checksumsOf, FileChecksums } from './files/checksums.js';
export { csvFile } from './files/csv-file.js';
export { canonicalOf, documentFiles, type PrintedFile, tableIn } from './files/document-files.js';
export { type Cell, type Table, tableOf } from './table.js';
export { keepToFonts, REPLACEMENT } from './pdf/font-coverage.js';
export { fontCoverage } from './pdf/fonts.js';
export { type PdfError, PdfPrinter } from './pdf/pdf-printer.js';
export * from './pdf/pdf-text.js';
export type { PrintedKind } from './printed-kind.js';
