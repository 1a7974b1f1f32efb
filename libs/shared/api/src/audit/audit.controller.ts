import { PageQuery, pageOf } from '@malspar/shared-model';
import { Controller, Get, Query, SerializeOptions } from '@nestjs/common';
import * as z from 'zod';
import { Database } from '../database/database.js';
import { Permission } from '../security/permission.decorator.js';
import { AuditLog } from './audit-log.js';

/** One act as the log's page shows it. */
export const AuditItem = z.object({
  seq: z.number().int(),
  at: z.string(),
  actorName: z.string(),
  kind: z.string(),
  subjectType: z.string(),
  subjectId: z.string(),
  hash: z.string(),
});
const AuditPage = pageOf(AuditItem);

@Controller('audit')
export class AuditController {
  constructor(
    private readonly log: AuditLog,
    private readonly database: Database,
  ) {}

  @Get()
  @Permission('audit.read')
  @SerializeOptions({ schema: AuditPage })
  async page(@Query({ schema: PageQuery }) query: PageQuery): Promise<z.infer<typeof AuditPage>> {
    const [items, total] = await this.log.page(this.database.read, query.page, query.limit);
    return { items, total, ...query };
  }
}
