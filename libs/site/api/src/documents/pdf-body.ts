import { BadRequest, readBody, TooLarge, UnsupportedMediaType } from '@malspar/shared-api';
import { DOCUMENT_LIMIT } from '@malspar/site-model';
import { type CallHandler, createParamDecorator, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Request } from 'express';
import { DocumentTooLarge, NotSentAsPdf } from './document.errors.js';

/**
 * Reads a PDF as the request's body on the one route it stands on. It runs after the guards: nobody can make the server
 * hold 20 MB without being let in first. Throws `NotSentAsPdf`, `DocumentTooLarge`, and `BadRequest` when it is
 * packed or the connection is cut.
 */
export class PdfBodyInterceptor implements NestInterceptor {
  async intercept(context: ExecutionContext, next: CallHandler): Promise<ReturnType<CallHandler['handle']>> {
    const request = context.switchToHttp().getRequest<Request>();
    if (!request.is('application/pdf')) throw new NotSentAsPdf();
    request.body = await readBody(request, DOCUMENT_LIMIT).catch((error: unknown) => {
      if (error instanceof TooLarge) throw new DocumentTooLarge(DOCUMENT_LIMIT);
      const code = error instanceof UnsupportedMediaType ? 'unreadable' : 'cut-off';
      throw new BadRequest([{ pointer: '/file', code }]);
    });
    return next.handle();
  }
}

/** The bytes that `PdfBodyInterceptor` has read. An empty body is no bytes. */
export const PdfBody = createParamDecorator((_: unknown, context: ExecutionContext): Buffer => {
  const { body } = context.switchToHttp().getRequest<Request>() as { body: unknown };
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0);
});
