import { FocusAreaEntity, FocusAreaGoalEntity } from './focus-area.entity.js';
import {
  AmendmentEntity,
  ClimateGoalEntity,
  DepartmentEntity,
  DriverEntity,
  OverarchingGoalEntity,
  PlanEntity,
  SourceEntity,
  VerdictLabelEntity,
} from './plan.entity.js';
import { IndicatorEntity, MilestoneEntity, TargetEntity, TargetVersionEntity } from './target.entity.js';

/** Every table of the plan, for whoever connects to the database. */
export const planEntities = [
  AmendmentEntity,
  ClimateGoalEntity,
  DepartmentEntity,
  DriverEntity,
  FocusAreaEntity,
  FocusAreaGoalEntity,
  IndicatorEntity,
  MilestoneEntity,
  OverarchingGoalEntity,
  PlanEntity,
  SourceEntity,
  TargetEntity,
  TargetVersionEntity,
  VerdictLabelEntity,
];
