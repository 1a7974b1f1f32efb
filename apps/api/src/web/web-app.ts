import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { type Request, type Response, Router } from 'express';
import type { ResponseLocals } from './security-headers.js';

// The builder puts a hash in every name but index.html's and the translations'.
const HASHED = /-[A-Za-z0-9_-]{8}\.(js|css|woff2?)$/;

/** Serves the built internal app below `/app/`: hashed files for ever, the shell never stored. */
export function webApp(root: string): Router {
  const shell = readFileSync(join(root, 'index.html'), 'utf8');
  const router = Router();
  router.use(
    '/app',
    express.static(root, {
      index: false,
      redirect: false,
      setHeaders: (response, path) => {
        response.setHeader('Cache-Control', HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    }),
  );
  const sendShell = (_request: Request, response: Response): void => {
    const { cspNonce } = response.locals as ResponseLocals;
    response.set('Cache-Control', 'no-store').type('html').send(shell.replaceAll('CSP_NONCE', cspNonce));
  };
  router.get(/^\/app$/, (_request, response) => response.redirect(308, '/app/'));
  // A missing file is 404; an address of the app is the shell.
  router.get(/^\/app\/(?!.*\.[a-z0-9]+$)/i, sendShell);
  return router;
}
