import { Injectable } from '@nestjs/common';
import { canonicalJson, sha256Hex } from '../audit/canonical-json.js';
import type { Tx } from '../tx/tx.js';
import { DomainError } from '../errors/domain-error.js';
import { IdempotencyRepository } from './idempotency.repository.js';

/** 422: the key was used for another request. */
export class IdempotencyKeyReused extends DomainError {
  constructor() {
    super({
      type: 'idempotency-key-reused',
      status: 422,
      title: 'Nyckeln har redan använts för något annat.',
      titleEn: 'The key has already been used for something else.',
    });
  }
}

/** A call that is answered once. */
export interface KeyedCall {
  readonly key: string;
  readonly personId: string;
  readonly request: unknown;
}

/** Makes a retry safe: the same key from the same person gives the same response, and the work is done once. */
@Injectable()
export class Idempotency {
  constructor(private readonly repository: IdempotencyRepository) {}

  /** What the key has been answered with, so that a retry need not prepare anything. Throws `IdempotencyKeyReused`. */
  async earlierResponse<T>(tx: Tx, call: KeyedCall): Promise<{ readonly response: T } | null> {
    const earlier = await this.repository.find(tx, call.personId, call.key);
    if (earlier && earlier.requestHash !== hashOf(call)) throw new IdempotencyKeyReused();
    return earlier && { response: earlier.response as T };
  }

  /**
   * Does the work once per person and key. A twin that arrives meanwhile waits for the first to end. If the work
   * fails the key is free again, since it shares the caller's transaction. Throws `IdempotencyKeyReused`.
   */
  async once<T>(tx: Tx, call: KeyedCall, work: () => Promise<T>): Promise<T> {
    if (!(await this.repository.claim(tx, call.personId, call.key, hashOf(call)))) {
      const earlier = await this.earlierResponse<T>(tx, call);
      if (!earlier) throw new Error('The key was claimed by a call that has since been taken back.');
      return earlier.response;
    }
    const response = await work();
    await this.repository.keep(tx, call.personId, call.key, response);
    return response;
  }
}

const hashOf = (call: KeyedCall): string => sha256Hex(canonicalJson(call.request));
