import type { FrozenVersion, StoredVersion } from '@malspar/site-model';
import type { PublishedReport } from '../published-report.js';
import { type PublishedVersion, reportSite, type ReportSite } from './report-site.js';

/** All that has been published of the environmental report, made ready to be shown. */
export interface PublishedReports {
  readonly site: ReportSite;
  /** Each version's frozen JSON, byte for byte. */
  readonly canonical: ReadonlyMap<PublishedVersion, string>;
}

/** A version as the report's own pages know it. */
export const reportVersion = ({ content, sha256, files }: FrozenVersion<PublishedReport>): PublishedVersion => ({
  report: content,
  sha256,
  files,
});

/** Null while nothing is published. */
export function publishedReports(versions: readonly StoredVersion<PublishedReport>[]): PublishedReports | null {
  const canonical = new Map(versions.map((version) => [reportVersion(version), version.canonical]));
  const site = reportSite([...canonical.keys()]);
  return site && { site, canonical };
}
