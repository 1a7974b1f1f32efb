import { parse as parseQuery } from 'node:querystring';
import type { Language } from '@malspar/figures-model';
import { type Clock, networkOf, problemOf, readBody, TooLarge, UnsupportedMediaType } from '@malspar/shared-api';
import { LANGUAGES, type PublicSiteService, sendLive } from '@malspar/site-api';
import { feedbackAddress, publicPath } from '@malspar/site-model';
import { Logger } from '@nestjs/common';
import { type NextFunction, type Request, type RequestHandler, type Response, Router } from 'express';
import { FeedbackDesk, refusal, type Reply } from './feedback-desk.js';
import { FeedbackDocuments } from './feedback-documents.js';
import { FeedbackLimits } from './feedback-limits.js';
import type { FeedbackService } from './feedback.service.js';
import { Receipts } from './receipt.js';

// A thousand characters of three bytes each are nine thousand when they are escaped, and the receipt comes on top.
const BODY_LIMIT = 12 * 1024;
const FIELDS = 10;

export interface FeedbackSetup {
  readonly site: PublicSiteService;
  readonly feedback: FeedbackService;
  readonly clock: Pick<Clock, 'now'>;
  /** Of the public site, without a slash at its end. */
  readonly origin: string;
  /** Receipts are signed with a key made from it. */
  readonly secret: string;
}

/** Answers `/tyck-till` and `/tack`, in each language; passes on everything else. */
export function feedbackHandler({ site, feedback, clock, origin, secret }: FeedbackSetup): RequestHandler {
  const log = new Logger('Feedback');
  const limits = new FeedbackLimits();
  const desk = new FeedbackDesk(site, feedback, limits, new Receipts(secret));
  const documents = new FeedbackDocuments(site);
  const router = Router({ caseSensitive: true, strict: true });

  const visitor = (request: Request, now: Date): string => limits.visitor(networkOf(request.ip), now);
  const send = async (request: Request, response: Response, reply: Reply, language: Language): Promise<void> => {
    if ('to' in reply) {
      response.set('Cache-Control', 'no-store').redirect(303, reply.to);
      return;
    }
    if (reply.retryAfter !== undefined) response.set('Retry-After', String(reply.retryAfter));
    response.set('Content-Language', language);
    sendLive(request, response, await documents.html(reply.outcome, language), reply.status);
  };

  for (const language of LANGUAGES) {
    /** What is thrown on the way, before there is anything to reply to, as a page. */
    const respondWithProblem = (error: unknown, request: Request, response: Response, next: NextFunction): void => {
      const { status, retryAfter } = problemOf(error);
      if (status >= 500) log.error(error);
      const said = status === 413 ? 'too-large' : status === 429 ? 'too-many' : status >= 500 ? 'away' : 'malformed';
      send(request, response, { ...refusal(said), retryAfter }, language).catch(next);
    };
    const vouched: RequestHandler = (request, response, next) => {
      if (isOurs(request, origin)) next();
      else send(request, response, refusal('cross-site'), language).catch(next);
    };
    const replying =
      (reply: (request: Request, now: Date) => Promise<Reply> | Reply): RequestHandler =>
      (request, response, next) => {
        Promise.resolve(reply(request, clock.now()))
          .then((given) => send(request, response, given, language))
          .catch(next);
      };
    const thanks = publicPath({ at: 'thanks', receipt: null }, language);
    router
      .post(
        feedbackAddress(language),
        vouched,
        // Before anything is read: what comes in too many is not even looked at.
        (request: Request, _response: Response, next: NextFunction) => {
          limits.count(visitor(request, clock.now())).then(() => next(), next);
        },
        parse,
        replying((request, now) => desk.vote(request.body, visitor(request, now), now)),
        respondWithProblem,
      )
      // Here the words are read first: they are given back with the refusal.
      .post(
        thanks,
        vouched,
        parse,
        replying((request, now) =>
          desk.comment(request.body, language, now, () => limits.count(visitor(request, now))),
        ),
        respondWithProblem,
      )
      .get(
        thanks,
        replying((request, now) => desk.thanks(request.query['kvitto'], now)),
        respondWithProblem,
      );
  }
  return router;
}

/** Reads the form that is the request's body. */
const parse: RequestHandler = (request, _response, next) => {
  readForm(request).then((form) => {
    request.body = form;
    next();
  }, next);
};

async function readForm(request: Request): Promise<object> {
  if (!request.is('application/x-www-form-urlencoded')) throw new UnsupportedMediaType();
  const text = (await readBody(request, BODY_LIMIT)).toString('utf8');
  if (text.split('&', FIELDS + 1).length > FIELDS) throw new TooLarge();
  return parseQuery(text);
}

/** Browsers say where a form was sent from; what says nothing is let through, and has nothing to gain here. */
function isOurs({ headers }: Request, origin: string): boolean {
  const site = headers['sec-fetch-site'];
  return (headers.origin ?? origin) === origin && (site === undefined || site === 'same-origin' || site === 'none');
}
