import type { Principal } from '@malspar/shared-model';
import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import type { Tx } from '../tx/tx.js';
import { Forbidden, NotSignedIn } from '../errors/common.errors.js';
import { isGranted, type PermissionName } from './permissions.js';
import { PrincipalSource } from './principal-source.js';

/**
 * Write transactions in a person's name. The guard let the request in by what was true when it came; here roles and
 * assignments are read again under a lock and cannot end before the transaction does.
 */
@Injectable()
export class AuthorizedWrites {
  constructor(
    private readonly database: Database,
    private readonly people: PrincipalSource,
  ) {}

  /**
   * Runs the work in one transaction, as the person stands now. Throws `NotSignedIn` for somebody who has been made
   * inactive and `Forbidden` for somebody who no longer holds the permission.
   */
  write<T>(who: Principal, permission: PermissionName, work: (tx: Tx, who: Principal) => Promise<T>): Promise<T> {
    return this.database.write(async (tx) => {
      const standing = await this.people.standing(tx, who);
      if (!standing) throw new NotSignedIn();
      if (!isGranted(permission, standing.roles)) throw new Forbidden();
      return work(tx, standing);
    });
  }
}
