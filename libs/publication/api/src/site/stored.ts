import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/** Bytes as they are sent, in every encoding, with the hash of their content. */
export interface Stored {
  readonly hash: string;
  readonly mediaType: string;
  readonly identity: Buffer;
  /** Absent where compressing gains nothing. */
  readonly br?: Buffer;
  readonly gzip?: Buffer;
}

/** As hard as it goes: it is done once, and sent often. */
export async function store(content: string | Uint8Array, mediaType: string): Promise<Stored> {
  const identity = Buffer.from(content);
  const hash = hashOf(identity);
  if (!/^(text\/|application\/(json|xml|atom\+xml))/.test(mediaType)) return { hash, mediaType, identity };
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
  const params = { [BROTLI_PARAM_QUALITY]: 11, [BROTLI_PARAM_SIZE_HINT]: identity.length };
  const [br, gz] = await Promise.all([toBrotli(identity, { params }), toGzip(identity, { level: 9 })]);
  return { hash, mediaType, identity, br, gzip: gz };
}

/** The name of content: SHA-256, short enough for an address. */
export const hashOf = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('base64url').slice(0, 27);
