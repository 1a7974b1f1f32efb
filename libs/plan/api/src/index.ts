export { AmendmentService } from './amendment.service.js';
export { planEntities } from './plan-entities.js';
export { PlanLoader, type PlanLoading } from './plan-loader.js';
export { type PlanRowChange } from './plan-writing.repository.js';
export { NoPlan, PlanFileRefused, type PlanFileObjection } from './plan.errors.js';
export { PlanModule } from './plan.module.js';
export { PlanService } from './plan.service.js';
