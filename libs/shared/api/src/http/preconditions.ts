import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { BadRequest, PreconditionRequired } from '../errors/common.errors.js';

/** The version named by `If-Match`; throws 428 without it and 400 when it is not one strong entity tag. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<Request>().header('if-match');
  if (header === undefined) throw new PreconditionRequired('If-Match');
  const match = /^"(\d{1,9})"$/.exec(header.trim());
  if (!match) throw new BadRequest([{ pointer: '', code: 'malformed-if-match' }]);
  return Number(match[1]);
});

/** The caller's own key of one attempt; throws 428 without it and 400 when it is not 8–100 visible characters. */
export const IdempotencyKey = createParamDecorator((_: unknown, context: ExecutionContext): string => {
  const header = context.switchToHttp().getRequest<Request>().header('idempotency-key');
  if (header === undefined) throw new PreconditionRequired('Idempotency-Key');
  if (!/^[\x21-\x7e]{8,100}$/.test(header)) throw new BadRequest([{ pointer: '', code: 'malformed-idempotency-key' }]);
  return header;
});

/** An entity tag for a version number. */
export const etagOf = (version: number): string => `"${version}"`;
