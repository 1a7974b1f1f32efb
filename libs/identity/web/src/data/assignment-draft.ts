import { schema, validateTree } from '@angular/forms/signals';
import { type Assignment, AssignmentInput } from '@malspar/identity-model';
import type { AssignmentKind } from '@malspar/shared-model';
import { type FieldFault } from '@malspar/shared-web';
import { formFaults } from '@malspar/shared-web/form';

/** An assignment as it stands in the form: texts as in its fields. */
export interface AssignmentDraft {
  readonly kind: AssignmentKind;
  readonly scopeId: string;
  readonly personId: string;
  readonly deputy: boolean;
  readonly from: string;
  readonly to: string;
}

const KNOWN: Readonly<Record<string, readonly string[]>> = {
  '/personId': ['required', 'unknown-reference'],
  '/scopeId': ['unknown-reference'],
  '/from': ['required', 'not-a-date', 'overlaps'],
  '/to': ['not-a-date', 'ends-before-start'],
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
): { readonly input: AssignmentInput } | { readonly faults: readonly FieldFault[] } {
  const empty = (['personId', 'from'] as const).filter((field) => draft[field] === '');
  const read = AssignmentInput.safeParse({ ...draft, to: draft.to === '' ? null : draft.to });
  if (read.success) return { input: read.data };
  const faults = read.error.issues
    .filter(({ path }) => !empty.some((field) => field === path[0]))
    .map(({ path, message }) => ({
      pointer: `/${path.join('/')}`,
      code: message === 'no-such-date' ? 'not-a-date' : message,
    }));
  return { faults: [...empty.map((field) => ({ pointer: `/${field}`, code: 'required' })), ...faults] };
}

/** The key of the fault's text; one for all that has no words of its own. */
export const faultText = ({ pointer, code }: FieldFault): string =>
  `identity.assignments.fault.${KNOWN[pointer]?.includes(code) ? `${pointer.slice(1)}.${code}` : 'other'}`;

/** The rules of the form. */
export const assignmentSchema = schema<AssignmentDraft>((draft) => {
  validateTree(draft, (written) => {
    const read = readDraft(written.value());
    return 'faults' in read ? formFaults(written.fieldTree, read.faults, faultText) : [];
  });
});
