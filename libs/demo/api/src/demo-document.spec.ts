import { PdfPrinter } from '@malspar/print-api';
import { pdfFault } from '@malspar/site-api/testing';
import { DEMO_TEMPLATE } from './demo-document.js';

describe('the example document', () => {
  it('is taken as a PDF by the list of documents', async () => {
    const printer = new PdfPrinter();
    const texts = { notice: 'n', lead: 'l', contact: 'c', goalsTitle: 'g', areasTitle: 'a', climateTitle: 'k' };
    const lists = { goals: ['Ett mål'], areas: [['Område', '3 mål']], climate: [] };
    const printed = await printer.set(DEMO_TEMPLATE, {
      title: 't',
      organisation: 'o',
      date: [2026, 1, 2],
      ...texts,
      ...lists,
    });
    printer.close();
    expect(printed).toMatchObject({ ok: true, pages: 1 });
    if (printed.ok) expect(pdfFault(printed.pdf)).toBeNull();
  });
});
