import type { Plan } from '@malspar/plan-model';
import type { PlanResults, RevisionContent, SeriesPoint } from '@malspar/reporting-model';
import type { PeriodCode, PlainDate } from '@malspar/shared-model';
import type { LatestWord } from '../latest-word/index.js';
import type { PublishedReport } from '../published-report.js';

/** An approved report as frozen at its submission. */
export interface ApprovedReport {
  readonly content: RevisionContent;
  readonly sha256: string;
  readonly approvedOn: PlainDate | null;
}

/** Everything that a published version is made of. */
export interface Composition {
  /** The plan as it stood on the period's last day. */
  readonly plan: Plan;
  /** A reporting period, or a year that gathers its periods. */
  readonly period: PeriodCode;
  readonly version: number;
  readonly correction: PublishedReport['correction'];
  /** In Swedish; null for the usual title. */
  readonly title: string | null;
  readonly foreword: string;
  /** Slugs of areas; those left out follow in the plan's order. */
  readonly order: readonly string[];
  readonly gaps: readonly { readonly areaSlug: string; readonly period: PeriodCode; readonly reason: string }[];
  readonly reports: readonly ApprovedReport[];
  /** Figures of approved reports by target code; later ones than the period are left out. */
  readonly series: Readonly<Record<string, readonly SeriesPoint[]>>;
  readonly verdicts: PlanResults['verdicts'];
  /** The newest version of the same period a year before, if there is one. */
  readonly before: PublishedReport | null;
  /** What has been published so far: what the reports of other periods say is taken from there. */
  readonly word: LatestWord;
  readonly auditHead: string;
  readonly publishedAt: Date;
}
