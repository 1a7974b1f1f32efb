import { Readable } from 'node:stream';
import { AuditFileQuery, AuditEvent, AuditQuery, pageOf } from '@malspar/shared-model';
import { Controller, Get, Header, Query, SerializeOptions, StreamableFile } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import type * as z from 'zod';
import { Clock } from '../clock/clock.js';
import { Permission } from '../security/permission.decorator.js';
import { AuditReader } from './audit-reader.js';

const AuditPage = pageOf(AuditEvent);

@Controller('audit')
export class AuditController {
  constructor(
    private readonly reader: AuditReader,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({
    summary: 'Search the log',
    description: 'What has been done, by whom and with what, the newest first; by person, act, thing and time.',
  })
  @Permission('audit.read')
  @SerializeOptions({ schema: AuditPage })
  async page(@Query({ schema: AuditQuery }) query: AuditQuery): Promise<z.infer<typeof AuditPage>> {
    const { items, total } = await this.reader.page(query);
    return { items, total, page: query.page, limit: query.limit };
  }

  @Get('csv')
  @ApiOperation({
    summary: 'Fetch the log as CSV',
    description: 'Everything that the search finds, not a page at a time, in Swedish or English.',
  })
  @Permission('audit.read')
  @Header('Cache-Control', 'no-store')
  file(@Query({ schema: AuditFileQuery }) query: AuditFileQuery): StreamableFile {
    const name = `${query.language === 'sv' ? 'logg' : 'log'}-${this.clock.today()}.csv`;
    return new StreamableFile(Readable.from(this.reader.file(query)), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="${name}"`,
    });
  }
}
