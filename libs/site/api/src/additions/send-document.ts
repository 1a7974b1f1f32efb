import type { Request, Response } from 'express';
import { DOCUMENT_POLICY } from './document-policy.js';
import type { DocumentResponse } from './site-additions.service.js';

/**
 * Answers with a document's file, or with the way to the newest one. Nobody gives a file again without asking whether
 * it is still there: it may have been withdrawn because of what it says.
 */
export function sendDocument(request: Request, response: Response, found: NonNullable<DocumentResponse>): void {
  if ('movedTo' in found) {
    response.set('Cache-Control', 'no-cache').redirect(302, found.movedTo);
    return;
  }
  const { stored, fileName } = found;
  response.set({
    'Content-Type': stored.mediaType,
    'Content-Disposition': `inline; filename="${fileName}"`,
    'Content-Security-Policy': DOCUMENT_POLICY,
    'Cache-Control': 'no-cache',
    ETag: `"${stored.hash}"`,
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
  });
  if (request.fresh) {
    response.status(304).end();
    return;
  }
  response.set('Content-Length', String(stored.identity.length));
  response.end(request.method === 'HEAD' ? undefined : stored.identity);
}
