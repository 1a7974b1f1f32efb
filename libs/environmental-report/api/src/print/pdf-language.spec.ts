import { composePublishedReport, type PublishedReport } from '@malspar/environmental-report-model';
import { sampleComposition, withTexts } from '@malspar/environmental-report-model/testing';
import { seedPlan } from '@malspar/plan-api/testing';
import { PdfPrinter } from '@malspar/print-api';
import { type PdfDocument, readPdf } from '@malspar/print-api/testing';
import { environmentalReportPrint } from './environmental-report-print.js';

const { plan } = seedPlan('miljoplan-2021-2025');

/** Around every text of the plan and of those who report, so that they are known from the report's own; addresses are in no language. */
const marked = (text: string): string => (text === '' || /@|:\/\//.test(text) ? text : `ÆØ ${text} ØÆ`);
const PLANS = /ÆØ[^]*?ØÆ/g;

async function printed(language: string): Promise<PdfDocument> {
  const two = { ...plan, plan: { ...plan.plan, language }, focusAreas: plan.focusAreas.slice(0, 2) };
  const before = composePublishedReport(sampleComposition(two, '2023'));
  const correction = { reason: 'Et tal var forkert.', date: '2025-03-01', ofVersion: 1 };
  const composition = sampleComposition(two, '2024', { before, correction, version: 2 });
  const report: PublishedReport = composePublishedReport(withTexts(composition, marked));
  const printer = new PdfPrinter();
  const made = await printer.print(environmentalReportPrint.pdf, report, 'a'.repeat(64));
  printer.close();
  if (!made.ok) throw new Error(`${made.error}: ${made.detail}`);
  return readPdf(made.pdf);
}

describe('a printed report on a plan in another language', () => {
  it('has the texts of the plan marked with it, and nothing else', async () => {
    const document = await printed('nb-NO');
    expect(document.language).toBe('sv-SE');
    const plans = document.pieces.filter(({ text }) => /ÆØ|ØÆ/.test(text));
    expect(plans.length).toBeGreaterThan(100);
    expect(plans.filter(({ language }) => language !== 'nb-NO')).toEqual([]);
    // A text goes on over lines and paragraphs, each a piece of its own.
    const inNorwegian = document.pieces.filter(({ language }) => language === 'nb-NO').map(({ text }) => text);
    expect(inNorwegian.join('').replace(PLANS, '')).not.toMatch(/\p{L}/u);
    expect(new Set(document.pieces.map(({ language }) => language))).toEqual(new Set(['sv-SE', 'nb-NO']));
  });

  it('has none marked where the plan is in the language of the report', async () => {
    const document = await printed('sv');
    expect(document.pieces.filter(({ language }) => language !== 'sv-SE')).toEqual([]);
  });
});
