export { planEntities } from '../plan-entities.js';
export { seedPlan } from './seed-plan.js';
