import type { FieldMark, ReportState, Verdict } from '@malspar/reporting-model';
import type { Provenance } from '@malspar/shared-model';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'report' })
export class ReportEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;
  @Column({ name: 'period_id', type: 'uuid' })
  periodId!: string;
  @Column({ name: 'focus_area_id', type: 'uuid' })
  focusAreaId!: string;
  @Column({ type: 'text' })
  state!: ReportState;
  @Column({ name: 'state_since', type: 'timestamptz' })
  stateSince!: Date;
  @Column({ type: 'integer' })
  version!: number;
  @Column({ type: 'text', nullable: true })
  verdict!: Verdict | null;
  @Column({ name: 'verdict_explanation', type: 'text' })
  verdictExplanation!: string;
  @Column({ name: 'verdict_provenance', type: 'text' })
  verdictProvenance!: Provenance;
  @Column({ name: 'verdict_source_key', type: 'text', nullable: true })
  verdictSourceKey!: string | null;
  @Column({ name: 'verdict_version', type: 'integer' })
  verdictVersion!: number;
  /** Who wrote each field of the verdict and of the year part as it stands; only what has been written in this draft. */
  @Column({ name: 'verdict_written', type: 'jsonb' })
  verdictWritten!: Record<string, FieldMark>;
  @Column({ name: 'verdict_updated_at', type: 'timestamptz', nullable: true })
  verdictUpdatedAt!: Date | null;
  @Column({ name: 'verdict_updated_by', type: 'uuid', nullable: true })
  verdictUpdatedBy!: string | null;
  @Column({ name: 'verdict_updated_by_name', type: 'text', nullable: true })
  verdictUpdatedByName!: string | null;
  /** Of the whole year, in the report of its last period; null and empty in every other. */
  @Column({ name: 'year_verdict', type: 'text', nullable: true })
  yearVerdict!: Verdict | null;
  @Column({ name: 'year_explanation', type: 'text' })
  yearExplanation!: string;
  @Column({ name: 'year_provenance', type: 'text' })
  yearProvenance!: Provenance;
  @Column({ name: 'year_source_key', type: 'text', nullable: true })
  yearSourceKey!: string | null;
  @Column({ name: 'year_version', type: 'integer' })
  yearVersion!: number;
  @Column({ name: 'year_updated_at', type: 'timestamptz', nullable: true })
  yearUpdatedAt!: Date | null;
  @Column({ name: 'year_updated_by', type: 'uuid', nullable: true })
  yearUpdatedBy!: string | null;
  @Column({ name: 'year_updated_by_name', type: 'text', nullable: true })
  yearUpdatedByName!: string | null;
  /** Number of the latest revision; 0 before the first submit. */
  @Column({ type: 'integer' })
  revision!: number;
  @Column({ name: 'revision_sha256', type: 'text', nullable: true })
  revisionSha256!: string | null;
  @Column({ name: 'submitted_by', type: 'uuid', nullable: true })
  submittedBy!: string | null;
  @Column({ name: 'submitted_by_name', type: 'text', nullable: true })
  submittedByName!: string | null;
  @Column({ name: 'submitted_at', type: 'timestamptz', nullable: true })
  submittedAt!: Date | null;
  /** Everybody who had written in the report, since it was last approved, when the latest revision was frozen. */
  @Column({ name: 'revision_writers', type: 'uuid', array: true })
  revisionWriters!: string[];
  /** Who endorsed the latest revision. */
  @Column({ name: 'endorsed_by', type: 'uuid', nullable: true })
  endorsedBy!: string | null;
  /** How many transitions have been taken. */
  @Column({ type: 'integer' })
  transitions!: number;
  @Column({ name: 'imported_at', type: 'timestamptz', nullable: true })
  importedAt!: Date | null;
  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
