import { randomBytes } from 'node:crypto';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';

/** What a page of the internal app may load: its own files, and styles and scripts that carry this answer's nonce. */
export interface ResponseLocals {
  cspNonce: string;
}

const YEAR_S = 31_536_000;
const PERMISSIONS = 'camera=(), geolocation=(), microphone=(), payment=()';

/**
 * What `securityHeaders` puts on a response that brings its own policy, as they are written: for the public pages, which
 * are sent before anything else has been asked.
 */
export const plainSecurityHeaders = (options: { readonly https: boolean }): Record<string, string> => ({
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Origin-Agent-Cluster': '?1',
  'Referrer-Policy': 'same-origin',
  ...(options.https ? { 'Strict-Transport-Security': `max-age=${YEAR_S}` } : {}),
  'X-DNS-Prefetch-Control': 'off',
  'X-Download-Options': 'noopen',
  'X-Permitted-Cross-Domain-Policies': 'none',
  'X-XSS-Protection': '0',
  'Permissions-Policy': PERMISSIONS,
});

/** Strict headers on every response. `formTargets` are the origins that a sign-out form may lead to. */
export function securityHeaders(options: { readonly https: boolean }): RequestHandler[] {
  const giveNonce: RequestHandler = (_request: Request, response: Response, next: NextFunction) => {
    (response.locals as ResponseLocals).cspNonce = randomBytes(16).toString('base64');
    next();
  };
  const nonce = (_request: unknown, response: unknown): string =>
    `'nonce-${((response as Response).locals as ResponseLocals).cspNonce}'`;
  return [
    giveNonce,
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          'default-src': ["'none'"],
          'script-src': ["'self'", nonce],
          'style-src': ["'self'", nonce],
          'img-src': ["'self'", 'data:'],
          'font-src': ["'self'"],
          'connect-src': ["'self'"],
          'frame-src': ["'self'"],
          'form-action': ["'self'"],
          'frame-ancestors': ["'none'"],
          'base-uri': ["'self'"],
          'manifest-src': ["'self'"],
        },
      },
      strictTransportSecurity: options.https ? { maxAge: YEAR_S, includeSubDomains: false } : false,
      crossOriginOpenerPolicy: { policy: 'same-origin' },
      referrerPolicy: { policy: 'same-origin' },
    }),
    (_request, response, next) => {
      response.setHeader('Permissions-Policy', PERMISSIONS);
      next();
    },
  ];
}
