import type { FieldError } from '@malspar/shared-model';

export interface ProblemDescription {
  /** Stable kebab-case word; becomes `/problems/<type>`. */
  readonly type: string;
  readonly status: number;
  readonly title: string;
  readonly titleEn: string;
  readonly detail?: string;
  readonly errors?: readonly FieldError[];
  readonly current?: unknown;
  /** On 412: whether the one who asks made the change, in another tab or on another machine. */
  readonly byYourself?: boolean;
  /** Seconds, for `Retry-After`. */
  readonly retryAfter?: number;
}

/** An error that the caller is meant to see. Everything else is answered as an unexplained 500 and logged. */
export class DomainError extends Error {
  constructor(readonly problem: ProblemDescription) {
    super(problem.titleEn);
    this.name = problem.type;
  }
}
