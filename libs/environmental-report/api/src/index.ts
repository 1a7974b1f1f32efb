export { EnvironmentalReportModule } from './environmental-report.module.js';
/** @public What the benchmark of the files prints. */
export { environmentalReportPrint } from './print/environmental-report-print.js';
export { targetFigures, verdictTable } from './print/tables.js';
