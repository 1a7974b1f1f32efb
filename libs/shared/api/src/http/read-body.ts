import type { IncomingMessage } from 'node:http';
import getRawBody from 'raw-body';
import { BadRequest, TooLarge, UnsupportedMediaType } from '../errors/common.errors.js';

/**
 * A request's whole body, of at most `limit` bytes, as it was sent: nothing is unpacked. Throws `TooLarge` as soon as
 * it is known, without waiting for the rest, `UnsupportedMediaType` for a compressed one, and `BadRequest` (`cut-off`)
 * when the connection is cut.
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const encoding = (request.headers['content-encoding'] ?? 'identity').toLowerCase();
  if (encoding !== 'identity') throw new UnsupportedMediaType();
  try {
    return await getRawBody(request, { limit, length: request.headers['content-length'] });
  } catch (error) {
    const { type } = error as { type?: unknown };
    if (type === 'entity.too.large') throw new TooLarge();
    throw new BadRequest([{ pointer: '', code: 'cut-off' }]);
  }
}

/** Whether the request announces a body at all. */
export const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
