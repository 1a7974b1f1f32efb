export { PlanClient } from './data/plan-client';
export { planTexts } from './i18n';
export { AmendmentList } from './ui/amendment-list';
export { GoalList } from './ui/goal-list';
export { IndicatorDefinition } from './ui/indicator-definition';
export { SourceLink } from './ui/source-link';
