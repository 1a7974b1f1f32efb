export { seedPlan } from './seed-plan.js';
