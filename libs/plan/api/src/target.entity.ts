import type { IndicatorDirection } from '@malspar/plan-model';
import type {
  Cadence,
  Covers,
  Decimal,
  PeriodCode,
  PlainDate,
  Provenance,
  QuantityKind,
  YearFrom,
} from '@malspar/shared-model';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { WithOrigin } from './plan.entity.js';

@Entity({ name: 'target' })
export class TargetEntity extends WithOrigin {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;
  @Column({ name: 'plan_id', type: 'uuid' })
  planId!: string;
  @Column({ name: 'focus_area_id', type: 'uuid' })
  focusAreaId!: string;
  @Column({ type: 'text' })
  code!: string;
  @Column({ type: 'int' })
  position!: number;
  @Column({ type: 'text', nullable: true })
  note!: string | null;
  @Column({ name: 'not_measurable_until', type: 'text', nullable: true })
  notMeasurableUntil!: PeriodCode | null;
}

@Entity({ name: 'indicator' })
export class IndicatorEntity extends WithOrigin {
  @PrimaryColumn({ name: 'target_id', type: 'uuid' })
  targetId!: string;
  @Column({ name: 'plan_id', type: 'uuid' })
  planId!: string;
  @Column({ type: 'text' })
  kind!: 'numeric' | 'milestone';
  @Column({ type: 'text' })
  name!: string;
  @Column({ type: 'text' })
  unit!: string;
  @Column({ type: 'int' })
  decimals!: number;
  @Column({ type: 'text' })
  cadence!: Cadence;
  @Column({ type: 'text' })
  direction!: IndicatorDirection;
  @Column({ type: 'text', nullable: true })
  covers!: Covers | null;
  @Column({ name: 'year_from', type: 'text', nullable: true })
  yearFrom!: YearFrom | null;
  /** Decimal texts with a space between. */
  @Column({ name: 'year_weights', type: 'text', nullable: true })
  yearWeights!: string | null;
  @Column({ name: 'quantity_kind', type: 'text', nullable: true })
  quantityKind!: QuantityKind | null;
  @Column({ name: 'min_value', type: 'numeric', precision: 18, scale: 6, nullable: true })
  min!: Decimal | null;
  @Column({ name: 'max_value', type: 'numeric', precision: 18, scale: 6, nullable: true })
  max!: Decimal | null;
  @Column({ type: 'text', nullable: true })
  method!: string | null;
  @Column({ type: 'text', nullable: true })
  breakdown!: string | null;
  @Column({ name: 'baseline_year', type: 'int', nullable: true })
  baselineYear!: number | null;
  @Column({ type: 'numeric', precision: 18, scale: 6, nullable: true })
  baseline!: Decimal | null;
  @Column({ name: 'baseline_provenance', type: 'text', nullable: true })
  baselineProvenance!: Provenance | null;
  @Column({ name: 'baseline_source_key', type: 'text', nullable: true })
  baselineSourceKey!: string | null;
}

@Entity({ name: 'milestone' })
export class MilestoneEntity {
  @PrimaryColumn({ name: 'target_id', type: 'uuid' })
  targetId!: string;
  @PrimaryColumn({ type: 'int' })
  position!: number;
  @Column({ type: 'text' })
  title!: string;
  @Column({ type: 'text' })
  due!: PeriodCode;
  @Column({ type: 'text', nullable: true })
  done!: PeriodCode | null;
}

/** What a target said from `validFrom` until its next version. Rows are only ever added. */
@Entity({ name: 'target_version' })
export class TargetVersionEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;
  @Column({ name: 'plan_id', type: 'uuid' })
  planId!: string;
  @Column({ name: 'target_id', type: 'uuid' })
  targetId!: string;
  @Column({ name: 'valid_from', type: 'date' })
  validFrom!: PlainDate;
  @Column({ type: 'text' })
  title!: string;
  @Column({ name: 'target_year', type: 'int' })
  targetYear!: number;
  @Column({
    name: 'target_value',
    type: 'numeric',
    precision: 18,
    scale: 6,
    nullable: true,
  })
  targetValue!: Decimal | null;
  @Column({ name: 'target_value_provenance', type: 'text', nullable: true })
  targetValueProvenance!: Provenance | null;
  @Column({ name: 'target_value_source_key', type: 'text', nullable: true })
  targetValueSourceKey!: string | null;
  /** The amendment that made the version; null for the first. */
  @Column({ name: 'amendment_id', type: 'uuid', nullable: true })
  amendmentId!: string | null;
}
