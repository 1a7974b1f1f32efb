import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'report_revision' })
export class ReportRevisionEntity {
  @PrimaryColumn({ name: 'report_id', type: 'uuid' })
  reportId!: string;
  @PrimaryColumn({ type: 'integer' })
  number!: number;
  /** Canonical JSON, the very text that the hash is of. */
  @Column({ type: 'text' })
  canonical!: string;
  @Column({ type: 'text' })
  sha256!: string;
  /** Null when it was imported. */
  @Column({ name: 'submitted_by', type: 'uuid', nullable: true })
  submittedBy!: string | null;
  @Column({ name: 'submitted_by_name', type: 'text' })
  submittedByName!: string;
  /** Everybody who had written in the report since it was last approved, and who submitted it. */
  @Column({ type: 'uuid', array: true })
  writers!: string[];
  @Column({ name: 'submitted_at', type: 'timestamptz' })
  submittedAt!: Date;
}
