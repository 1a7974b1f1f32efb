export * from './audit-kinds.js';
export type * from './checked-plan.js';
export * from './imprecise-date.js';
export * from './plan-file.js';
export { type PlanFileError } from './plan-file-faults.js';
export * from './plan-view.js';
export * from './plan-warnings.js';
export * from './read-plan-file.js';
export * from './target-amendment.js';
