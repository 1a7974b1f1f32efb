import { BadRequest } from '@malspar/shared-api';
import { DOCUMENT_LIMIT } from '@malspar/publication-model';
import { type CallHandler, createParamDecorator, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import express, { type Request, type Response } from 'express';
import { DocumentTooLarge, NotSentAsPdf } from './document.errors.js';

const readRaw = express.raw({ type: 'application/pdf', limit: DOCUMENT_LIMIT, inflate: false });

/**
 * Reads a PDF as the request's body on the one route it stands on. It runs after the guards: nobody can make the server
 * hold 20 MB without being let in first. Elsewhere the app's own limit holds. Throws `NotSentAsPdf`, `DocumentTooLarge`,
 * and `BadRequest` when the connection is cut.
 */
export class PdfBodyInterceptor implements NestInterceptor {
  async intercept(context: ExecutionContext, next: CallHandler): Promise<ReturnType<CallHandler['handle']>> {
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    if (!request.is('application/pdf')) throw new NotSentAsPdf();
    await new Promise<void>((resolve, reject) => {
      readRaw(request, http.getResponse<Response>(), (error?: unknown) => {
        if (error) reject(problemFor(error));
        else resolve();
      });
    });
    return next.handle();
  }
}

function problemFor(error: unknown): Error {
  const { type } = error as { type?: string };
  return type === 'entity.too.large'
    ? new DocumentTooLarge(DOCUMENT_LIMIT)
    : new BadRequest([{ pointer: '/file', code: type === 'request.aborted' ? 'cut-off' : 'unreadable' }]);
}

/** The bytes that `PdfBodyInterceptor` has read. An empty body is no bytes. */
export const PdfBody = createParamDecorator((_: unknown, context: ExecutionContext): Buffer => {
  const { body } = context.switchToHttp().getRequest<Request>() as { body: unknown };
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0);
});
