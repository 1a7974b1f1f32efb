export { DemoPublications } from './demo-publications.js';
export * from './feedback/index.js';
export { DemoDocuments } from './documents/demo-documents.js';
export { canonicalOf, type ReportFile, reportFiles } from './files/report-files.js';
export { type PdfLimits, type PdfOutcome, PdfPrinter } from './pdf/pdf-printer.js';
export * from './publication.errors.js';
export * from './publication.module.js';
export { PublicationService } from './publication.service.js';
export * from './site/index.js';
