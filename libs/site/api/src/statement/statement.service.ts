import { AuditLog, AuthorizedWrites, Clock, Database } from '@malspar/shared-api';
import type { Principal } from '@malspar/shared-model';
import {
  type AccessibilityStatement,
  defaultStatement,
  type SavedStatement,
  statementAudit,
} from '@malspar/site-model';
import { Injectable } from '@nestjs/common';
import { PublicSiteService } from '../site/public-site.service.js';
import { StatementRepository } from '../additions/statement.repository.js';

const FIRST: SavedStatement = { version: 0, statement: defaultStatement, savedAt: null, savedBy: null };

/** The site's accessibility statement. Each save is a new version; the old ones are kept. */
@Injectable()
export class StatementService {
  constructor(
    private readonly database: Database,
    private readonly writes: AuthorizedWrites,
    private readonly repository: StatementRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
    private readonly site: PublicSiteService,
  ) {}

  /** The one in force; version 0, the system's own, until somebody has saved one. */
  async newest(): Promise<SavedStatement> {
    return (await this.repository.newest(this.database.read)) ?? FIRST;
  }

  /** Saves the next version. Throws `PreconditionFailed` when `version` is no longer the one in force. */
  async save(by: Principal, version: number, statement: AccessibilityStatement): Promise<SavedStatement> {
    const saved = await this.writes.write(by, 'site.edit', async (tx, who) => {
      await this.repository.lock(tx);
      const current = (await this.repository.newest(tx)) ?? FIRST;
      if (current.version !== version) {
        throw await this.audit.changedMeanwhile(
          tx,
          who,
          { type: statementAudit.type, id: String(current.version) },
          current,
        );
      }
      const at = this.clock.now();
      await this.repository.insert(tx, version + 1, statement, { at, by: who });
      const { conformance, assessedOn, failures } = statement;
      await this.audit.append(tx, {
        kind: statementAudit.kinds.save,
        actor: who,
        subjectId: String(version + 1),
        data: { version: version + 1, conformance, assessedOn, failures: failures.length },
      });
      return { version: version + 1, statement, savedAt: at.toISOString(), savedBy: who.name };
    });
    await this.site.renew();
    return saved;
  }
}
