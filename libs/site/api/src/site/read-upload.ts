import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { type FormParser, formParser } from './form-parser.js';

/** The largest file that is read. */
const LARGEST_FILE = 20 * 1000 * 1000;
/** What a form takes besides its file. */
const FORM_AROUND = 64 * 1024;
/** So much more is let by, so that the visitor's browser gets to the answer; then the connection is closed. */
const LET_BY = 3 * LARGEST_FILE;
const LIMITS = { fileSize: LARGEST_FILE + 1, files: 2, fields: 4, fieldNameSize: 100, fieldSize: 1024, parts: 8 };
/** As long as the standard lets it be (RFC 2046, 5.1.1). */
const FORM = /^multipart\/form-data\s*;.*\bboundary=(?:"[^"]{1,70}"|[^\s;"]{1,70})(?:\s*;|\s*$)/i;

export type Upload =
  | { readonly outcome: 'file'; readonly name: string }
  | { readonly outcome: 'no-file' | 'no-room' | 'too-large' | 'unreadable' }
  /** The visitor has gone. */
  | { readonly outcome: 'cut' };

/**
 * Reads the file of a form as it comes; `take` is given each piece, and says whether there is room for more. Nothing is
 * kept here. A form with long headers, many parts or many fields is given up at once. Never throws, whatever is sent.
 */
export function readUpload(
  request: IncomingMessage,
  field: string,
  take: (piece: Uint8Array) => boolean,
): Promise<Upload> {
  if (Number(request.headers['content-length'] ?? 0) > LET_BY) return Promise.resolve({ outcome: 'too-large' });
  if (!FORM.test(request.headers['content-type'] ?? '')) return Promise.resolve({ outcome: 'no-file' });
  try {
    const form = formParser({ headers: request.headers, defParamCharset: 'utf8', limits: LIMITS });
    return new Promise((resolve) => new Reading(request, form, take, resolve).of(field));
  } catch {
    return Promise.resolve({ outcome: 'no-file' });
  }
}

/** One form on its way. */
class Reading {
  #found: Upload = { outcome: 'no-file' };
  #length = 0;

  constructor(
    private readonly request: IncomingMessage,
    private readonly form: FormParser,
    private readonly take: (piece: Uint8Array) => boolean,
    private readonly settle: (upload: Upload) => void,
  ) {}

  of(field: string): void {
    this.form
      .on('file', (name, file, { filename }) => {
        file.on('error', () => undefined);
        if (name === field) this.#read(file, filename ?? '');
        else file.resume();
      })
      .on('error', () => this.#giveUp('unreadable'))
      .on('close', () => this.settle(this.#found));
    for (const limit of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const) {
      this.form.on(limit, () => this.#giveUp('unreadable'));
    }
    this.request
      .on('data', (chunk: Buffer) => this.#count(chunk.length))
      .on('error', () => this.settle({ outcome: 'cut' }))
      .on('close', () => this.settle({ outcome: 'cut' }));
    this.request.pipe(this.form);
  }

  #read(file: Readable, filename: string): void {
    let size = 0;
    file
      .on('data', (piece: Buffer) => {
        size += piece.length;
        if (!this.take(piece)) this.#giveUp('no-room');
      })
      .on('limit', () => this.#letBy())
      .on('end', () => {
        if (size > 0 || filename !== '') this.#found = { outcome: 'file', name: filename };
      });
  }

  #count(length: number): void {
    this.#length += length;
    if (this.#length > LET_BY) this.#giveUp('too-large');
    else if (this.#length > LARGEST_FILE + FORM_AROUND) this.#letBy();
  }

  /** Nothing more is looked at. What is still to come is dealt with by whoever answers. */
  #giveUp(outcome: Exclude<Upload['outcome'], 'file'>): void {
    this.settle({ outcome });
    this.#stopReading();
  }

  /** Too large, but not by so much that a browser could not send all of it and then read the answer. */
  #letBy(): void {
    if (this.#found.outcome === 'too-large') return;
    this.#found = { outcome: 'too-large' };
    this.#stopReading();
    this.request.on('end', () => this.settle({ outcome: 'too-large' })).resume();
  }

  #stopReading(): void {
    this.request.unpipe(this.form);
    this.form.removeAllListeners().on('error', () => undefined);
    this.form.destroy();
  }
}
