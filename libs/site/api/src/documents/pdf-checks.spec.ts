import { samplePdf } from '../testing/additions.js';
import { pdfFault } from './pdf-checks.js';

describe('a file that is sent as a PDF', () => {
  const whole = samplePdf();

  it('is taken when it is one, with a table of objects', () => {
    expect(pdfFault(whole)).toBeNull();
    expect(pdfFault(Buffer.concat([whole, Buffer.from('\r\n')]))).toBeNull();
  });

  it('is taken when its objects are listed in a stream, as newer programs write them', () => {
    const body = '%PDF-1.7\n';
    const stream = `1 0 obj\n<</Type/XRef/Size 2/Root 1 0 R/W[1 1 1]/Length 3>>\nstream\nabc\nendstream\nendobj\n`;
    const end = `startxref\n${body.length}\n%%EOF`;
    expect(pdfFault(Buffer.from(body + stream + end))).toBeNull();
    const locked = stream.replace('/Size 2', '/Size 2/Encrypt 9 0 R');
    expect(pdfFault(Buffer.from(body + locked + end))).toBe('protected');
  });

  it('is taken when its end points a little wrong, which every reader forgives', () => {
    const shifted = (pdf: Buffer): Buffer =>
      Buffer.from(
        pdf.toString('latin1').replace(/startxref\n(\d+)/, (_, at) => `startxref\n${Number(at) - 3}`),
        'latin1',
      );
    expect(pdfFault(shifted(whole))).toBeNull();
    expect(pdfFault(shifted(samplePdf('', '/Encrypt 5 0 R')))).toBe('protected');
    const stream = '%PDF-1.7\n1 0 obj\n<</Type /XRef/Size 2/Encrypt 9 0 R>>\nstream\na\nendstream\nendobj\n';
    expect(pdfFault(Buffer.from(`${stream}startxref\n4\n%%EOF`))).toBe('protected');
  });

  it.each([
    ['nothing at all', Buffer.alloc(0), 'empty'],
    ['a page named .pdf', Buffer.from('<!doctype html><script>alert(1)</script>'), 'not-a-pdf'],
    ['a page with a PDF after it', Buffer.concat([Buffer.from('<html>'), whole]), 'not-a-pdf'],
    ['a head without a body', Buffer.from('%PDF-1.4\n'), 'cut-off'],
    ['half a PDF', whole.subarray(0, whole.length / 2), 'cut-off'],
    ['one without its last line', whole.subarray(0, whole.length - 6), 'cut-off'],
    ['one whose end points nowhere', Buffer.from('%PDF-1.4\nstartxref\n99999\n%%EOF'), 'cut-off'],
    ['one whose end points at something else', Buffer.from('%PDF-1.4\nhello\nstartxref\n9\n%%EOF'), 'cut-off'],
    ['one with a password', samplePdf('', '/Encrypt 5 0 R'), 'protected'],
  ] as const)('is refused when it is %s', (_what, bytes, fault) => {
    expect(pdfFault(bytes)).toBe(fault);
  });

  it('may speak of encryption without being encrypted', () => {
    expect(pdfFault(samplePdf('/Encrypt 5 0 R', '/EncryptMetadata false'))).toBeNull();
  });
});
