import { composePublishedReport, type Composition, type PublishedReport } from '@malspar/environmental-report-model';
import { HOSTILE_TEXTS, sampleComposition, withTexts } from '@malspar/environmental-report-model/testing';
import { seedPlan } from '@malspar/plan-api/testing';
import { PdfPrinter } from '@malspar/print-api';
import { canonicalOf, documentFiles } from '@malspar/print-api';
import { readPdf, wordsIn } from '@malspar/print-api/testing';
import { readCsv, readXlsx } from '@malspar/print-api/testing';
import { cleanText, textBlocks } from '@malspar/shared-model';
import { environmentalReportPrint } from './environmental-report-print.js';

const { plan } = seedPlan('exempel-tertial');
const OPENS_A_FORMULA = /^[\s\u0000]*[=+\-@＝＋－＠]/;
const NUMBER = /^-?\d+([.,]\d+)?$/;

function composition(): Composition {
  const change = {
    title: 'Rapport',
    gaps: [{ areaSlug: 'skolmat', period: '2027-T1', reason: 'Saknas.' }],
    version: 2,
    correction: { reason: 'Fel.', date: '2028-02-01', ofVersion: 1 },
  };
  return sampleComposition(plan, '2027', change);
}

/** A report in which text number n is, or ends with, payload number n + turn. */
const soiled = (turn: number, place: 'alone' | 'after'): PublishedReport =>
  composePublishedReport(
    withTexts(composition(), (text, index) => {
      const payload = HOSTILE_TEXTS[(index + turn) % HOSTILE_TEXTS.length] ?? '';
      return place === 'alone' ? payload : `${text} ${payload}`;
    }),
  );

describe('hostile texts in files', () => {
  it('are sixty, and reach every text of a report', () => {
    expect(HOSTILE_TEXTS.length).toBeGreaterThanOrEqual(60);
    expect(new Set(HOSTILE_TEXTS).size).toBe(HOSTILE_TEXTS.length);
    const reached = JSON.stringify(composePublishedReport(withTexts(composition(), (text) => `${text}☠`)));
    for (const field of [
      ...['title', 'foreword', 'comment', 'text', 'responsible', 'noValueReason', 'reason', 'organisation', 'contact'],
      ...['verdictExplanation', 'name', 'unit', 'decidedBy', 'areaTitle'],
    ]) {
      expect([field, new RegExp(`"${field}":("|\\{"en":")[^"]*☠`).test(reached)]).toEqual([field, true]);
    }
  });

  it('are no formulas in a spreadsheet, whichever text they stand in', async () => {
    const seen = new Set<unknown>();
    for (let turn = 0; turn < HOSTILE_TEXTS.length; turn++) {
      const report = soiled(turn, 'alone');
      for (const { name, format, content } of await documentFiles(environmentalReportPrint, report, null)) {
        if (format === 'csv' || format === 'csv-sv') {
          const rows = readCsv(content, format === 'csv' ? ',' : ';');
          // No text breaks out of its field: every row has as many as the head.
          expect([turn, name, new Set(rows.map((row) => row.length)).size]).toEqual([turn, name, 1]);
          const opened = rows.flat().filter((field) => OPENS_A_FORMULA.test(field) && !NUMBER.test(field));
          expect([turn, name, opened]).toEqual([turn, name, []]);
        } else if (format === 'xlsx') {
          // Throws if a cell is a formula; a text that looks like one is stored as text.
          const cells = [...readXlsx(content).values()].flat(2);
          for (const cell of cells) seen.add(cell);
        }
      }
    }
    const formulas = HOSTILE_TEXTS.filter((text) => text.startsWith('=') || text.startsWith('@'));
    expect(formulas.filter((text) => !seen.has(text))).toEqual([]);
  });

  it.each([0, 20, 40])(
    'are words in a PDF, in turn %i',
    async (turn) => {
      const printer = new PdfPrinter();
      const report = soiled(turn, 'after');
      const printed = await printer.print(environmentalReportPrint.pdf, report, canonicalOf(report).sha256);
      printer.close();
      expect(printed).toMatchObject({ ok: true });
      if (!printed.ok) return;
      const document = await readPdf(printed.pdf);
      expect(document.active).toBe(false);
      expect(document.tagged).toBe(true);
      const read = (text: string) => text.replace(/[\s\u00ad\u200b-\u200d\ufe0f]/g, '');
      const words = read(wordsIn(document.root));
      const { replaced } = printed;
      const shown = (text: string) =>
        read([...cleanText(text)].map((sign) => (replaced.includes(sign) ? '□' : sign)).join(''));
      // Comments are printed whole; what the typeface lacks is a box.
      for (const { answer } of report.areas.flatMap(({ targets }) => targets)) {
        const lines = textBlocks(answer.comment).flatMap((block) => block.lines);
        const left = lines.filter((line) => !words.includes(shown(line)));
        expect([answer.comment, left]).toEqual([answer.comment, []]);
      }
    },
    60_000,
  );
});
