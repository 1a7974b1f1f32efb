import { DomainError } from '@malspar/shared-api';

/** What is wrong at one place of a plan file, in both languages. */
export interface PlanFileFault {
  /** JSON Pointer (RFC 6901). */
  readonly path: string;
  readonly code: string;
  readonly message: { readonly sv: string; readonly en: string };
}

/** 422: nothing of the plan file was taken in; `faults` tells each with its place, and so does the message. */
export class PlanFileRefused extends DomainError {
  constructor(readonly faults: readonly PlanFileFault[]) {
    super({
      type: 'plan-file-refused',
      status: 422,
      title: 'Planfilen har fel och har inte lästs in.',
      titleEn: 'The plan file has faults and was not loaded.',
      errors: faults.map(({ path, code }) => ({ pointer: path, code })),
    });
    this.message = this.lines('en').join('\n');
  }

  /** Each fault on a line: its place, then what is wrong. */
  lines(language: 'sv' | 'en'): string[] {
    return this.faults.map(({ path, message }) => `${path || '/'}  ${message[language]}`);
  }
}

/** 404: no plan has been loaded. */
export class NoPlan extends DomainError {
  constructor() {
    super({
      type: 'no-plan',
      status: 404,
      title: 'Ingen plan är inläst än.',
      titleEn: 'No plan has been loaded yet.',
    });
  }
}
