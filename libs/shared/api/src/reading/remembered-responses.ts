import {
  type CallHandler,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  SetMetadata,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { map, type Observable, of } from 'rxjs';
import { Clock } from '../clock/clock.js';
import type { RequestWithPrincipal } from '../security/permission.decorator.js';
import { type DataTopic, knownVersions } from '../database/known-versions.js';
import { ResponseMemory, type StoredResponse } from './response-memory.js';
import { UNCHANGED, VersionedRead } from './versioned-read.js';

const DEPENDS_ON = 'malspar:depends-on';
const BY_VERSION = 'malspar:by-version';

/**
 * Declares that a route responds the same to everybody whom its permission lets in: to its address, today's date and
 * the data of the topics, and nothing else.
 */
export const SameForAll = (...topics: DataTopic[]): MethodDecorator => SetMetadata(DEPENDS_ON, topics);

/**
 * Declares that a route responds the same to one person with the same roles and assignments: to its address, today's
 * date and the version that its handler reads, and nothing else. The handler reads by a `VersionedRead`.
 */
export const SameByVersion = (): MethodDecorator => SetMetadata(BY_VERSION, true);

const reads = new WeakMap<Request, VersionedRead>();

/** What a handler declared `SameByVersion` reads by. */
export const ReadByVersion = createParamDecorator((_: unknown, context: ExecutionContext): VersionedRead => {
  const read = reads.get(context.switchToHttp().getRequest<Request>());
  if (!read) throw new Error(`${context.getHandler().name} is not declared SameByVersion`);
  return read;
});

type Tagger = (body: string, encoding: BufferEncoding) => string;

/**
 * Responses kept as they are sent, until what they say has another version. It runs behind the guards, and in front of
 * the handler and the serializer; Express makes a 304 of what the client has already.
 */
@Injectable()
export class RememberedResponses implements NestInterceptor {
  readonly #forAll = new ResponseMemory();
  readonly #byVersion = new ResponseMemory<StoredResponse & { readonly version: string }>();

  constructor(
    private readonly reflector: Reflector,
    private readonly clock: Clock,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const topics = this.reflector.get<DataTopic[] | undefined>(DEPENDS_ON, context.getHandler());
    if (topics) return this.sameForAll(topics, context, next);
    const byVersion = this.reflector.get<boolean | undefined>(BY_VERSION, context.getHandler()) ?? false;
    return byVersion ? this.sameByVersion(context, next) : next.handle();
  }

  private sameForAll(topics: readonly DataTopic[], context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const versions = topics.map((topic) => knownVersions.of(topic));
    if (versions.includes(null)) return next.handle();
    const { request, response } = exchange(context);
    const key = `${versions.join(' ')} ${this.clock.today()} ${request.originalUrl}`;
    const held = this.#forAll.get(key);
    if (held) return of(send(response, held));
    return next.handle().pipe(
      map((body: unknown) => {
        const made = stored(request, body);
        this.#forAll.keep(key, made);
        return send(response, made);
      }),
    );
  }

  private sameByVersion(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { request, response } = exchange(context);
    const key = `${this.clock.today()} ${JSON.stringify(request.principal)} ${request.originalUrl}`;
    const held = this.#byVersion.get(key);
    const read = new VersionedRead(held?.version ?? null);
    reads.set(request, read);
    return next.handle().pipe(
      map((body: unknown) => {
        if (body === UNCHANGED && held) return send(response, held);
        const made = stored(request, body);
        if (read.version !== null) this.#byVersion.keep(key, { ...made, version: read.version });
        return send(response, made);
      }),
    );
  }
}

const exchange = (context: ExecutionContext) => ({
  request: context.switchToHttp().getRequest<RequestWithPrincipal>(),
  response: context.switchToHttp().getResponse<Response>(),
});

function stored(request: Request, body: unknown): StoredResponse {
  const json = JSON.stringify(body);
  const tag = request.app.get('etag fn') as Tagger;
  return { json, etag: tag(json, 'utf8') };
}

function send(response: Response, { json, etag }: StoredResponse): string {
  response.set({ 'Content-Type': 'application/json; charset=utf-8', ETag: etag });
  return json;
}
