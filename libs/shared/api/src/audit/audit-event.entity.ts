import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'audit_event' })
export class AuditEventEntity {
  @PrimaryColumn({ type: 'bigint' })
  seq!: number;
  /** Kept as the very text that was hashed. */
  @Column({ type: 'text' })
  at!: string;
  @Column({ name: 'actor_id', type: 'uuid', nullable: true })
  actorId!: string | null;
  @Column({ name: 'actor_name', type: 'text' })
  actorName!: string;
  @Column({ type: 'text' })
  kind!: string;
  @Column({ name: 'subject_type', type: 'text' })
  subjectType!: string;
  @Column({ name: 'subject_id', type: 'text' })
  subjectId!: string;
  @Column({ type: 'jsonb' })
  data!: object;
  @Column({ name: 'previous_hash', type: 'text' })
  previousHash!: string;
  @Column({ type: 'text' })
  hash!: string;
}
