import {
  composePublishedReport,
  type Composition,
  ENVIRONMENTAL_REPORT,
  type PublishedReport,
} from '@malspar/environmental-report-model';
import { sampleComposition } from '@malspar/environmental-report-model/testing';
import { seedPlan } from '@malspar/plan-api/testing';
import { canonicalOf } from '@malspar/print-api';
import type { SiteRepository, SiteVersionRow } from '../site/site.repository.js';

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

/** A table of published versions that counts how often it is asked, and can be stopped. */
export class PublishedRows implements Pick<
  SiteRepository,
  'fingerprint' | 'versions' | 'file' | 'pages' | 'keepPacking' | 'assets'
> {
  asked = 0;
  stopped = false;

  constructor(readonly rows: SiteVersionRow[] = []) {}

  fingerprint(): Promise<string> {
    return this.#answer(String(this.rows.length));
  }

  versions(): Promise<SiteVersionRow[]> {
    return this.#answer(this.rows);
  }

  pages(): Promise<[]> {
    return this.#answer([]);
  }

  keepPacking(): Promise<void> {
    return this.#answer(undefined);
  }

  assets(): Promise<[]> {
    return this.#answer([]);
  }

  file(): Promise<null> {
    return this.#answer(null);
  }

  #answer<T>(value: T): Promise<T> {
    this.asked++;
    if (!this.stopped) return Promise.resolve(value);
    return Promise.reject(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }));
  }
}
