import {
  differenceOf,
  ENVIRONMENTAL_REPORT,
  publishablePeriods,
  PublishedReport,
  REPORTS_TITLE,
} from '@malspar/environmental-report-model';
import { PlanService } from '@malspar/plan-api';
import type { KindNote, KindSource, PublishedKind, SourceRequest } from '@malspar/publication-api';
import type { PublishedDifference } from '@malspar/publication-model';
import { PublishableReports, ReportingPeriods } from '@malspar/reporting-api';
import type { Tx } from '@malspar/shared-api';
import type { PeriodCode, PlainDate, Principal } from '@malspar/shared-model';
import { Injectable } from '@nestjs/common';
import { environmentalReportPrint } from '../print/environmental-report-print.js';
import { notesOf } from './report-notes.js';
import { ReportSource } from './report-source.js';
import { withoutRevisions } from './what-is-said.js';

/** The environmental report as a kind of publication: the approved reports of a period, as one. */
@Injectable()
export class EnvironmentalReportKind implements PublishedKind<PublishedReport> {
  readonly name = ENVIRONMENTAL_REPORT;
  readonly content = PublishedReport;
  readonly print = environmentalReportPrint;
  readonly title = REPORTS_TITLE;

  constructor(
    private readonly plans: PlanService,
    private readonly reports: PublishableReports,
    private readonly reporting: ReportingPeriods,
    private readonly sources: ReportSource,
  ) {}

  async planId(tx: Tx, date: PlainDate): Promise<string> {
    return (await this.plans.plan(tx, date)).id;
  }

  async periods(): Promise<PeriodCode[]> {
    return publishablePeriods(await this.reporting.list());
  }

  source(tx: Tx, request: SourceRequest<PublishedReport>): Promise<KindSource<PublishedReport>> {
    return this.sources.read(tx, request);
  }

  said(report: PublishedReport): PublishedReport {
    return withoutRevisions(report);
  }

  order(report: PublishedReport): readonly string[] {
    return report.order;
  }

  difference(before: PublishedReport, after: PublishedReport): PublishedDifference {
    return differenceOf(before, after);
  }

  notes(report: PublishedReport): KindNote[] {
    return notesOf(report);
  }

  correct(tx: Tx, who: Principal, reportId: string, reason: string): Promise<void> {
    return this.reports.correct(tx, who, reportId, reason);
  }
}
