/** Why a file is not taken. */
export type PdfFault = 'empty' | 'not-a-pdf' | 'cut-off' | 'protected';

const TRAILER_WITHIN = 2048;

/**
 * Whether the bytes are a PDF that anybody can open: it begins as one, it ends as one, it has a trailer (ISO 32000-1
 * § 7.5.5, § 7.5.8), and the newest trailer names no encryption. Null when nothing is wrong. A file that may be opened
 * but not copied from counts as protected too: some assistive technology cannot read it.
 */
export function pdfFault(bytes: Uint8Array): PdfFault | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length === 0) return 'empty';
  if (!/^%PDF-[12]\.\d/.test(file.toString('latin1', 0, 8))) return 'not-a-pdf';
  const end = file.toString('latin1', Math.max(0, file.length - TRAILER_WITHIN));
  const startxref = [...end.matchAll(/startxref\s+(\d{1,10})\s+%%EOF/g)].at(-1)?.[1];
  if (startxref === undefined || Number(startxref) >= file.length) return 'cut-off';
  const trailer = trailerAt(file, Number(startxref)) ?? lastTrailer(file);
  if (trailer === null) return 'cut-off';
  return /\/Encrypt(?![A-Za-z])/.test(trailer) ? 'protected' : null;
}

/** The newest trailer's dictionary: after a table of objects, or at the head of a stream of them. */
function trailerAt(file: Buffer, at: number): string | null {
  const head = file.toString('latin1', at, at + 40);
  if (/^\s*xref\b/.test(head)) {
    const from = file.indexOf('trailer', at);
    return from < 0 ? null : dictionary(file, from, 'startxref');
  }
  return /^\s*\d+\s+\d+\s+obj\b/.test(head) ? dictionary(file, at, 'stream') : null;
}

/** Where the end points a little wrong, as some programs write it and every reader forgives: the last one there is. */
function lastTrailer(file: Buffer): string | null {
  const table = file.lastIndexOf('trailer');
  if (table >= 0) return dictionary(file, table, 'startxref');
  const stream = Math.max(file.lastIndexOf('/Type/XRef'), file.lastIndexOf('/Type /XRef'));
  const from = stream < 0 ? -1 : file.lastIndexOf(' obj', stream);
  return from < 0 ? null : dictionary(file, from, 'stream');
}

function dictionary(file: Buffer, from: number, until: string): string | null {
  const to = file.indexOf(until, from);
  return to < 0 ? null : file.toString('latin1', from, to);
}
