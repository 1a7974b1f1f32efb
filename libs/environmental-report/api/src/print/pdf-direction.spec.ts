import { composePublishedReport, type PublishedReport } from '@malspar/environmental-report-model';
import { sampleComposition, withTexts } from '@malspar/environmental-report-model/testing';
import { seedPlan } from '@malspar/plan-api/testing';
import { REPLACEMENT } from '@malspar/print-api';
import { PdfPrinter } from '@malspar/print-api';
import { readPdf, wordsIn } from '@malspar/print-api/testing';
import { PRINTABLE, runsRightToLeft } from '@malspar/shared-model';
import { environmentalReportPrint } from './environmental-report-print.js';

const { plan } = seedPlan('miljoplan-2021-2025');

/** The words of a report in the order they are set, with `before` before every text that somebody has written. */
async function wordsOf(language: string, before: string): Promise<string> {
  const one = { ...plan, plan: { ...plan.plan, language }, focusAreas: plan.focusAreas.slice(0, 1) };
  const earlier = composePublishedReport(sampleComposition(one, '2023'));
  const correction = { reason: 'Ett tal var fel.', date: '2025-03-01', ofVersion: 1 };
  const composition = sampleComposition(one, '2024', { before: earlier, correction, version: 2, foreword: 'Förord.' });
  // Addresses of mail and pages are no words.
  const soil = (text: string): string => (/@|:\/\//.test(text) ? text : `${before} ${text}`);
  const report: PublishedReport = composePublishedReport(withTexts(composition, soil));
  const printer = new PdfPrinter();
  const printed = await printer.print(environmentalReportPrint.pdf, report, 'a'.repeat(64));
  printer.close();
  if (!printed.ok) throw new Error(`${printed.error}: ${printed.detail}`);
  const words = wordsIn((await readPdf(printed.pdf)).root);
  // Where lines are broken, and words within them, is each language's own; which signs could not be shown is said last.
  return words.replace(/[\s\u00ad\u2010-]/g, '').replace(/Tecken.*?datafiler\./, '');
}

describe('the direction of a printed report', () => {
  it('is never turned by what somebody wrote, nor by the language of the plan', async () => {
    const plain = await wordsOf('nb-NO', `${REPLACEMENT}${REPLACEMENT} (7), 8.`);
    expect(plain).toContain(`Uppföljningav${REPLACEMENT}${REPLACEMENT}(7),8.`);
    expect(await wordsOf('he', '\u202e\u2067אב (7), 8.')).toBe(plain);
    expect(await wordsOf('ar', '\u202bعب (7), 8.')).toBe(plain);
  });

  // If this fails, letters of another direction are shown: the template must then set each text apart from its sentence.
  it('is that of every letter of the typeface', () => {
    const points = PRINTABLE.split(' ').flatMap((range) => {
      const [from = 0, to = from] = range.split('-').map((hex) => Number.parseInt(hex, 16));
      return Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index));
    });
    expect(points.length).toBeGreaterThan(1000);
    expect(points.filter(runsRightToLeft)).toEqual([]);
  });
});
