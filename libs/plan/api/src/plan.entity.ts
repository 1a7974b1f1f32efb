import type { Cadence, PeriodCode, PlainDate, Provenance } from '@malspar/shared-model';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where a row comes from. */
export abstract class WithOrigin {
  @Column({ type: 'text' })
  provenance!: Provenance;
  @Column({ name: 'source_key', type: 'text', nullable: true })
  sourceKey!: string | null;
}

@Entity({ name: 'plan' })
export class PlanEntity extends WithOrigin {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;
  @Column({ type: 'text' })
  slug!: string;
  @Column({ type: 'text' })
  title!: string;
  @Column({ type: 'text' })
  language!: string;
  @Column({ type: 'text' })
  organisation!: string;
  @Column({ type: 'text' })
  contact!: string;
  @Column({ name: 'decided_by', type: 'text' })
  decidedBy!: string;
  @Column({ name: 'start_date', type: 'date' })
  startDate!: PlainDate;
  @Column({ name: 'end_date', type: 'date' })
  endDate!: PlainDate;
  @Column({ type: 'text' })
  cadence!: Cadence;
  @Column({ name: 'open_period', type: 'text' })
  openPeriod!: PeriodCode;
}

@Entity({ name: 'source' })
export class SourceEntity {
  @PrimaryColumn({ name: 'plan_id', type: 'uuid' })
  planId!: string;
  @PrimaryColumn({ type: 'text' })
  key!: string;
  @Column({ type: 'int' })
  position!: number;
  @Column({ type: 'text' })
  title!: string;
  @Column({ type: 'text' })
  url!: string;
}

@Entity({ name: 'overarching_goal' })
export class OverarchingGoalEntity extends WithOrigin {
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
}

@Entity({ name: 'driver' })
export class DriverEntity extends WithOrigin {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;
  @Column({ name: 'plan_id', type: 'uuid' })
  planId!: string;
  @Column({ type: 'text' })
  slug!: string;
  @Column({ type: 'int' })
  position!: number;
  @Column({ type: 'text' })
  kind!: string;
  @Column({ type: 'text' })
  title!: string;
}

@Entity({ name: 'department' })
export class DepartmentEntity extends WithOrigin {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;
  @Column({ name: 'plan_id', type: 'uuid' })
  planId!: string;
  @Column({ type: 'text' })
  slug!: string;
  @Column({ type: 'int' })
  position!: number;
  @Column({ type: 'text' })
  title!: string;
  /** What a plan file last proposed; null where none has. Another title has been edited in the application. */
  @Column({ name: 'proposed_title', type: 'text', nullable: true })
  proposedTitle!: string | null;
}

@Entity({ name: 'climate_goal' })
export class ClimateGoalEntity extends WithOrigin {
  @PrimaryColumn({ name: 'plan_id', type: 'uuid' })
  planId!: string;
  @PrimaryColumn({ type: 'int' })
  year!: number;
  @Column({ type: 'text' })
  text!: string;
  @Column({ name: 'base_year', type: 'int', nullable: true })
  baseYear!: number | null;
  @Column({ type: 'numeric', precision: 18, scale: 6, nullable: true })
  reduction!: string | null;
}

@Entity({ name: 'verdict_label' })
export class VerdictLabelEntity extends WithOrigin {
  @PrimaryColumn({ name: 'plan_id', type: 'uuid' })
  planId!: string;
  @PrimaryColumn({ type: 'text' })
  code!: string;
  @Column({ type: 'int' })
  position!: number;
  @Column({ type: 'text' })
  label!: string;
}

@Entity({ name: 'amendment' })
export class AmendmentEntity extends WithOrigin {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;
  @Column({ name: 'plan_id', type: 'uuid' })
  planId!: string;
  /** Null when the plan as a whole was changed. */
  @Column({ name: 'target_id', type: 'uuid', nullable: true })
  targetId!: string | null;
  @Column({ type: 'text' })
  date!: string;
  @Column({ name: 'valid_from', type: 'date' })
  validFrom!: PlainDate;
  /** Orders those that count from the same day. */
  @Column({ type: 'int' })
  position!: number;
  @Column({ type: 'text' })
  text!: string;
  @Column({ name: 'decision_reference', type: 'text', nullable: true })
  decisionReference!: string | null;
  @Column({ name: 'plan_end_from', type: 'date', nullable: true })
  planEndFrom!: PlainDate | null;
  @Column({ name: 'plan_end_to', type: 'date', nullable: true })
  planEndTo!: PlainDate | null;
}
