import { schema, validateTree } from '@angular/forms/signals';
import { type FieldFault } from '@malspar/shared-web';
import { formFaults } from '@malspar/shared-web/form';
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

export const writtenOf = ({ statement }: Pick<SavedStatement, 'statement'>): WrittenStatement => ({
  ...statement,
  responseDays: String(statement.responseDays),
  failures: statement.failures.map((failure) => ({
    ...failure,
    criteria: failure.criteria.join(', '),
    plannedFor: failure.plannedFor ?? '',
  })),
});

/** The statement to send, or what has to be corrected first. */
export function readStatement(
  written: WrittenStatement,
): { readonly statement: AccessibilityStatement } | { readonly faults: readonly FieldFault[] } {
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
    faults: read.error.issues.map(({ path, message }) => ({ pointer: `/${path.join('/')}`, code: message })),
  };
}

const KNOWN = new Set([
  ...['required', 'too-long', 'not-a-date', 'no-such-date', 'not-a-criterion', 'not-an-address'],
  ...['failures-missing', 'not-fully'],
]);

/** The key of the fault's text, among those that the page has. */
export const faultText = ({ pointer, code }: FieldFault): string =>
  `site.statement.fault.${pointer === '/responseDays' ? 'days' : KNOWN.has(code) ? code : 'other'}`;

/** The rules of the form. */
export const statementSchema = schema<WrittenStatement>((statement) => {
  validateTree(statement, (written) => {
    const read = readStatement(written.value());
    return 'faults' in read ? formFaults(written.fieldTree, read.faults, faultText) : [];
  });
});
