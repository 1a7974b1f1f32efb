import { RevisionContent, type ValueOrigin } from '@malspar/reporting-model';
import { canonicalJson, sha256Hex } from '@malspar/shared-api';
import { frozenYear } from './report-year.js';
import { verdictContentOf, type WrittenReport } from './reports.js';
import { withoutExplanations } from './without-explanations.js';

/** A report as it now stands, in the shape in which it would be frozen as revision `number`. */
export function draftContent({ row, plan, area, rows, entries }: WrittenReport, number: number): RevisionContent {
  const year = frozenYear(row, rows);
  return RevisionContent.parse({
    plan: { slug: plan.slug, title: plan.title },
    period: row.period,
    focusArea: { slug: area.slug, title: area.title },
    revision: number,
    verdict: verdictContentOf(row),
    verdictProvenance: row.verdictProvenance,
    ...(row.verdictSourceKey !== null && { verdictSourceKey: row.verdictSourceKey }),
    entries: entries.map(({ targetCode, target, indicator, content, contentProvenance }) => ({
      targetCode,
      target,
      indicator,
      content,
      provenance: contentProvenance,
      valueOrigins: originsOf(rows, targetCode),
    })),
    ...(year && { year }),
  });
}

const originsOf = (rows: WrittenReport['rows'], targetCode: string): ValueOrigin[] =>
  (rows.find((row) => row.targetCode === targetCode)?.values ?? []).map(({ period, provenance, sourceKey }) => ({
    period,
    provenance,
    sourceKey,
  }));

/**
 * Whether two revisions of a report say the same to its readers: the revision's number, sources and what is for the
 * reviewer alone do not count.
 */
export const saysTheSame = (a: RevisionContent, b: RevisionContent): boolean => said(a) === said(b);

const said = ({ entries, year, ...rest }: RevisionContent): string =>
  canonicalJson({
    ...rest,
    revision: 0,
    verdictSourceKey: '',
    ...(year && { year: { ...year, verdictSourceKey: '' } }),
    entries: entries.map((entry) => ({ ...withoutExplanations(entry), valueOrigins: [] })),
  });

/** Canonical JSON (RFC 8785) and its SHA-256: what is submitted, endorsed and approved. */
export function freeze(content: RevisionContent): { readonly canonical: string; readonly sha256: string } {
  const canonical = canonicalJson(content);
  return { canonical, sha256: sha256Hex(canonical) };
}
