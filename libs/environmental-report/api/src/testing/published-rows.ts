import {
  composePublishedReport,
  type Composition,
  ENVIRONMENTAL_REPORT,
  fileStem,
  type PublishedReport,
} from '@malspar/environmental-report-model';
import { sampleComposition } from '@malspar/environmental-report-model/testing';
import { seedPlan } from '@malspar/plan-api/testing';
import { canonicalOf } from '@malspar/print-api';
import type { PublishedFile } from '@malspar/publication-model';
import { sha256Hex } from '@malspar/shared-api';
import type { SiteVersionRow } from '@malspar/site-api/testing';

/** A published version as the database gives it. */
export function rowOf(report: PublishedReport): SiteVersionRow {
  const { canonical, sha256 } = canonicalOf(report);
  const name = `${report.slug}-v${report.version}.json`;
  const file = { name, format: 'json' as const, mediaType: 'application/json', sha256, bytes: canonical.length };
  return { contentKind: ENVIRONMENTAL_REPORT, canonical, sha256, files: [file] };
}

/** A version of the demo plan as if every target had been reported. */
export const sampleReport = (period: string, change: Partial<Composition> = {}): PublishedReport =>
  composePublishedReport(sampleComposition(seedPlan('miljoplan-2021-2025').plan, period, change));

/** A published version as the database has it, with its JSON and a CSV as files. */
export function publishedRow(period: string, change: Partial<Composition> = {}): SiteVersionRow {
  const report = sampleReport(period, change);
  const { canonical, sha256 } = canonicalOf(report);
  const file = (format: 'json' | 'csv', text: string): PublishedFile => ({
    name: `${fileStem(report)}.${format}`,
    format,
    mediaType: 'application/octet-stream',
    bytes: text.length,
    sha256: sha256Hex(new TextEncoder().encode(text)),
  });
  const files = [file('json', canonical), file('csv', csvOf(period, report.version))];
  return { contentKind: ENVIRONMENTAL_REPORT, canonical, sha256, files };
}

/** The CSV that `publishedRow` names. */
export const csvOf = (period: string, version: number): string => `mål;värde\r\n${period};${version}\r\n`;
