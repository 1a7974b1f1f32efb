import type { ReportState, TransitionName } from '@malspar/reporting-model';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'report_transition' })
export class ReportTransitionEntity {
  @PrimaryColumn({ name: 'report_id', type: 'uuid' })
  reportId!: string;
  @PrimaryColumn({ type: 'integer' })
  number!: number;
  @Column({ type: 'text' })
  reference!: string;
  @Column({ type: 'text' })
  name!: TransitionName;
  @Column({ name: 'from_state', type: 'text' })
  fromState!: ReportState;
  @Column({ name: 'to_state', type: 'text' })
  toState!: ReportState;
  @Column({ type: 'integer' })
  revision!: number;
  @Column({ type: 'text', nullable: true })
  reason!: string | null;
  @Column({ name: 'actor_id', type: 'uuid' })
  actorId!: string;
  @Column({ name: 'actor_name', type: 'text' })
  actorName!: string;
  @Column({ type: 'timestamptz' })
  at!: Date;
}
