import { composePublishedReport, type Composition, type PublishedReport } from '@malspar/environmental-report-model';
import { sampleComposition } from '@malspar/environmental-report-model/testing';
import { numberText } from '@malspar/figures-model';
import { seedPlan } from '@malspar/plan-api/testing';
import { PdfPrinter } from '@malspar/print-api';
import { canonicalOf, type PrintedFile, documentFiles } from '@malspar/print-api';
import { readPdf, tablesIn, wordsIn } from '@malspar/print-api/testing';
import { readCsv, readXlsx } from '@malspar/print-api/testing';
import { guardFormula, sha256Hex } from '@malspar/shared-api';
import { decimalsOf } from '@malspar/shared-model';
import { unzipSync } from 'fflate';
import { environmentalReportPrint } from './environmental-report-print.js';

const PAYLOADS = [
  '=HYPERLINK("http://example.org","klicka")',
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  ' =1+1',
  '＝1+1',
  '\t=1',
  'rad\n=1+1;"x",\'y\'',
  '<script>alert(1)</script>',
  '#import "x": *; $x^2$ [r] \\ `k` <b> @ref // -- #panic()',
  '_x000D_ &amp; ]]> %PDF',
  '😀 漢字',
];

const { plan } = seedPlan('miljoplan-2021-2025');
const printer = new PdfPrinter();
afterAll(() => printer.close());

async function filesOf(report: PublishedReport): Promise<PrintedFile[]> {
  const printed = await printer.print(environmentalReportPrint.pdf, report, canonicalOf(report).sha256);
  if (!printed.ok) throw new Error(`${printed.error}: ${printed.detail}`);
  return documentFiles(environmentalReportPrint, report, printed.pdf);
}
const fileNamed = (files: readonly PrintedFile[], end: string): Uint8Array => {
  const file = files.find(({ name }) => name.endsWith(end));
  if (!file) throw new Error(`no file ${end}`);
  return file.content;
};

/** Every figure of a report in its order: target, period and value as the data has it. */
const valuesOf = (report: PublishedReport) =>
  report.areas.flatMap((area) =>
    area.targets.flatMap((target) => target.series.map(({ period, value }) => [target.code, period, value ?? ''])),
  );

describe('the files of a published version', () => {
  let report: PublishedReport;
  let files: PrintedFile[];

  beforeAll(async () => {
    const before = composePublishedReport(sampleComposition(plan, '2023'));
    report = composePublishedReport(sampleComposition(plan, '2024', { before }));
    files = await filesOf(report);
  });

  it('are named for what they are, with hashes of their bytes', () => {
    expect(files.map((file) => file.name)).toEqual([
      'miljoredovisning-2024-v1.pdf',
      'miljoredovisning-2024-v1.xlsx',
      'miljoredovisning-2024-v1-utfall-excel.csv',
      'miljoredovisning-2024-v1-figures.csv',
      'miljoredovisning-2024-v1-mal-excel.csv',
      'miljoredovisning-2024-v1-targets.csv',
      'miljoredovisning-2024-v1-malomraden-excel.csv',
      'miljoredovisning-2024-v1-areas.csv',
      'miljoredovisning-2024-v1.json',
      'miljoredovisning-2024-v1.zip',
    ]);
    for (const file of files)
      expect(file).toMatchObject({ sha256: sha256Hex(file.content), bytes: file.content.length });
  });

  it('are the same bytes for the same report, also from another process', async () => {
    const other = new PdfPrinter();
    const printed = await other.print(
      environmentalReportPrint.pdf,
      structuredClone(report),
      canonicalOf(report).sha256,
    );
    other.close();
    const again = await documentFiles(
      environmentalReportPrint,
      structuredClone(report),
      printed.ok ? printed.pdf : null,
    );
    expect(again.map((file) => file.sha256)).toEqual(files.map((file) => file.sha256));
  });

  it.each(['.xlsx', '.zip'])('carry no clock and no time zone: %s', (end) => {
    const bytes = Buffer.from(fileNamed(files, end));
    const header = Buffer.from('PK\u0003\u0004', 'latin1');
    let entries = 0;
    for (let at = bytes.indexOf(header); at >= 0; at = bytes.indexOf(header, at + 4)) {
      // 1 January 2000, midnight, as the format has it: local time without a zone.
      if (bytes.readUInt16LE(at + 10) === 0 && bytes.readUInt16LE(at + 12) === 0x2821) entries++;
    }
    expect(entries).toBeGreaterThanOrEqual(Object.keys(unzipSync(bytes)).length);
  });

  it('say the same figures, to the digit', () => {
    const values = valuesOf(report);
    expect(values.length).toBeGreaterThan(250);
    expect(JSON.parse(new TextDecoder().decode(fileNamed(files, '.json')))).toEqual(report);

    const csv = readCsv(fileNamed(files, '-figures.csv'), ',');
    const [head = [], ...rows] = csv;
    const column = (name: string) => head.indexOf(name);
    expect(rows.map((row) => [row[column('targetCode')], row[column('period')], row[column('value')]])).toEqual(values);

    const [titles = [], ...excel] = readCsv(fileNamed(files, '-utfall-excel.csv'), ';');
    expect(titles[0]).toBe('\ufeffMålområde'.replace('\ufeff', ''));
    expect(excel.map((row) => [row[1], row[4], row[5]?.replace(',', '.')])).toEqual(values);

    // Whether a figure is provisional: in Swedish for readers, as true and false for programs.
    const [spoken] = excel.map((row) => row[6]);
    expect([rows[0]?.[column('provisional')], spoken]).toEqual(['false', 'nej']);

    const [, ...sheet] = readXlsx(fileNamed(files, '.xlsx')).get('Utfall') ?? [];
    expect(sheet.map((row) => [row[1], row[4], row[5]])).toEqual(
      values.map(([code, period, value]) => [code, period, Number(value)]),
    );
  });

  it('show example data as such in every format', () => {
    const text = new TextDecoder();
    expect(text.decode(fileNamed(files, '-figures.csv'))).toContain('Exempelvärde');
    expect([...readXlsx(fileNamed(files, '.xlsx')).values()].flat(2)).toContain('Exempelvärde');
    expect([...(readXlsx(fileNamed(files, '.xlsx')).get('Läs mig') ?? [])].flat()).toContain('Exempelvärden');
    expect(text.decode(fileNamed(files, '.json'))).toContain('"illustrative":true');
    expect(text.decode(unzipSync(fileNamed(files, '.zip'))['manifest.json'])).toContain('Exempelvärden');
  });

  it('come together in an archive whose checksums hold', () => {
    const entries = unzipSync(fileNamed(files, '.zip'));
    const sums = new TextDecoder().decode(entries['SHA256SUMS']).trim().split('\n');
    expect(sums).toHaveLength(files.length - 1);
    for (const line of sums) {
      const [sha256, name = ''] = line.split('  ');
      expect(sha256Hex(entries[name] ?? new Uint8Array())).toBe(sha256);
    }
    expect(JSON.parse(new TextDecoder().decode(entries['manifest.json']))).toMatchObject({
      version: 1,
      canonicalSha256: canonicalOf(report).sha256,
      files: { length: files.length - 1 },
    });
  });

  it('have one sheet of each kind, with frozen headings and numbers as numbers', () => {
    const bytes = fileNamed(files, '.xlsx');
    expect([...readXlsx(bytes).keys()]).toEqual(['Läs mig', 'Målområden', 'Mål', 'Utfall', 'Åtgärder', 'Ändringar']);
    for (const index of [2, 3, 4, 5, 6]) {
      const xml = new TextDecoder().decode(unzipSync(bytes)[`xl/worksheets/sheet${index}.xml`]);
      expect(xml).toContain('state="frozen"');
    }
  });

  it('are tagged as PDF, titled, with the hash and the audit head', async () => {
    const document = await readPdf(fileNamed(files, '.pdf'));
    expect(document).toMatchObject({ title: 'Miljöredovisning 2024', language: 'sv-SE', tagged: true, active: false });
    const text = wordsIn(document.root).replace(/\s/g, '');
    expect(text).toContain(canonicalOf(report).sha256);
    expect(text).toContain(report.auditHead);
    expect(text).toContain('Exempelvärde');
  });

  it('has the very same figures in the tables of the PDF, each with its headers', async () => {
    const { root } = await readPdf(fileNamed(files, '.pdf'));
    const tables = tablesIn(root).filter(({ head }) => head.join() === 'Period,Utfall,Ursprung');
    const targets = report.areas.flatMap((area) => area.targets).filter((target) => target.series.length > 0);
    expect(targets.length).toBeGreaterThan(15);
    expect(tables).toHaveLength(targets.length);
    targets.forEach((target, index) => {
      expect(tables[index]?.rows.map((row) => row.slice(0, 2))).toEqual(
        target.series.map(({ period, value }) => [period, value && numberText(value, decimalsOf(value), 'sv')]),
      );
    });
  });
});

describe('hostile texts', () => {
  const hostile = (): PublishedReport => {
    const input = sampleComposition(plan, '2025-Q3', { foreword: PAYLOADS.join('\n\n'), title: 'Rapport =1+1 <b>' });
    const reports = structuredClone<Composition['reports']>(input.reports);
    const all = PAYLOADS.join('\n');
    for (const { content } of reports) {
      content.verdict.explanation = all;
      content.entries.forEach((entry, index) => {
        entry.content.comment = PAYLOADS[index % PAYLOADS.length] ?? '';
        entry.content.measure = { text: all, responsible: '=1+1', dueOn: null };
        entry.content.explanations = { same_text: all };
        entry.target.title = `=${entry.target.title}`;
      });
    }
    return composePublishedReport({ ...input, reports, gaps: [{ areaSlug: 'x', period: '2025-Q3', reason: '@x' }] });
  };

  it('stay texts in every file', async () => {
    const report = hostile();
    const printed = await printer.print(environmentalReportPrint.pdf, report, canonicalOf(report).sha256);
    expect(printed).toMatchObject({ ok: true, replaced: ['＝', '😀', '漢', '字'] });
    const files = await documentFiles(environmentalReportPrint, report, printed.ok ? printed.pdf : null);

    for (const { name, format, content } of files) {
      if (format !== 'csv' && format !== 'csv-sv') continue;
      const fields = readCsv(content, format === 'csv' ? ',' : ';').flat();
      expect(fields.length % readCsv(content, format === 'csv' ? ',' : ';').length).toBe(0);
      for (const field of fields) {
        if (!/^-?[\d.,]*$/.test(field)) expect([name, /^[\s]*[=+\-@＝]/.test(field)]).toEqual([name, false]);
      }
    }
    const sheets = readXlsx(fileNamed(files, '.xlsx'));
    expect([...sheets.values()].flat(2)).toContain('=1+1');
    expect(report.slug).toBe('rapport-1-1-b');

    if (!printed.ok) return;
    const document = await readPdf(printed.pdf);
    expect(document.active).toBe(false);
    const text = wordsIn(document.root).replace(/\s+/g, ' ');
    expect(text).toContain('<script>alert(1)</script>');
    expect(text).toContain('#import "x": *; $x^2$ [r] \\ `k` <b> @ref // -- #panic()');
  });

  it.each(['a=1', 'vanlig text', 'minskar - lite', '', '1,5'])('leaves what is no formula alone: %s', (text) => {
    expect(guardFormula(text)).toBe(text);
  });
});
