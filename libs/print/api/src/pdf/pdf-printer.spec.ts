import { readFileSync } from 'node:fs';
import { composePublishedReport } from '@malspar/environmental-report-model';
import { sampleComposition } from '@malspar/environmental-report-model/testing';
import { seedPlan } from '@malspar/plan-api/testing';
import { FontCoverage, keepToFonts } from './font-coverage.js';
import { fontFiles } from './fonts.js';
import { limitsFor, PDF_LIMITS, type PdfLimits } from './pdf-limits.js';
import { PdfPrinter } from './pdf-printer.js';

const report = composePublishedReport(sampleComposition(seedPlan('exempel-tertial').plan, '2027-T3'));
const HASH = 'a'.repeat(64);
const ENDLESS = '#for a in range(9000) { for b in range(9000) { for c in range(9000) { let d = a + b + c } } }';
const HUGE = '#let a = ("x",) * 1000\n#let b = range(100000000)\n#b.map(n => a)';

async function asked(printer: PdfPrinter) {
  const outcome = await printer.print(report, HASH);
  printer.close();
  return outcome;
}

describe('the printer', () => {
  it('answers with a PDF', async () => {
    const outcome = await asked(new PdfPrinter());
    expect(outcome).toMatchObject({ ok: true, replaced: [] });
    if (outcome.ok) expect(Buffer.from(outcome.pdf).toString('latin1', 0, 5)).toBe('%PDF-');
  });

  it.each([
    ['a template that is wrong', { template: '#panic("stop")' }, 'failed'],
    [
      'a figure without alt text',
      {
        template:
          '#set document(title: "x")\n#image(bytes("<svg xmlns=\'http://www.w3.org/2000/svg\'/>"), format: "svg")',
      },
      'failed',
    ],
    [
      'a font that is not there',
      { template: '#set document(title: "x")\n#set text(font: "No Such Font", fallback: false)\n= x' },
      'failed',
    ],
    ['a file outside', { template: '#read("/etc/hostname")' }, 'failed'],
    ['work without end', { template: ENDLESS, cpuMilliseconds: 700 }, 'timeout'],
    ['a process that is not heard of', { template: ENDLESS, milliseconds: 100 }, 'timeout'],
    ['more memory than it may use', { template: ENDLESS, residentKibibytes: 10_000 }, 'crashed'],
  ])(
    'says so instead of failing: %s',
    async (_, { template, ...limits }: { template: string } & Partial<PdfLimits>, error) => {
      const printer = new PdfPrinter(limits, template);
      expect(await asked(printer)).toMatchObject({ ok: false, error });
    },
  );

  it('is not available where no compiler is installed, and fails where none can be loaded', async () => {
    const without = new PdfPrinter({}, undefined, ['no-such-compiler']);
    expect([without.available, await asked(without)]).toMatchObject([false, { ok: false, error: 'unavailable' }]);
    // Something is there, so that a report without a PDF would be a mistake.
    const broken = new PdfPrinter({}, undefined, ['canonicalize']);
    expect([broken.available, await asked(broken)]).toMatchObject([true, { ok: false, error: 'failed' }]);
    expect(new PdfPrinter().available).toBe(true);
  });

  it('survives a process that runs out of memory, and one that is killed', async () => {
    const printer = new PdfPrinter({ kibibytes: 2_500_000 }, HUGE);
    const outcome = await asked(printer);
    expect(outcome.ok).toBe(false);
    expect(await asked(new PdfPrinter())).toMatchObject({ ok: true });
  });

  it('prints several at once, in turn, in processes that are replaced, the same whatever came before', async () => {
    const printer = new PdfPrinter({ documents: 3 });
    const other = { ...report, foreword: 'Ett förord som den andra inte har.' };
    const asked = [report, other, other, other, report];
    const outcomes = await Promise.all(asked.map((each) => printer.print(each, HASH)));
    printer.close();
    const pdfs = outcomes.map((outcome) => (outcome.ok ? Buffer.from(outcome.pdf).toString('base64') : outcome.error));
    expect(pdfs.map((pdf) => pdfs.indexOf(pdf))).toEqual([0, 1, 1, 1, 0]);
  });
});

describe('the limits', () => {
  it('grow with what there is to set, all of them', () => {
    const small = limitsFor(0, PDF_LIMITS);
    const large = limitsFor(3_000_000, PDF_LIMITS);
    expect(small).toEqual(PDF_LIMITS);
    for (const name of ['cpuMilliseconds', 'milliseconds', 'residentKibibytes', 'kibibytes'] as const) {
      expect([name, large[name] > small[name]]).toEqual([name, true]);
    }
    // The clock is only for what CPU time cannot tell.
    expect(small.milliseconds / small.cpuMilliseconds).toBeGreaterThanOrEqual(10);
  });

  it('let a plan of seventy areas with five targets each be printed, between two small ones', async () => {
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
    for (const each of [report, { ...report, areas }, report]) outcomes.push(await printer.print(each, HASH));
    printer.close();
    const pages = outcomes.map((outcome) => (outcome.ok ? outcome.pages : outcome.detail));
    expect(pages).toEqual([pages[0], expect.any(Number), pages[0]]);
    expect(Number(pages[1])).toBeGreaterThan(200);
  }, 300_000);
});

describe('the typeface', () => {
  const fonts = fontFiles().map((file) => new FontCoverage(readFileSync(file)));

  it('shows what reports are written with', () => {
    const text = 'ÅÄÖåäöéüß§€%‰°²³₂½×−–—…”“’•✓✗●▲■○↗\u00a0□';
    expect(keepToFonts({ text }, fonts)).toEqual({ value: { text }, replaced: [] });
  });

  it('has a box in the place of what it lacks, and says which', () => {
    const { value, replaced } = keepToFonts([{ a: 'x😀y\u0000\n👩\u200d👩\u202e', n: 1, none: null }], fonts);
    expect(value).toEqual([{ a: 'x□y\n□□', n: 1, none: null }]);
    expect(replaced).toEqual(['😀', '👩']);
  });

  it('composes what can be composed', () => {
    expect(keepToFonts('A\u030a', fonts).value).toBe('Å');
  });
});
