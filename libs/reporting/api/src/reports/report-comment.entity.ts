import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ name: 'report_comment' })
export class ReportCommentEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;
  @Column({ name: 'report_id', type: 'uuid' })
  reportId!: string;
  @Column({ type: 'integer' })
  revision!: number;
  /** Place among those that came with the same decision. */
  @Column({ type: 'integer' })
  position!: number;
  @Column({ name: 'target_code', type: 'text', nullable: true })
  targetCode!: string | null;
  @Column({ type: 'text' })
  field!: string;
  @Column({ type: 'text' })
  text!: string;
  @Column({ type: 'text', nullable: true })
  suggestion!: string | null;
  @Column({ name: 'author_id', type: 'uuid' })
  authorId!: string;
  @Column({ name: 'author_name', type: 'text' })
  authorName!: string;
  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
  @Column({ name: 'needs_reply', type: 'boolean' })
  needsReply!: boolean;
  @Column({ type: 'text', nullable: true })
  reply!: string | null;
  @Column({ name: 'replied_by', type: 'uuid', nullable: true })
  repliedBy!: string | null;
  @Column({ name: 'replied_by_name', type: 'text', nullable: true })
  repliedByName!: string | null;
  @Column({ name: 'replied_at', type: 'timestamptz', nullable: true })
  repliedAt!: Date | null;
}
