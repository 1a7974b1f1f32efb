import type { Provenance } from '@malspar/shared-model';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { WithOrigin } from './plan.entity.js';

@Entity({ name: 'focus_area' })
export class FocusAreaEntity extends WithOrigin {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;
  @Column({ name: 'plan_id', type: 'uuid' })
  planId!: string;
  @Column({ type: 'text' })
  slug!: string;
  @Column({ type: 'int' })
  number!: number;
  @Column({ type: 'text' })
  title!: string;
  @Column({ name: 'department_id', type: 'uuid' })
  departmentId!: string;
  /** What a plan file last proposed; null where none has. Another one has been chosen in the application. */
  @Column({ name: 'proposed_department_id', type: 'uuid', nullable: true })
  proposedDepartmentId!: string | null;
  @Column({ name: 'goals_provenance', type: 'text' })
  goalsProvenance!: Provenance;
  @Column({ type: 'text' })
  aim!: string;
  @Column({ name: 'aim_provenance', type: 'text' })
  aimProvenance!: Provenance;
  @Column({ name: 'aim_source_key', type: 'text', nullable: true })
  aimSourceKey!: string | null;
}

@Entity({ name: 'focus_area_goal' })
export class FocusAreaGoalEntity {
  @Column({ name: 'plan_id', type: 'uuid' })
  planId!: string;
  @PrimaryColumn({ name: 'focus_area_id', type: 'uuid' })
  focusAreaId!: string;
  @PrimaryColumn({ name: 'goal_id', type: 'uuid' })
  goalId!: string;
  @Column({ type: 'int' })
  position!: number;
}
