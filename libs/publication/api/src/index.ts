export { DemoPublications } from './demo-publications.js';
export { canonicalOf, type ReportFile, reportFiles } from './files/report-files.js';
export type { PdfChart } from './pdf/pdf-chart.js';
export { pdfData } from './pdf/pdf-data.js';
export { type PdfLimits, type PdfOutcome, PdfPrinter } from './pdf/pdf-printer.js';
export * from './publication.errors.js';
export * from './publication.module.js';
export { PublicationService } from './publication.service.js';
export * from './site/index.js';
