import { CSV_TABLES, fileStem, type PublishedReport } from '@malspar/environmental-report-model';
import type { PrintedKind } from '@malspar/print-api';
import { aboutLines } from './about.js';
import { pdfData } from './pdf-data.js';
import { tablesOf } from './tables.js';
import { TEMPLATE } from './template.js';

/** How the environmental report is printed. */
export const environmentalReportPrint: PrintedKind<PublishedReport> = {
  stem: fileStem,
  about: aboutLines,
  tables: tablesOf,
  csvTables: CSV_TABLES,
  manifest: (report, sha256) => ({
    title: report.title,
    plan: report.plan.slug,
    organisation: report.plan.organisation,
    period: report.period,
    version: report.version,
    publishedAt: report.publishedAt,
    canonicalSha256: sha256,
    auditHead: report.auditHead,
    illustrative: report.illustrative,
  }),
  pdf: { template: TEMPLATE, data: pdfData },
};
