import type { Role } from '@malspar/shared-model';

export interface SignInRecord {
  readonly tenantId: string;
  readonly objectId: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
}

/** Knows the people of the application. A person is the pair of tenant and object id, never an e-mail address. */
export abstract class PersonDirectory {
  /** Enters the person, or brings name, e-mail and roles up to date; an inactive person stays so. */
  abstract recordSignIn(record: SignInRecord): Promise<{ readonly personId: string; readonly active: boolean }>;
}
