import type { AssignmentKind, PlainDate } from '@malspar/shared-model';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity({ name: 'assignment' })
export class AssignmentEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;
  @Column({ name: 'person_id', type: 'uuid' })
  personId!: string;
  @Column({ type: 'text' })
  kind!: AssignmentKind;
  @Column({ name: 'focus_area_id', type: 'uuid', nullable: true })
  focusAreaId!: string | null;
  @Column({ name: 'department_id', type: 'uuid', nullable: true })
  departmentId!: string | null;
  @Column({ type: 'boolean' })
  deputy!: boolean;
  @Column({ name: 'starts_on', type: 'date' })
  startsOn!: PlainDate;
  @Column({ name: 'ends_on', type: 'date', nullable: true })
  endsOn!: PlainDate | null;
  @Column({ type: 'integer' })
  version!: number;
}
