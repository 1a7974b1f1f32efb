import { IdentityModule } from '@malspar/identity-api';
import { PlanModule } from '@malspar/plan-api';
import { reportingAudit } from '@malspar/reporting-model';
import { AuditCatalogue } from '@malspar/shared-model';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ReportCommentController } from './comments/report-comment.controller.js';
import { ReportCommentRepository } from './comments/report-comment.repository.js';
import { ReportCommentService } from './comments/report-comment.service.js';
import { DraftWordingRepository } from './drafts/draft-wording.repository.js';
import { DraftController } from './drafts/draft.controller.js';
import { DraftService } from './drafts/draft.service.js';
import { HistoryService } from './history/history.service.js';
import { ReportingPeriodController } from './periods/reporting-period.controller.js';
import { ReportingPeriodEntity } from './periods/reporting-period.entity.js';
import { ReportingPeriodRepository } from './periods/reporting-period.repository.js';
import { ReportingPeriods } from './periods/reporting-periods.js';
import { EntryEntity, EntryValueEntity } from './reports/entry.entity.js';
import { ReportHolders } from './reports/report-holders.js';
import { ReportListRepository } from './reports/report-list.repository.js';
import { ReportRevisionEntity } from './reports/report-revision.entity.js';
import { ReportView } from './reports/report-view.js';
import { ReportController } from './reports/report.controller.js';
import { ReportEntity } from './reports/report.entity.js';
import { ReportRepository } from './reports/report.repository.js';
import { ReportService } from './reports/report.service.js';
import { Reports } from './reports/reports.js';
import { RevisionRepository } from './reports/revision.repository.js';
import { ResultsController } from './results/results.controller.js';
import { ResultsRepository } from './results/results.repository.js';
import { ResultsService } from './results/results.service.js';
import { PublishableReports } from './transitions/publishable-reports.js';
import { PublishableReportsRepository } from './transitions/publishable-reports.repository.js';
import { ReportSubjects } from './transitions/report-subjects.js';
import { RestoringRepository } from './transitions/restoring.repository.js';
import { RestoringService } from './transitions/restoring.service.js';
import { TimelineRepository } from './transitions/timeline.repository.js';
import { TimelineService } from './transitions/timeline.service.js';
import { TransitionController } from './transitions/transition.controller.js';
import { TransitionRepository } from './transitions/transition.repository.js';
import { TransitionService } from './transitions/transition.service.js';

const entities = [EntryEntity, EntryValueEntity, ReportEntity, ReportingPeriodEntity, ReportRevisionEntity];

/** Periods, reports, the workflow, and what approved reports say. */
@Module({
  imports: [TypeOrmModule.forFeature(entities), PlanModule, IdentityModule],
  controllers: [
    ReportController,
    DraftController,
    TransitionController,
    ReportCommentController,
    ReportingPeriodController,
    ResultsController,
  ],
  providers: [
    DraftService,
    DraftWordingRepository,
    HistoryService,
    PublishableReports,
    PublishableReportsRepository,
    ReportCommentRepository,
    ReportCommentService,
    ReportHolders,
    ReportListRepository,
    ReportRepository,
    Reports,
    ReportService,
    ReportSubjects,
    ReportView,
    ReportingPeriodRepository,
    ReportingPeriods,
    RestoringRepository,
    RestoringService,
    ResultsRepository,
    ResultsService,
    RevisionRepository,
    TimelineRepository,
    TimelineService,
    TransitionRepository,
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
