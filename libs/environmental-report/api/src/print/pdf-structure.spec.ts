import { composePublishedReport } from '@malspar/environmental-report-model';
import { sampleComposition } from '@malspar/environmental-report-model/testing';
import { seedPlan } from '@malspar/plan-api/testing';
import { PdfPrinter } from '@malspar/print-api';
import { elementsOf, type PdfDocument, type PdfElement, readPdf, wordsIn } from '@malspar/print-api/testing';
import { typesByPoppler } from '@malspar/print-api/testing';
import { environmentalReportPrint } from './environmental-report-print.js';
import { pdfData } from './pdf-data.js';

/** A year, with a year before it to compare with: everything that a report can have. */
const { plan } = seedPlan('miljoplan-2021-2025');
const before = composePublishedReport(sampleComposition(plan, '2023'));
const foreword = 'Vi har:\n• bytt lampor\n- stängt av \u202efläktar\n\nMer i höst.';
const report = composePublishedReport(sampleComposition(plan, '2024', { before, foreword }));

describe('the structure of a published PDF', () => {
  let pdf: Uint8Array;
  let document: PdfDocument;
  let elements: PdfElement[];
  beforeAll(async () => {
    const printer = new PdfPrinter();
    const printed = await printer.print(environmentalReportPrint.pdf, report, 'a'.repeat(64));
    printer.close();
    if (!printed.ok) throw new Error(`${printed.error}: ${printed.detail}`);
    pdf = printed.pdf;
    document = await readPdf(pdf);
    elements = [...elementsOf(document.root)];
  });

  const ofType = (type: RegExp): PdfElement[] => elements.filter((each) => type.test(each.type));
  const spaced = (text: string): string => text.replace(/\s+/g, ' ').trim();

  it('has headings in order, none left out, each of them a bookmark or within one', () => {
    const headings = ofType(/^H\d$/).map(({ type, ...rest }) => ({
      level: Number(type.slice(1)),
      text: spaced(wordsIn({ type, ...rest })),
    }));
    expect(headings.length).toBeGreaterThan(report.areas.length);
    headings.reduce((above, { level, text }) => {
      expect([text, text !== '', level <= above + 1]).toEqual([text, true, true]);
      return level;
    }, 0);
    const texts = headings.map(({ text }) => text.replaceAll(' ', ''));
    const bookmarks = document.bookmarks.map((title) => title.replace(/\s/g, ''));
    expect(bookmarks.filter((title) => !texts.includes(title))).toEqual([]);
    // Areas come in the report's order, each with its targets below it.
    const expected = report.areas.flatMap((area) => [area.title, ...area.targets.map(({ code }) => code)]);
    const places = expected.map((words) =>
      bookmarks.findIndex((title) => startsOrEnds(title, words.replace(/\s/g, ''))),
    );
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  it('has what somebody wrote as a list as one, and nothing that turns words around', () => {
    const lists = ofType(/^L$/).map((list) => [...elementsOf(list)].filter(({ type }) => type === 'LI'));
    const items = lists.find((each) => each.some((item) => spaced(wordsIn(item)).includes('bytt lampor'))) ?? [];
    expect(items.map((item) => spaced(wordsIn(item)).replace(/^• ?/, ''))).toEqual([
      'bytt lampor',
      'stängt av fläktar',
    ]);
    expect(wordsIn(document.root)).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  });

  it('has tables whose every heading says what it heads, and whose every cell knows its headings', () => {
    const tables = ofType(/^Table$/);
    expect(tables.length).toBeGreaterThan(report.areas.length);
    for (const table of tables) {
      const cells = [...elementsOf(table)];
      const heads = cells.filter(({ type }) => type === 'TH');
      const text = spaced(wordsIn(table)).slice(0, 60);
      expect([text, heads.length > 0]).toEqual([text, true]);
      for (const head of heads) {
        expect([text, head.scope, spaced(wordsIn(head)) !== '']).toEqual([
          text,
          expect.stringMatching(/^(Column|Row|Both)$/),
          true,
        ]);
      }
      const ids = new Set(heads.map(({ id }) => id));
      for (const cell of cells.filter(({ type }) => type === 'TD')) {
        expect([text, cell.headers.length > 0 && cell.headers.every((id) => ids.has(id))]).toEqual([text, true]);
      }
      const rows = cells.filter(({ type }) => type === 'TR');
      const widths = rows.map((row) => row.children.filter((cell) => typeof cell !== 'string').length);
      expect([text, new Set(widths).size]).toEqual([text, 1]);
    }
  });

  it('has figures with an alternative that says more than that it is a figure', () => {
    const drawn = ofType(/^Figure$/);
    const charts = report.areas.flatMap(({ targets }) => targets).filter(({ series }) => series.length > 1);
    expect(drawn.length).toBeGreaterThanOrEqual(charts.length);
    for (const { alt } of drawn) {
      expect([alt, (alt ?? '').length > 30, /undefined|NaN|null/.test(alt ?? '')]).toEqual([alt, true, false]);
    }
    const alternatives = drawn.map(({ alt }) => alt);
    expect(new Set(alternatives).size).toBe(alternatives.length);
  });

  it('draws a verdict as a level beside its word, never as a sign or an arrow', () => {
    const data = pdfData(report, { sha256: 'a'.repeat(64), replaced: [] });
    const levels: Readonly<Record<string, number>> = { fully: 4, largely: 3, partly: 2, not: 1, none: 0 };
    const drawn = data.areas.flatMap(({ verdictCode, verdictLevel, earlierVerdicts }) => [
      { code: verdictCode, level: verdictLevel },
      ...earlierVerdicts,
    ]);
    expect(drawn.length).toBeGreaterThan(report.areas.length);
    for (const { code, level } of drawn) expect([code, level]).toEqual([code, levels[code]]);
    const said = ofType(/^TD$/)
      .map((cell) => spaced(wordsIn(cell)))
      .filter((text) => /enligt plan/.test(text) && text.length < 60);
    expect(said.length).toBeGreaterThan(report.areas.length);
    expect(said.filter((text) => !/^(Helt|Till|Inte)/.test(text))).toEqual([]);
  });

  it('is in one language, shows its title, has a table of contents, and runs nothing', () => {
    expect(document).toMatchObject({
      title: report.title.sv,
      language: 'sv-SE',
      tagged: true,
      active: false,
      pages: expect.any(Number) as number,
    });
    expect(ofType(/^TOCI$/).length).toBeGreaterThanOrEqual(report.areas.length);
    expect(ofType(/^Link$/).every((link) => wordsIn(link) !== '')).toBe(true);
    // Each area's own words are there, in its own chapter.
    const text = spaced(wordsIn(document.root)).replaceAll(' ', '');
    for (const { verdictExplanation } of report.areas) expect(text).toContain(verdictExplanation.replace(/\s/g, ''));
  });

  it('would be seen to run something, if it did', async () => {
    const text = Buffer.from(pdf).toString('latin1');
    expect(text).toContain('/ViewerPreferences');
    const other = Buffer.from(text.replace('/ViewerPreferences', '/AA               '), 'latin1');
    expect((await readPdf(other)).active).toBe(true);
  });

  it('goes on over as many pages as a text needs', async () => {
    const long = 'En kommentar som aldrig tar slut. '.repeat(600);
    const [area] = report.areas;
    const target = area?.targets.find(({ earlierAnswers }) => earlierAnswers.length > 0);
    if (!area || !target) throw new Error('Nobody has reported earlier in the year');
    const wordy = {
      ...target,
      note: long,
      earlierAnswers: target.earlierAnswers.map((earlier) => ({ ...earlier, comment: long })),
    };
    const targets = area.targets.map((each) => (each === target ? wordy : each));
    const printer = new PdfPrinter();
    const printed = await printer.print(
      environmentalReportPrint.pdf,
      { ...report, areas: [{ ...area, targets }] },
      'a'.repeat(64),
    );
    const plain = await printer.print(environmentalReportPrint.pdf, { ...report, areas: [area] }, 'a'.repeat(64));
    printer.close();
    if (!printed.ok || !plain.ok) throw new Error('not printed');
    // Some forty lines to a page, some ninety characters to a line.
    const pages = ((1 + target.earlierAnswers.length) * long.length) / (40 * 90);
    expect(printed.pages - plain.pages).toBeGreaterThan(pages / 2);
  }, 60_000);

  it('is read the same by poppler, where that is installed', () => {
    const theirs = typesByPoppler(pdf);
    if (!theirs) return;
    const count = (types: readonly string[], type: string) => types.filter((each) => each === type).length;
    const ours = elements.map(({ type }) => type);
    for (const type of ['H1', 'H2', 'H3', 'Table', 'TR', 'TH', 'TD', 'Figure', 'TOCI', 'Link', 'LI']) {
      expect([type, count(ours, type)]).toEqual([type, count(theirs, type)]);
    }
  });
});

const startsOrEnds = (title: string, words: string): boolean => title.startsWith(words) || title.endsWith(words);
