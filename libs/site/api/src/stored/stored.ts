import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants, gzip } from 'node:zlib';

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);
const fromBrotli = promisify(brotliDecompress);

/** Bytes as they are sent, in every encoding, with the hash of their content. */
export interface Stored {
  readonly hash: string;
  readonly mediaType: string;
  readonly identity: Buffer;
  /** Absent where compressing gains nothing. */
  readonly br?: Buffer;
  readonly gzip?: Buffer;
}

export const HTML = 'text/html; charset=utf-8';

/** A page as it is sent; `br` is what `packed` gave for it, now or before. */
export async function storePage(content: Buffer, br: Buffer): Promise<Stored> {
  const hash = hashOf(content);
  return { hash, mediaType: HTML, identity: content, br, gzip: await toGzip(content, { level: 9 }) };
}

/** As hard as brotli goes: it is done once, and sent often. */
export function packed(bytes: Buffer): Promise<Buffer> {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
  return toBrotli(bytes, { params: { [BROTLI_PARAM_QUALITY]: 11, [BROTLI_PARAM_SIZE_HINT]: bytes.length } });
}

/** Whether it unpacks to just that content. */
export async function unpacks(br: Buffer, content: Buffer): Promise<boolean> {
  const unpacked = await fromBrotli(br, { maxOutputLength: content.length + 1 }).catch(() => null);
  return unpacked?.equals(content) ?? false;
}

/** Bytes as they are sent, packed unless that gains nothing. */
export async function store(content: string | Uint8Array, mediaType: string): Promise<Stored> {
  const identity = Buffer.from(content);
  const hash = hashOf(identity);
  if (!/^(text\/|application\/(json|xml|atom\+xml))/.test(mediaType)) return { hash, mediaType, identity };
  const [br, gz] = await Promise.all([packed(identity), toGzip(identity, { level: 9 })]);
  return { hash, mediaType, identity, br, gzip: gz };
}

/** The name of content: SHA-256, short enough for an address. */
export const hashOf = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('base64url').slice(0, 27);
