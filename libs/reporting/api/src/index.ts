export { DraftService } from './draft.service.js';
export type { FilePoint, ReportWords, SeriesByTarget } from './file-figures.js';
export { HistoryService, pastPeriods } from './history.service.js';
export * from './publishable-reports.js';
export * from './reporting-periods.js';
export * from './reporting.errors.js';
export * from './reporting.module.js';
export { ReportService } from './report.service.js';
export { TransitionService } from './transition.service.js';
