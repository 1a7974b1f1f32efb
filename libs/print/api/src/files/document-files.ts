import type { PublishedFile } from '@malspar/publication-model';
import { canonicalJson, sha256Hex } from '@malspar/shared-api';
import type { PrintedKind } from '../printed-kind.js';
import { csvFile } from './csv-file.js';
import { xlsxFile } from './xlsx-file.js';
import { zipAlike } from './zip-alike.js';

/** A file with its bytes. */
export interface PrintedFile extends PublishedFile {
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
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The one text that everything is made from, and its hash. */
export function canonicalOf(content: object): { canonical: string; sha256: string } {
  const canonical = canonicalJson(content);
  return { canonical, sha256: sha256Hex(encode(canonical)) };
}

/**
 * Every file of a published version, from its JSON alone: PDF (if there is one), workbook, CSV in two flavours, JSON,
 * and all of them in one archive with a manifest and checksums. The same content gives the same bytes.
 */
export async function documentFiles<Content extends object>(
  kind: PrintedKind<Content>,
  content: Content,
  pdf: Uint8Array | null,
): Promise<PrintedFile[]> {
  const { canonical, sha256 } = canonicalOf(content);
  const stem = kind.stem(content);
  const tables = kind.tables(content);
  const files = [
    ...(pdf ? [file('pdf', `${stem}.pdf`, pdf)] : []),
    file('xlsx', `${stem}.xlsx`, await xlsxFile(kind.about(content, sha256), tables)),
    ...kind.csvTables.flatMap(([name, swedish]) => {
      const table = tables.find((each) => each.name === name);
      if (!table) throw new Error(`There is no table ${name} to print.`);
      return [
        { ...file('csv-sv', stem + swedishEnd(swedish), csvFile(table, 'swedish-excel')), table: name },
        { ...file('csv', stem + plainEnd(name), csvFile(table, 'rfc4180')), table: name },
      ];
    }),
    file('json', `${stem}.json`, encode(canonical)),
  ];
  const manifest = { ...kind.manifest(content, sha256), about: Object.fromEntries(kind.about(content, sha256)) };
  return [...files, file('zip', `${stem}.zip`, archive(manifest, files))];
}

const swedishEnd = (swedish: string): string => `-${swedish}-excel.csv`;
const plainEnd = (name: string): string => `-${name}.csv`;

/** Which of the kind's tables a file with the name holds; undefined for other files. */
export const tableIn = ({ csvTables }: Pick<PrintedKind<never>, 'csvTables'>, file: string): string | undefined =>
  csvTables.find(([name, swedish]) => file.endsWith(plainEnd(name)) || file.endsWith(swedishEnd(swedish)))?.[0];

const file = (format: PublishedFile['format'], name: string, content: Uint8Array): PrintedFile => ({
  name,
  format,
  mediaType: MEDIA_TYPES[format],
  bytes: content.length,
  sha256: sha256Hex(content),
  content,
});

function archive(manifest: object, files: readonly PrintedFile[]): Uint8Array {
  const listed = files.map(({ name, mediaType, bytes, sha256: hash }) => ({ name, mediaType, bytes, sha256: hash }));
  return zipAlike({
    ...Object.fromEntries(files.map(({ name, content }) => [name, content])),
    'manifest.json': encode(`${JSON.stringify({ ...manifest, files: listed }, null, 2)}\n`),
    SHA256SUMS: encode(files.map(({ name, sha256: hash }) => `${hash}  ${name}\n`).join('')),
  });
}
