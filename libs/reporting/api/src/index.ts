export { DraftService } from './drafts/draft.service.js';
export type { FilePoint, ReportWords, SeriesByTarget } from './history/file-values.js';
export { HistoryService, pastPeriods } from './history/history.service.js';
export * from './periods/reporting-periods.js';
export * from './reporting.module.js';
export { ReportService } from './reports/report.service.js';
export { type PublishableReport, PublishableReports } from './transitions/publishable-reports.js';
export { TransitionService } from './transitions/transition.service.js';
