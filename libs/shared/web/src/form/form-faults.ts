import { type FieldTree, isFieldTree, type ReadonlyFieldTree, type ValidationError } from '@angular/forms/signals';
import type { FieldFault } from '../http/problem';

/** A validation error of the field whose rule it is, with its words: `message` is the key of its text in the catalogue. */
export interface RuleFault extends ValidationError {
  readonly message: string;
  readonly params?: FieldFault['params'];
}

/** A fault of a form or of any of its fields. */
export interface FormFault extends RuleFault {
  readonly fieldTree?: ReadonlyFieldTree<unknown>;
}

/** What is wrong with a form's fields, whoever found it: the same for the browser's schema and for the server's response. */
export const formFaults = (
  form: ReadonlyFieldTree<unknown>,
  faults: readonly FieldFault[],
  textKey: (fault: FieldFault) => string,
): FormFault[] => {
  const found = faults.map((fault): FormFault => {
    const { code, params } = fault;
    return { kind: code, message: textKey(fault), fieldTree: fieldAt(form, fault.pointer), ...(params && { params }) };
  });
  return found.filter((fault, at) => found.findIndex(({ fieldTree }) => fieldTree === fault.fieldTree) === at);
};

/** The field that a pointer such as `/failures/0/what/sv` is to, or the nearest one around it that the form has. */
function fieldAt(form: ReadonlyFieldTree<unknown>, pointer: string): ReadonlyFieldTree<unknown> {
  let field = form;
  for (const name of pointer.split('/').slice(1)) {
    const child: unknown = Reflect.get(field, name);
    if (!isFieldTree(child)) return field;
    field = child;
  }
  return field;
}

/** An id for the field that its label, its parts and links to it share: `document-1.title` → `document-1-title`. */
export const fieldIdOf = (field: FieldTree<unknown> | ReadonlyFieldTree<unknown>): string =>
  field().name().replaceAll('.', '-');

/** The id of the field's control, or of what stands for it. */
export const controlIdOf = (field: ReadonlyFieldTree<unknown>): string =>
  field().formFieldBindings()[0]?.element.id || fieldIdOf(field);
