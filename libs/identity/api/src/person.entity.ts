import type { Role } from '@malspar/shared-model';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity({ name: 'person' })
export class PersonEntity {
  @PrimaryGeneratedColumn('uuid')
  id!: string;
  @Column({ name: 'tenant_id', type: 'uuid' })
  tenantId!: string;
  @Column({ name: 'object_id', type: 'uuid' })
  objectId!: string;
  @Column({ type: 'text' })
  name!: string;
  @Column({ type: 'text' })
  email!: string;
  /** Those of the latest sign-in; what a person may do now is in the session. */
  @Column({ type: 'text', array: true })
  roles!: Role[];
  @Column({ type: 'boolean' })
  active!: boolean;
  @Column({ name: 'last_sign_in_at', type: 'timestamptz', nullable: true })
  lastSignInAt!: Date | null;
}
