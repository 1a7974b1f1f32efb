import type { IncomingMessage } from 'node:http';

/** The largest file that is read. */
export const LARGEST_FILE = 20 * 1000 * 1000;
/** What a form takes besides its file. */
const FORM_AROUND = 64 * 1024;
/** So much more is let by, so that the visitor's browser gets to the answer; then the connection is closed. */
const LET_BY = 10 * LARGEST_FILE;
const PATIENCE_MS = 120_000;
const MOST_PARTS = 8;

export type Upload =
  | { readonly outcome: 'file'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly outcome: 'no-file' | 'too-large' | 'unreadable' }
  /** The visitor has gone. */
  | { readonly outcome: 'cut' };

/** The file of a form, kept in memory alone. Never throws, whatever is sent. */
export async function readUpload(request: IncomingMessage, field: string): Promise<Upload> {
  const type = request.headers['content-type'] ?? '';
  const boundary = /^multipart\/form-data\s*;.*\bboundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(type);
  const body = await readBody(request);
  if (typeof body === 'string') return { outcome: body };
  const mark = boundary?.[1] ?? boundary?.[2];
  if (mark === undefined) return { outcome: 'no-file' };
  if (partsOf(body, mark) > MOST_PARTS) return { outcome: 'unreadable' };
  try {
    const form = await new Response(body, { headers: { 'content-type': type } }).formData();
    const file = form.get(field);
    if (file === null || typeof file === 'string' || (file.size === 0 && file.name === ''))
      return { outcome: 'no-file' };
    if (file.size > LARGEST_FILE) return { outcome: 'too-large' };
    return { outcome: 'file', name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
  } catch {
    return { outcome: 'unreadable' };
  }
}

/** How many parts a form seems to have; counting stops when there are too many. */
function partsOf(body: Buffer, boundary: string): number {
  const mark = Buffer.from(`--${boundary}`, 'latin1');
  let count = 0;
  for (let at = body.indexOf(mark); at >= 0 && count <= MOST_PARTS + 1; at = body.indexOf(mark, at + mark.length))
    count++;
  return count - 1;
}

function readBody(request: IncomingMessage): Promise<Buffer<ArrayBuffer> | 'too-large' | 'cut'> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > LET_BY) return Promise.resolve('too-large');
  return new Promise((resolve) => {
    let chunks: Buffer[] = [];
    let length = 0;
    const late = setTimeout(() => request.destroy(), PATIENCE_MS);
    const done = (result: Buffer<ArrayBuffer> | 'too-large' | 'cut'): void => {
      clearTimeout(late);
      chunks = [];
      resolve(result);
    };
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= LARGEST_FILE + FORM_AROUND) chunks.push(chunk);
      else chunks = [];
      if (length > LET_BY) done('too-large');
    });
    request.on('end', () => done(length <= LARGEST_FILE + FORM_AROUND ? Buffer.concat(chunks) : 'too-large'));
    request.on('error', () => done('cut'));
    request.on('close', () => done('cut'));
  });
}
