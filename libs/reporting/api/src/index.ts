export { DemoPeriodService } from './demo-period.service.js';
export { HistoryService } from './history.service.js';
export * from './reporting-periods.js';
export * from './reporting.errors.js';
export * from './reporting.module.js';
export { ReportService } from './report.service.js';
export { ResultsService } from './results.service.js';
