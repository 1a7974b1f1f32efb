import type { Assessment, EntryContent, FieldMark } from '@malspar/reporting-model';
import type { Provenance } from '@malspar/shared-model';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'entry' })
export class EntryEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;
  @Column({ name: 'report_id', type: 'uuid' })
  reportId!: string;
  @Column({ name: 'target_id', type: 'uuid' })
  targetId!: string;
  @Column({ name: 'target_code', type: 'text' })
  targetCode!: string;
  @Column({ type: 'integer' })
  position!: number;
  @Column({ type: 'text', nullable: true })
  assessment!: Assessment | null;
  @Column({ name: 'no_value_reason', type: 'text' })
  noValueReason!: string;
  @Column({ type: 'text' })
  comment!: string;
  @Column({ type: 'jsonb', nullable: true })
  measure!: EntryContent['measure'];
  @Column({ type: 'jsonb' })
  parts!: EntryContent['parts'];
  @Column({ type: 'jsonb' })
  milestones!: EntryContent['milestones'];
  @Column({ type: 'jsonb' })
  explanations!: EntryContent['explanations'];
  @Column({ type: 'text' })
  provenance!: Provenance;
  /** Who wrote each field as it stands; only what has been written in this draft. */
  @Column({ type: 'jsonb' })
  written!: Record<string, FieldMark>;
  /** Of the whole year, in the report of its last period; null in every other. */
  @Column({ name: 'year_assessment', type: 'text', nullable: true })
  yearAssessment!: Assessment | null;
  @Column({ name: 'year_comment', type: 'text' })
  yearComment!: string;
  @Column({ name: 'year_provenance', type: 'text' })
  yearProvenance!: Provenance;
  @Column({ type: 'integer' })
  version!: number;
  @Column({ name: 'updated_at', type: 'timestamptz', nullable: true })
  updatedAt!: Date | null;
  @Column({ name: 'updated_by', type: 'uuid', nullable: true })
  updatedBy!: string | null;
  @Column({ name: 'updated_by_name', type: 'text', nullable: true })
  updatedByName!: string | null;
}

@Entity({ name: 'entry_value' })
export class EntryValueEntity {
  @PrimaryColumn({ name: 'entry_id', type: 'uuid' })
  entryId!: string;
  @PrimaryColumn({ type: 'text' })
  period!: string;
  /** Decimal text with the digits it was written with. */
  @Column({ type: 'numeric' })
  value!: string;
  @Column({ type: 'text' })
  provenance!: Provenance;
  @Column({ name: 'source_key', type: 'text', nullable: true })
  sourceKey!: string | null;
}
