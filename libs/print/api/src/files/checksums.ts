import { createHash } from 'node:crypto';
import type { Checksums, KnownVersion } from '@malspar/publication-model';
import { canonicalJson } from '@malspar/shared-api';
import { sha256Hex } from '@malspar/shared-api';

/** With four spaces for each step in, and signs written by their numbers, a report grows to less than this. */
const TIMES_AS_LARGE = 4;
/** In a report's JSON there are more bytes than this to each brace, bracket, comma and colon. */
const BYTES_TO_A_MARK = 4;

/**
 * The checksums of a file that comes in pieces: of its bytes; and of its content, if it is JSON that could be a
 * report's. What is larger than any published report, or has so much more in it, is not read as JSON: that could take
 * seconds, in which nobody else is answered. Only what may still be read as JSON is kept.
 */
export class FileChecksums {
  readonly #bytes = createHash('sha256');
  readonly #largest: number;
  #kept: Uint8Array[] | null = [];
  #held = 0;
  #begun = false;

  constructor(published: readonly KnownVersion[]) {
    this.#largest = largestOf(published);
  }

  /** How many bytes are kept. */
  get held(): number {
    return this.#held;
  }

  add(piece: Uint8Array): void {
    this.#bytes.update(piece);
    if (!this.#kept) return;
    const first = this.#begun ? undefined : piece.find((byte) => !BLANKS.has(byte));
    this.#begun ||= first !== undefined;
    this.#held += piece.length;
    if ((first ?? BRACE) === BRACE && this.#held <= TIMES_AS_LARGE * this.#largest) this.#kept.push(piece);
    else [this.#kept, this.#held] = [null, 0];
  }

  end(): Checksums {
    const whole = this.#kept && Buffer.concat(this.#kept);
    const canonical = whole && couldBeReport(whole, this.#largest) ? canonicalIfJson(whole) : null;
    return { bytes: this.#bytes.digest('hex'), content: canonical && sha256Hex(canonical) };
  }
}

/** The checksums of a file that is there. */
export function checksumsOf(bytes: Uint8Array, published: readonly KnownVersion[]): Checksums {
  const sums = new FileChecksums(published);
  sums.add(bytes);
  return sums.end();
}

const largestOf = (published: readonly KnownVersion[]): number =>
  published
    .flatMap(({ files }) => files)
    .reduce((largest, { format, bytes }) => (format === 'json' ? Math.max(largest, bytes) : largest), 0);

const [QUOTE, BACKSLASH, BRACE] = [0x22, 0x5c, 0x7b];
const MARKS: ReadonlySet<number | undefined> = new Set(Buffer.from('{}[],:'));
/** And the mark that some programs put first. */
const BLANKS: ReadonlySet<number | undefined> = new Set(Buffer.from('\ufeff \t\r\n'));

/** Whether the bytes look like an object with no more in it than the largest published JSON may have. */
export function couldBeReport(bytes: Uint8Array, largest: number): boolean {
  if (bytes.length > TIMES_AS_LARGE * largest) return false;
  if (bytes.find((byte) => !BLANKS.has(byte)) !== BRACE) return false;
  let marks = 0;
  let inWords = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) inWords = !inWords;
    else if (inWords && byte === BACKSLASH) at++;
    else if (!inWords && MARKS.has(byte)) marks++;
  }
  return marks * BYTES_TO_A_MARK <= largest;
}

function canonicalIfJson(bytes: Uint8Array): Uint8Array | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return new TextEncoder().encode(canonicalJson(JSON.parse(text)));
  } catch {
    return null;
  }
}
