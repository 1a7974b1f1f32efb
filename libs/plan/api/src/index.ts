export { PlanLoader, type PlanLoading } from './plan-loader.js';
export { PlanFileRefused } from './plan.errors.js';
export { PlanModule } from './plan.module.js';
export { PlanService } from './plan.service.js';
