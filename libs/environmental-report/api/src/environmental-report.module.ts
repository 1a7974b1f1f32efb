import { PlanModule } from '@malspar/plan-api';
import { PublishedKinds, PublishedKindsModule } from '@malspar/publication-api';
import { ReportingModule } from '@malspar/reporting-api';
import { ShownKinds, ShownKindsModule } from '@malspar/site-api';
import { Module } from '@nestjs/common';
import { EnvironmentalReportKind } from './publishing/environmental-report-kind.js';
import { PublicationReportsRepository } from './publishing/publication-reports.repository.js';
import { ReportSource } from './publishing/report-source.js';
import { reportWithData } from './site/report-open-data.js';

/** What the approved reports of a period become once they are published, and how that is shown. */
@Module({
  imports: [PlanModule, ReportingModule, PublishedKindsModule, ShownKindsModule],
  providers: [EnvironmentalReportKind, PublicationReportsRepository, ReportSource],
})
export class EnvironmentalReportModule {
  constructor(published: PublishedKinds, report: EnvironmentalReportKind, shown: ShownKinds) {
    published.add(report);
    shown.add(reportWithData);
  }
}
