import { composePublishedReport } from '@malspar/environmental-report-model';
import { sampleComposition } from '@malspar/environmental-report-model/testing';
import { seedPlan } from '@malspar/plan-api/testing';
import { PdfPrinter } from '@malspar/print-api';
import { environmentalReportPrint } from './environmental-report-print.js';

const report = composePublishedReport(sampleComposition(seedPlan('exempel-tertial').plan, '2027-T3'));
const HASH = 'a'.repeat(64);

describe('a large report', () => {
  it('of seventy areas with five targets each is printed, between two small ones', async () => {
    const targets = report.areas.flatMap((area) => area.targets);
    const areas = Array.from({ length: 70 }, (_, nth) => ({
      ...report.areas[nth % report.areas.length]!,
      slug: `omrade-${nth}`,
      title: `Målområde ${nth}`,
      targets: Array.from({ length: 5 }, (_each, at) => ({
        ...targets[(5 * nth + at) % targets.length]!,
        code: `M${nth}.${at}`,
      })),
    }));
    const printer = new PdfPrinter();
    const outcomes = [];
    for (const each of [report, { ...report, areas }, report])
      outcomes.push(await printer.print(environmentalReportPrint.pdf, each, HASH));
    printer.close();
    const pages = outcomes.map((outcome) => (outcome.ok ? outcome.pages : outcome.detail));
    expect(pages).toEqual([pages[0], expect.any(Number), pages[0]]);
    expect(Number(pages[1])).toBeGreaterThan(200);
  }, 300_000);
});
