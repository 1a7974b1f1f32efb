import { createHash } from 'node:crypto';
import { CSV_TABLES, fileStem, type PublishedReport } from '@malspar/environmental-report-model';
import type { PublishedFile } from '@malspar/publication-model';
import { canonicalJson } from '@malspar/shared-api';
import { aboutLines } from './about.js';
import { csvFile } from './csv-file.js';
import { type Table, tablesOf } from './tables.js';
import { xlsxFile } from './xlsx-file.js';
import { zipAlike } from './zip-alike.js';

/** A file with its bytes. */
export interface ReportFile extends PublishedFile {
  readonly content: Uint8Array;
}

const MEDIA_TYPES: Record<PublishedFile['format'], string> = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8; header=present',
  'csv-sv': 'text/csv; charset=utf-8; header=present',
  json: 'application/json',
  zip: 'application/zip',
};
export const sha256OfBytes = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The one text that everything is made from, and its hash. */
export function canonicalOf(report: PublishedReport): { canonical: string; sha256: string } {
  const canonical = canonicalJson(report);
  return { canonical, sha256: sha256OfBytes(new TextEncoder().encode(canonical)) };
}

/**
 * Every file of a published version, from its JSON alone: PDF (if there is one), workbook, CSV in two flavours, JSON,
 * and all of them in one archive with a manifest and checksums. The same report gives the same bytes.
 */
export async function reportFiles(report: PublishedReport, pdf: Uint8Array | null): Promise<ReportFile[]> {
  const { canonical, sha256 } = canonicalOf(report);
  const stem = fileStem(report);
  const tables = tablesOf(report);
  const file = (format: PublishedFile['format'], name: string, content: Uint8Array): ReportFile => ({
    name,
    format,
    mediaType: MEDIA_TYPES[format],
    bytes: content.length,
    sha256: sha256OfBytes(content),
    content,
  });
  const files = [
    ...(pdf ? [file('pdf', `${stem}.pdf`, pdf)] : []),
    file('xlsx', `${stem}.xlsx`, await xlsxFile(aboutLines(report, sha256), tables)),
    ...CSV_TABLES.flatMap(([name, swedish]) => {
      const table = tables.find((each) => each.name === name) as Table;
      return [
        file('csv-sv', `${stem}-${swedish}-excel.csv`, csvFile(table, 'swedish-excel')),
        file('csv', `${stem}-${name}.csv`, csvFile(table, 'rfc4180')),
      ];
    }),
    file('json', `${stem}.json`, new TextEncoder().encode(canonical)),
  ];
  return [...files, file('zip', `${stem}.zip`, archive(report, sha256, files))];
}

function archive(report: PublishedReport, sha256: string, files: readonly ReportFile[]): Uint8Array {
  const manifest = {
    title: report.title,
    plan: report.plan.slug,
    organisation: report.plan.organisation,
    period: report.period,
    version: report.version,
    publishedAt: report.publishedAt,
    canonicalSha256: sha256,
    auditHead: report.auditHead,
    illustrative: report.illustrative,
    about: Object.fromEntries(aboutLines(report, sha256)),
    files: files.map(({ name, mediaType, bytes, sha256: hash }) => ({ name, mediaType, bytes, sha256: hash })),
  };
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  return zipAlike({
    ...Object.fromEntries(files.map(({ name, content }) => [name, content])),
    'manifest.json': encode(`${JSON.stringify(manifest, null, 2)}\n`),
    SHA256SUMS: encode(files.map(({ name, sha256: hash }) => `${hash}  ${name}\n`).join('')),
  });
}
