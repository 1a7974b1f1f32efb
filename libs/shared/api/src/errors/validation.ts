import type { FieldError } from '@malspar/shared-model';
import { StandardSchemaValidationPipe } from '@nestjs/common';
import type { StandardSchemaV1 } from '@standard-schema/spec';
import { BadRequest, Invalid } from './common.errors.js';
import type { DomainError } from './domain-error.js';

type Issue = StandardSchemaV1.Issue & {
  readonly code?: string;
  readonly keys?: readonly string[];
  readonly errors?: readonly (readonly Issue[])[];
};

/** The wrong *content* of a well-formed request, as opposed to a malformed one. */
const CONTENT = new Set([
  ...['too-long', 'required', 'no-such-date', 'ends-before-start'],
  ...['not-a-criterion', 'not-an-address', 'failures-missing', 'not-fully'],
]);

const escape = (segment: string): string => segment.replace(/~/g, '~0').replace(/\//g, '~1');

const pointerOf = (issue: Issue): string =>
  (issue.path ?? [])
    .map((segment) => `/${escape(String(typeof segment === 'object' ? segment.key : segment))}`)
    .join('');

function toFieldErrors(issue: Issue): FieldError[] {
  const pointer = pointerOf(issue);
  if (issue.code === 'unrecognized_keys') {
    return (issue.keys ?? []).map((key) => ({ pointer: `${pointer}/${escape(key)}`, code: 'unknown-field' }));
  }
  // Codes given in a schema are kebab-case words; a library's own sentence becomes its code word instead.
  const own = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(issue.message);
  return [{ pointer, code: own ? issue.message : (issue.code ?? 'invalid').replaceAll('_', '-') }];
}

/** Turns what a schema found into a problem: 422 when only content is wrong, else 400. */
export function problemOfIssues(issues: readonly StandardSchemaV1.Issue[]): DomainError {
  const errors = issues.flatMap((issue) => toFieldErrors(issue)).slice(0, 100);
  return errors.every((error) => CONTENT.has(error.code)) ? new Invalid(errors) : new BadRequest(errors);
}

/**
 * What the schema makes of the value; throws the problem that a request with it would get. For services that other
 * code calls too: what comes from within is no safer than what comes from without.
 */
export function validated<T>(schema: StandardSchemaV1<unknown, T>, value: unknown): T {
  const result = schema['~standard'].validate(value);
  if (result instanceof Promise) throw new TypeError('The schema of a request is not asynchronous');
  if (result.issues) throw problemOfIssues(result.issues);
  return result.value;
}

const FORGED = ['__proto__', 'constructor', 'prototype'];

/** Fields that no schema can know and that reach for what objects inherit, wherever they stand; as unknown fields. */
export function forgedFields(value: unknown): FieldError[] {
  const found: FieldError[] = [];
  // Its own stack: a body may be nested deeper than calls can be.
  const waiting: [pointer: string, value: unknown][] = [['', value]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [pointer, inside] = next;
    if (typeof inside !== 'object' || inside === null) continue;
    for (const name of FORGED) {
      if (Object.hasOwn(inside, name)) found.push({ pointer: `${pointer}/${name}`, code: 'unknown-field' });
    }
    for (const [name, part] of Object.entries(inside)) waiting.push([`${pointer}/${escape(name)}`, part]);
  }
  return found;
}

/** Nest drops forged fields in silence; whoever sends them is told instead, and nothing is done. */
class RefusingPipe extends StandardSchemaValidationPipe {
  protected override stripProtoKeys(value: unknown): void {
    const forged = forgedFields(value);
    if (forged.length > 0) throw new BadRequest(forged.slice(0, 100));
  }
}

/** The global pipe: every body, query and parameter with a schema passes through it. */
export const validationPipe = (): StandardSchemaValidationPipe =>
  new RefusingPipe({ exceptionFactory: problemOfIssues });
