import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { hasBody } from '@malspar/shared-api';

/** How long headers, and a whole request, may take. */
const HEADERS_MS = 20_000;
const REQUEST_MS = 300_000;

export interface RequestLimits {
  /** How long anybody may send as slowly as they like. */
  readonly graceMs: number;
  /** Afterwards so many bytes of a body have to come each second, on the average. */
  readonly bytesPerSecond: number;
  readonly checkEveryMs: number;
  /** So many pieces may be small. */
  readonly smallPieces: number;
  /** And of all others so many bytes have to be in each, on the average. */
  readonly bytesToAPiece: number;
  /** What is let by after the response, so that whoever is still sending gets to read it. */
  readonly bytesAfterResponse: number;
  readonly msAfterResponse: number;
}

export const REQUEST_LIMITS: RequestLimits = {
  graceMs: 20_000,
  bytesPerSecond: 2000,
  checkEveryMs: 5000,
  smallPieces: 1000,
  bytesToAPiece: 256,
  bytesAfterResponse: 1_000_000,
  msAfterResponse: 2000,
};

/**
 * Limits what one request may cost before and beside its handler, whatever route it is for: how slowly a body may come,
 * in how small pieces, and what is still taken in after the response. Who goes beyond is answered 408 or 413, where there
 * is no response yet, and cut off. How large a body may be is for the route to say.
 */
export function limitRequests(server: Server, limits: RequestLimits = REQUEST_LIMITS): void {
  server.headersTimeout = HEADERS_MS;
  server.requestTimeout = REQUEST_MS;
  server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
    // Nearly all requests have no body, and cost nothing here.
    if (!hasBody(request)) return;
    refuseCrumbs(request, response, limits);
    const stop = refuseSlowness(request, response, limits);
    request.once('end', stop).once('close', stop);
    response.once('finish', () => {
      stop();
      if (!request.complete) endSending(request, limits);
    });
  });
}

/** Each piece that a client sends apart costs a call, however little is in it; what is read is counted as it arrives. */
function refuseCrumbs(request: IncomingMessage, response: ServerResponse, limits: RequestLimits): void {
  const push = request.push.bind(request);
  let [pieces, bytes] = [0, 0];
  request.push = (chunk: Buffer | null, encoding?: BufferEncoding): boolean => {
    pieces++;
    bytes += chunk?.length ?? 0;
    if (pieces <= limits.smallPieces + bytes / limits.bytesToAPiece) return push(chunk, encoding);
    cutOff(request, response, '413 Content Too Large');
    return false;
  };
}

/** Gives what ends the watch. Time in which it is we who do not read is nobody's fault. */
function refuseSlowness(request: IncomingMessage, response: ServerResponse, limits: RequestLimits): () => void {
  const { socket } = request;
  const before = socket.bytesRead;
  let reading = 0;
  const timer = setInterval(() => {
    if (request.readableFlowing === null || request.readableLength > 0) return;
    reading += limits.checkEveryMs;
    if (isTooSlow(socket.bytesRead - before, reading, limits)) cutOff(request, response, '408 Request Timeout');
  }, limits.checkEveryMs).unref();
  return () => clearInterval(timer);
}

/** Whether so many bytes in so many milliseconds are too few. */
export const isTooSlow = (bytes: number, milliseconds: number, limits: RequestLimits): boolean =>
  bytes < ((milliseconds - limits.graceMs) / 1000) * limits.bytesPerSecond;

function cutOff(request: IncomingMessage, response: ServerResponse, status: string): void {
  if (!response.headersSent && request.socket.writable) {
    request.socket.write(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  }
  request.destroy();
}

/** The response is out, and the body it did not wait for still comes: Node would take it in for ever. */
function endSending(request: IncomingMessage, limits: RequestLimits): void {
  const { socket } = request;
  const [before, step] = [socket.bytesRead, 10];
  let waited = 0;
  const timer = setInterval(() => {
    waited += step;
    const over = socket.bytesRead - before > limits.bytesAfterResponse || waited > limits.msAfterResponse;
    if (over && !request.complete) socket.destroy();
    if (over || request.complete || socket.destroyed) clearInterval(timer);
  }, step).unref();
}
