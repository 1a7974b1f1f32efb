import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'reporting_period' })
export class ReportingPeriodEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;
  @Column({ name: 'plan_id', type: 'uuid' })
  planId!: string;
  @Column({ type: 'text' })
  code!: string;
  @Column({ name: 'starts_on', type: 'date' })
  startsOn!: string;
  @Column({ name: 'ends_on', type: 'date' })
  endsOn!: string;
  @Column({ name: 'opens_on', type: 'date' })
  opensOn!: string;
  @Column({ name: 'due_on', type: 'date' })
  dueOn!: string;
  @Column({ type: 'integer' })
  version!: number;
  @Column({ name: 'closed_at', type: 'timestamptz', nullable: true })
  closedAt!: Date | null;
  @Column({ name: 'closed_by', type: 'uuid', nullable: true })
  closedBy!: string | null;
  @Column({ name: 'closed_reason', type: 'text', nullable: true })
  closedReason!: string | null;
}
