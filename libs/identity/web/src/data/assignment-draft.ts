import { type Assignment, AssignmentInput } from '@malspar/identity-model';
import type { AssignmentKind } from '@malspar/shared-model';
import type { FieldFault } from '@malspar/shared-web';

/** An assignment as it stands in the form: texts as in its fields. */
export interface AssignmentDraft {
  readonly kind: AssignmentKind;
  readonly scopeId: string;
  readonly personId: string;
  readonly deputy: boolean;
  readonly from: string;
  readonly to: string;
}

/** A fault of one field; its text is found under its field and code. */
export interface DraftFault {
  readonly field: 'personId' | 'from' | 'to' | 'scopeId' | 'other';
  readonly code: string;
}

const KNOWN: Readonly<Record<string, readonly string[]>> = {
  personId: ['required', 'unknown-reference'],
  scopeId: ['unknown-reference'],
  from: ['required', 'not-a-date', 'overlaps'],
  to: ['not-a-date', 'ends-before-start'],
};

export const emptyDraft = (kind: AssignmentKind, scopeId: string, from: string): AssignmentDraft => ({
  kind,
  scopeId,
  personId: '',
  deputy: false,
  from,
  to: '',
});

export const draftOf = ({ kind, scopeId, personId, deputy, from, to }: Assignment): AssignmentDraft => ({
  kind,
  scopeId,
  personId,
  deputy,
  from,
  to: to ?? '',
});

/** What to send, or what is wrong with it. */
export function readDraft(
  draft: AssignmentDraft,
): { readonly input: AssignmentInput } | { readonly faults: readonly DraftFault[] } {
  const empty = (['personId', 'from'] as const).filter((field) => draft[field] === '');
  const read = AssignmentInput.safeParse({ ...draft, to: draft.to === '' ? null : draft.to });
  if (read.success) return { input: read.data };
  const faults = read.error.issues
    .filter(({ path }) => !empty.some((field) => field === path[0]))
    .map(({ path, message }) => fault(String(path[0] ?? ''), message === 'no-such-date' ? 'not-a-date' : message));
  return { faults: onePerField([...empty.map((field) => ({ field, code: 'required' })), ...faults]) };
}

/** The server's faults, by field. */
export const draftFaults = (errors: readonly FieldFault[]): readonly DraftFault[] =>
  onePerField(errors.map(({ pointer, code }) => fault(pointer.slice(1), code)));

/** The key of the fault's text. */
export const faultText = ({ field, code }: DraftFault): string =>
  `identity.assignments.fault.${field === 'other' ? 'other' : `${field}.${code}`}`;

const fault = (field: string, code: string): DraftFault =>
  KNOWN[field]?.includes(code) ? { field: field as DraftFault['field'], code } : { field: 'other', code: 'other' };

const onePerField = (faults: readonly DraftFault[]): readonly DraftFault[] =>
  faults.filter((each, index) => faults.findIndex((other) => other.field === each.field) === index);
