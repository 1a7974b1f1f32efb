import { Report, ReportDiff, ReportState, ReportSummary, Revision } from '@malspar/reporting-model';
import { PageQuery, pageOf, PeriodCode, type Principal } from '@malspar/shared-model';
import {
  VersionNumber,
  CurrentPrincipal,
  Permission,
  ReadByVersion,
  SameByVersion,
  type UNCHANGED,
  type VersionedRead,
} from '@malspar/shared-api';
import { Controller, Get, Param, Query, SerializeOptions } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import * as z from 'zod';
import { ReportService } from './report.service.js';

const Id = z.uuid();
const ReportPage = pageOf(ReportSummary);
const ReportListQuery = PageQuery.extend({
  period: PeriodCode.optional(),
  state: ReportState.optional(),
  mine: z
    .enum(['true', 'false'])
    .default('false')
    .transform((text) => text === 'true'),
});
const DiffQuery = z.strictObject({ against: z.union([z.literal('period'), VersionNumber]).default('period') });

@Controller('reports')
export class ReportController {
  constructor(private readonly reports: ReportService) {}

  @Get()
  @ApiOperation({
    summary: 'List reports',
    description: 'Those that the person may know of, by period and state; `mine` gives those that they answer for.',
  })
  @Permission('report.read')
  @SerializeOptions({ schema: ReportPage })
  page(
    @CurrentPrincipal() who: Principal,
    @Query({ schema: ReportListQuery }) query: z.infer<typeof ReportListQuery>,
  ): Promise<z.infer<typeof ReportPage>> {
    return this.reports.page(who, query);
  }

  @Get(':id')
  @ApiOperation({
    summary: 'Read a report',
    description:
      'Entries, checks, comments and the transitions that are available to the person, each with the reason where it is not.',
  })
  @Permission('report.read')
  @SameByVersion()
  @SerializeOptions({ schema: Report })
  one(
    @CurrentPrincipal() who: Principal,
    @Param('id', { schema: Id }) id: string,
    @ReadByVersion() reading: VersionedRead,
  ): Promise<Report | typeof UNCHANGED> {
    return reading.of(
      () => this.reports.dataVersion(id),
      () => this.reports.one(who, id),
    );
  }

  @Get(':id/revisions/:number')
  @ApiOperation({
    summary: 'Read a revision of a report',
    description: 'As it was submitted, with the hash that endorsing and approving name.',
  })
  @Permission('report.read')
  @SerializeOptions({ schema: Revision })
  revision(
    @CurrentPrincipal() who: Principal,
    @Param('id', { schema: Id }) id: string,
    @Param('number', { schema: VersionNumber }) number: number,
  ): Promise<Revision> {
    return this.reports.revision(who, id, number);
  }

  @Get(':id/diff')
  @ApiOperation({
    summary: 'Compare a report with an earlier one',
    description: 'Against the last approved period, or the revision in `against`; the largest change first.',
  })
  @Permission('report.read')
  @SerializeOptions({ schema: ReportDiff })
  diff(
    @CurrentPrincipal() who: Principal,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: DiffQuery }) { against }: z.infer<typeof DiffQuery>,
  ): Promise<ReportDiff> {
    return this.reports.diff(who, id, against);
  }
}
