export { EnvironmentalReportModule } from './environmental-report.module.js';
export { environmentalReportPrint } from './print/environmental-report-print.js';
export type { PdfChart } from './print/pdf-chart.js';
export { pdfData } from './print/pdf-data.js';
export { targetFigures, verdictTable } from './print/tables.js';
