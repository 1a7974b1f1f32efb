import { readFileSync } from 'node:fs';
import { FontCoverage, keepToFonts } from './font-coverage.js';
import { fontFiles } from './fonts.js';
import { limitsFor, PDF_LIMITS, type PdfLimits } from './pdf-limits.js';
import { madeUpCount, madeUpKind } from '../testing/made-up-kind.js';
import { PdfPrinter } from './pdf-printer.js';

const HASH = 'a'.repeat(64);
const ENDLESS = '#for a in range(9000) { for b in range(9000) { for c in range(9000) { let d = a + b + c } } }';
const HUGE = '#let a = ("x",) * 1000\n#let b = range(100000000)\n#b.map(n => a)';

async function asked(printer: PdfPrinter, template = madeUpKind.pdf.template) {
  const outcome = await printer.print({ ...madeUpKind.pdf, template }, madeUpCount, HASH);
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
      expect(await asked(new PdfPrinter(limits), template)).toMatchObject({ ok: false, error });
    },
  );

  it('is not available where no compiler is installed, and fails where none can be loaded', async () => {
    const without = new PdfPrinter({}, ['no-such-compiler']);
    expect([without.available, await asked(without)]).toMatchObject([false, { ok: false, error: 'unavailable' }]);
    // Something is there, so that a report without a PDF would be a mistake.
    const broken = new PdfPrinter({}, ['canonicalize']);
    expect([broken.available, await asked(broken)]).toMatchObject([true, { ok: false, error: 'failed' }]);
    expect(new PdfPrinter().available).toBe(true);
  });

  it('survives a process that runs out of memory, and one that is killed', async () => {
    const outcome = await asked(new PdfPrinter({ kibibytes: 2_500_000 }), HUGE);
    expect(outcome.ok).toBe(false);
    expect(await asked(new PdfPrinter())).toMatchObject({ ok: true });
  });

  it('prints several at once, in turn, in processes that are replaced, the same whatever came before', async () => {
    const printer = new PdfPrinter({ documents: 3 });
    const other = { ...madeUpCount, title: 'En rubrik som den andra inte har.' };
    const asked = [madeUpCount, other, other, other, madeUpCount];
    const outcomes = await Promise.all(asked.map((each) => printer.print(madeUpKind.pdf, each, HASH)));
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
