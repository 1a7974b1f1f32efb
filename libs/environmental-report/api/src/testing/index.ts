export type { PdfChart } from '../print/pdf-chart.js';
export { pdfData } from '../print/pdf-data.js';
export { PublicationWorld } from './publication-world.js';
export * from './published-rows.js';
