import { IdentityModule } from '@malspar/identity-api';
import { PlanModule } from '@malspar/plan-api';
import { reportingAudit } from '@malspar/reporting-model';
import { AuditCatalogue } from '@malspar/shared-model';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApprovedEntries } from './approved-entries.js';
import { DraftService } from './draft.service.js';
import { DraftWordingRepository } from './draft-wording.repository.js';
import { EntryEntity, EntryValueEntity } from './entry.entity.js';
import { EntryRepository } from './entry.repository.js';
import { HistoryService } from './history.service.js';
import { ReportCommentEntity } from './report-comment.entity.js';
import { ReportCommentRepository } from './report-comment.repository.js';
import { ReportCommentService } from './report-comment.service.js';
import { ReportHolders } from './report-holders.js';
import { ReportReader } from './report-reader.js';
import { ReportRevisionEntity } from './report-revision.entity.js';
import { ReportStepRepository } from './report-step.repository.js';
import { ReportSubjects } from './report-subjects.js';
import { ReportTransitionEntity } from './report-transition.entity.js';
import { PublishableReportsRepository } from './publishable-reports.repository.js';
import { PublishableReports } from './publishable-reports.js';
import { ReportController } from './report.controller.js';
import { ReportEntity } from './report.entity.js';
import { ReportRepository } from './report.repository.js';
import { ReportService } from './report.service.js';
import { ReportingPeriodController } from './reporting-period.controller.js';
import { ReportingPeriodEntity } from './reporting-period.entity.js';
import { ReportingPeriodRepository } from './reporting-period.repository.js';
import { ReportingPeriods } from './reporting-periods.js';
import { ResultsController } from './results.controller.js';
import { RestoringRepository } from './restoring.repository.js';
import { RestoringService } from './restoring.service.js';
import { ResultsRepository } from './results.repository.js';
import { ResultsService } from './results.service.js';
import { TimelineRepository } from './timeline.repository.js';
import { TimelineService } from './timeline.service.js';
import { TransitionService } from './transition.service.js';

const entities = [
  EntryEntity,
  EntryValueEntity,
  ReportCommentEntity,
  ReportEntity,
  ReportingPeriodEntity,
  ReportRevisionEntity,
  ReportTransitionEntity,
];

/** Periods, reports, the workflow, and what approved reports say. */
@Module({
  imports: [TypeOrmModule.forFeature(entities), PlanModule, IdentityModule],
  controllers: [ReportController, ReportingPeriodController, ResultsController],
  providers: [
    ApprovedEntries,
    DraftService,
    DraftWordingRepository,
    EntryRepository,
    HistoryService,
    ReportCommentRepository,
    PublishableReports,
    PublishableReportsRepository,
    ReportCommentService,
    ReportHolders,
    ReportingPeriodRepository,
    ReportingPeriods,
    ReportReader,
    ReportRepository,
    ReportService,
    ReportStepRepository,
    ReportSubjects,
    RestoringRepository,
    RestoringService,
    ResultsRepository,
    ResultsService,
    TimelineRepository,
    TimelineService,
    TransitionService,
  ],
  exports: [
    DraftService,
    HistoryService,
    PublishableReports,
    ReportService,
    ReportingPeriods,
    ResultsService,
    TransitionService,
  ],
})
export class ReportingModule {
  constructor(catalogue: AuditCatalogue) {
    catalogue.add(reportingAudit);
  }
}
