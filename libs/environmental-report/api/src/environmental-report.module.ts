import { PlanModule } from '@malspar/plan-api';
import { PublishedKinds, PublishedKindsModule } from '@malspar/publication-api';
import { ReportingModule } from '@malspar/reporting-api';
import { Module } from '@nestjs/common';
import { EnvironmentalReportKind } from './publishing/environmental-report-kind.js';
import { PublicationReportsRepository } from './publishing/publication-reports.repository.js';
import { ReportSource } from './publishing/report-source.js';

/** What the approved reports of a period become once they are published. */
@Module({
  imports: [PlanModule, ReportingModule, PublishedKindsModule],
  providers: [EnvironmentalReportKind, PublicationReportsRepository, ReportSource],
})
export class EnvironmentalReportModule {
  constructor(kinds: PublishedKinds, report: EnvironmentalReportKind) {
    kinds.add(report);
  }
}
