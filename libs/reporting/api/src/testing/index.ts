export { plainWords } from './plain-words.js';
export { ReportingWorld } from './reporting-world.js';
export { smallPlan } from './small-plan.js';
