import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { Request, Response } from 'express';
import { TooLarge, UnsupportedMediaType } from './common.errors.js';
import { DomainError, type ProblemDescription } from './domain-error.js';

type Words = Pick<ProblemDescription, 'type' | 'title' | 'titleEn'>;

const MALFORMED: Words = { type: 'bad-request', title: 'Begäran är felaktig.', titleEn: 'The request is malformed.' };
const AWAY: Words = {
  type: 'unavailable',
  title: 'Tjänsten är tillfälligt otillgänglig. Försök igen om en stund.',
  titleEn: 'The service is temporarily unavailable. Try again in a moment.',
};
const FRAMEWORK: Readonly<Record<number, Words>> = {
  400: MALFORMED,
  404: { type: 'not-found', title: 'Det du söker finns inte.', titleEn: 'What you look for is not here.' },
  405: { type: 'method-not-allowed', title: 'Metoden stöds inte.', titleEn: 'The method is not supported.' },
  406: { type: 'not-acceptable', title: 'Formatet finns inte.', titleEn: 'The format is not available.' },
  413: new TooLarge().problem,
  415: new UnsupportedMediaType().problem,
  503: AWAY,
};
const UNEXPECTED = {
  type: 'unexpected',
  title: 'Något gick fel hos oss. Det du skrivit finns kvar; försök igen.',
  titleEn: 'Something went wrong on our side. What you wrote is still there; try again.',
};

// Connection trouble as node-postgres and PostgreSQL name it: refused, reset, shutting down, starting, too many, timed out.
const UNAVAILABLE = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|57P0[1-4]|53300|53400|08\d{3}|55P03|57014)$/;
const UNAVAILABLE_TEXT =
  /Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client was closed|Connection ended|not queryable|driver has not yet connected/i;
// As typeorm says it when the connection was lost between two statements of a transaction.
const LOST_BETWEEN = /^QueryRunner(Provider)?AlreadyReleasedError$/;

function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, cause, driverError } = error as Error & { code?: unknown; driverError?: unknown };
  if (typeof code === 'string' && UNAVAILABLE.test(code)) return true;
  if (UNAVAILABLE_TEXT.test(error.message) || LOST_BETWEEN.test(error.name)) return true;
  if (error instanceof AggregateError && error.errors.some((inner) => isUnavailable(inner))) return true;
  return isUnavailable(cause) || isUnavailable(driverError);
}

function describe(error: unknown): ProblemDescription {
  if (error instanceof DomainError) return error.problem;
  if (isUnavailable(error)) return { status: 503, ...AWAY, retryAfter: 5 };
  // Express throws errors with a status of their own.
  const status =
    error instanceof HttpException ? error.getStatus() : Number((error as { status?: unknown } | null)?.status ?? 500);
  const known = FRAMEWORK[status];
  if (known) return { ...known, status };
  return status >= 400 && status < 500 ? { status, ...MALFORMED } : { status: 500, ...UNEXPECTED };
}

/** The only place where an error becomes a response: RFC 9457 `application/problem+json`, nothing internal in it. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    sendFailure(http.getRequest<Request>(), http.getResponse<Response>(), error);
  }
}

const LOG = new Logger(ProblemFilter.name);

/** Answers with the problem that an error is, and logs what is a fault of ours; also outside Nest's own routes. */
export function sendFailure(request: Request, response: Response, error: unknown, problem = describe(error)): void {
  sendProblem(request, response, problem);
  // That something else is away is said in a line: everybody who asks meets it.
  if (problem.status === 503) LOG.warn(String(error));
  else if (problem.status >= 500) LOG.error(error instanceof Error ? (error.stack ?? error.message) : error);
}

/** Writes a problem as the response; used by the filter and by the few middlewares that stand before it. */
export function sendProblem(request: Request, response: Response, problem: ProblemDescription): void {
  if (response.headersSent) {
    response.end();
    return;
  }
  const { retryAfter, type, ...rest } = problem;
  if (retryAfter !== undefined) response.set('Retry-After', String(retryAfter));
  response
    .status(problem.status)
    .type('application/problem+json')
    .set('Cache-Control', 'no-store')
    .send(JSON.stringify({ type: `/problems/${type}`, ...rest, instance: askedPath(request) }));
}

/** The path as it was asked for: `request.path` lacks what a router or middleware is mounted at. */
const askedPath = ({ originalUrl }: Request): string =>
  originalUrl.replace(/^https?:\/\/[^/?#]*/i, '').replace(/[?#].*$/s, '');

/** An error thrown by a middleware, before any controller: answered the same way. */
export const problemOf = describe;
