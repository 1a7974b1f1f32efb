import type { FieldFault } from '@malspar/shared-web';
import { AccessibilityStatement, type KnownFailure, type SavedStatement } from '@malspar/site-model';

/** A failure as it stands in the fields. */
export interface WrittenFailure extends Omit<KnownFailure, 'criteria' | 'plannedFor'> {
  readonly criteria: string;
  readonly plannedFor: string;
}

/** The statement as it stands in the fields. */
export interface WrittenStatement extends Omit<AccessibilityStatement, 'failures' | 'responseDays'> {
  readonly failures: readonly WrittenFailure[];
  readonly responseDays: string;
}

const NOTHING = { sv: '', en: '' };
export const EMPTY_FAILURE: WrittenFailure = {
  what: NOTHING,
  where: NOTHING,
  criteria: '',
  reason: 'not_yet',
  motivation: NOTHING,
  plannedFor: '',
  alternative: NOTHING,
};

export const writtenOf = ({ statement }: SavedStatement): WrittenStatement => ({
  ...statement,
  responseDays: String(statement.responseDays),
  failures: statement.failures.map((failure) => ({
    ...failure,
    criteria: failure.criteria.join(', '),
    plannedFor: failure.plannedFor ?? '',
  })),
});

/** The field at fault, as a pointer into the statement, and the code of what is wrong. */
export type StatementFault = Pick<FieldFault, 'pointer' | 'code'>;

/** The statement to send, or what has to be corrected first. */
export function readStatement(
  written: WrittenStatement,
): { readonly statement: AccessibilityStatement } | { readonly faults: readonly StatementFault[] } {
  const read = AccessibilityStatement.safeParse({
    ...written,
    assessor: written.method === 'self' ? '' : written.assessor,
    contact: written.contact.trim(),
    standardDate: written.standardDate.trim(),
    responseDays: /^\d+$/.test(written.responseDays.trim()) ? Number(written.responseDays) : NaN,
    failures: written.failures.map((failure) => ({
      ...failure,
      criteria: failure.criteria.split(/[\s,;]+/).filter(Boolean),
      plannedFor: failure.reason === 'not_yet' && failure.plannedFor !== '' ? failure.plannedFor : null,
    })),
  });
  if (read.success) return { statement: read.data };
  return {
    faults: statementFaults(
      read.error.issues.map((issue) => ({
        pointer: `/${issue.path.join('/')}`,
        code: issue.message,
      })),
    ),
  };
}

const KNOWN = new Set([
  ...['required', 'too-long', 'not-a-date', 'no-such-date', 'not-a-criterion', 'not-an-address'],
  ...['failures-missing', 'not-fully'],
]);

/** One for each field, in words that the page has. */
export function statementFaults(found: readonly StatementFault[]): StatementFault[] {
  const faults = found.map(({ pointer, code }) => ({
    pointer: pointer.replace(/(\/criteria)\/\d+$/, '$1'),
    code: pointer === '/responseDays' ? 'days' : KNOWN.has(code) ? code : 'other',
  }));
  return [...new Map(faults.map((fault) => [fault.pointer, fault])).values()];
}

/** The id of the field that the pointer is to: `/failures/0/what/sv` → `statement-failures-0-what-sv`. */
export const fieldId = (pointer: string): string => `statement${pointer.replaceAll('/', '-')}`;
