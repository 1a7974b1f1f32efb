export { EnvironmentalReportModule } from './environmental-report.module.js';
/** @public What the benchmark of the files prints. */
export { environmentalReportPrint } from './print/environmental-report-print.js';
/** @public How the report is shown: journeys put a site together with it. */
export { reportWithData } from './site/report-open-data.js';
