import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import { feedbackHandler, FeedbackService } from '@malspar/feedback-api';
import { SignInMiddleware } from '@malspar/identity-api';
import { Clock, NotFound, problemOf, sendProblem } from '@malspar/shared-api';
import { livePages, openDataHandler, PublicSiteRouter, PublicSiteService } from '@malspar/site-api';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import type { NextFunction, Request, Response } from 'express';
import { Logger } from 'nestjs-pino';
import { ApiDescription } from './api-description/api-description.controller.js';
import { describeApi } from './api-description/openapi.js';
import { AppModule } from './app.module.js';
import type { Config } from './config.js';
import { demandAppRights } from './database/connection-rights.js';
import { setUpSignIn } from './sign-in.js';
import { demoHostGate } from './web/demo-host.js';
import { limitRequests } from './web/request-limits.js';
import { plainSecurityHeaders, securityHeaders } from './web/security-headers.js';
import { webApp } from './web/web-app.js';

/** The whole HTTP surface on one origin; the caller makes it listen. */
export async function createApp(config: Config): Promise<NestExpressApplication> {
  const signIn = await setUpSignIn(config);
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(config, signIn), {
    bodyParser: false,
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(app.get(Logger));
  const https = config.PUBLIC_ORIGIN.startsWith('https:');
  app.set('trust proxy', config.TRUST_PROXY);
  app.set('query parser', 'simple');
  app.disable('x-powered-by');
  if (signIn.demo) app.use(signIn.demo.mountPath, signIn.demo.browserHandler);
  app.use(securityHeaders({ https }));
  const site = app.get(PublicSiteService);
  app.use(openDataHandler(site));
  const feedback = feedbackHandler({
    site,
    feedback: app.get(FeedbackService, { strict: false }),
    clock: app.get(Clock),
    origin: config.PUBLIC_ORIGIN,
    secret: config.SESSION_SECRET,
  });
  const pages = new PublicSiteRouter(site, plainSecurityHeaders({ https }));
  // What cannot be made beforehand is asked first: it passes on everything else.
  app.use(feedback, ...livePages(site), pages.handler);
  app.use(compression());
  app.use(['/api', '/auth'], ...app.get(SignInMiddleware).handlers);
  app.use('/api', (_request: Request, response: Response, next: NextFunction) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  if (config.WEB_ROOT) app.use(webApp(config.WEB_ROOT));
  app.setGlobalPrefix('api/v1', {
    exclude: ['health/live', 'health/ready', 'auth/login', 'auth/callback', 'auth/logout'],
  });
  app.enableShutdownHooks();
  // Longer than browsers and proxies keep a connection: whoever hangs up first must not be the one who is written to.
  app.getHttpServer().keepAliveTimeout = 75_000;
  serveFirst(app.getHttpServer(), pages.atOnce);
  if (signIn.demo) serveFirst(app.getHttpServer(), demoHostGate(config.PUBLIC_ORIGIN));
  limitRequests(app.getHttpServer());
  await app.init();
  if (config.NODE_ENV === 'production') await demandAppRights(app);
  // What nobody has answered; Express would write a page of its own.
  app.use((request: Request, response: Response) => sendProblem(request, response, new NotFound().problem));
  app.use(respondWithProblem);
  app.get(ApiDescription).madeBy(() => describeApi(app));
  return app;
}

/** Asks `front` before Express, which does more for every request than a published page needs. */
function serveFirst(server: Server, front: (request: IncomingMessage, response: ServerResponse) => boolean): void {
  const behind = server.listeners('request') as RequestListener[];
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    if (!front(request, response)) for (const listener of behind) listener.call(server, request, response);
  });
}

// Express knows an error handler by its four parameters.
function respondWithProblem(error: unknown, request: Request, response: Response, next: NextFunction): void {
  if (error) sendProblem(request, response, problemOf(error));
  else next();
}
