import { computed, linkedSignal, type Signal, untracked, type WritableSignal } from '@angular/core';
import { type FieldTree, form, type SchemaOrSchemaFn, submit, type ValidationError } from '@angular/forms/signals';
import type { FormFault } from './form-faults';

type Found = ValidationError.WithFieldTree;

/** A fault of one of the form's fields. */
interface ShownFault extends FormFault {
  readonly fieldTree: Found['fieldTree'];
}

/**
 * A signal form that is sent by a button. Nothing is said of its fields before it is sent; after that each fault stays
 * until it is mended, and no new one appears while somebody types.
 */
export interface PlainForm<T> {
  readonly fields: FieldTree<T>;
  /** What was wrong when the form was last sent, and still is; in the order of the page. */
  readonly faults: Signal<readonly ShownFault[]>;
  /** Whether it is being sent. */
  readonly busy: Signal<boolean>;
  /** Sends what is written, unless something is wrong with it. Once at a time. */
  send(): Promise<void>;
}

/** A form's model that follows its source, but in what somebody has changed. */
export const following = <T extends object>(source: () => T): WritableSignal<T> =>
  linkedSignal<T, T>({
    source,
    computation: (now, before) => (before ? { ...now, ...changesSince(before.source, before.value) } : now),
  });

/** How a form is named, checked and sent. */
export interface PlainFormOptions<T> {
  /** Begins the names and the ids of the fields. */
  readonly name: string;
  readonly schema: SchemaOrSchemaFn<T>;
  /** Sends it; answers with the faults that the server found, or with none. */
  readonly send: (fields: FieldTree<T>) => Promise<readonly FormFault[]>;
}

/** Makes one, in an injection context. */
export function plainForm<T>(
  model: WritableSignal<T>,
  { name, schema, send: sendTo }: PlainFormOptions<T>,
): PlainForm<T> {
  const fields = form(model, schema, { name });
  const now = computed(() => fields().errorSummary());
  const shown = linkedSignal<readonly Found[], readonly Found[]>({
    source: now,
    computation: (errors, before) => before?.value.filter((each) => errors.some((error) => isSame(each, error))) ?? [],
  });
  // What the server refused last time is sent again: it may be taken now.
  const refused = new WeakSet<object>();
  const action = async (): Promise<readonly FormFault[]> => {
    shown.set(untracked(now).filter((error) => !refused.has(error)));
    if (shown().length > 0) return [];
    const faults = await sendTo(fields);
    for (const fault of faults) refused.add(fault);
    return faults;
  };
  const send = async (): Promise<void> => {
    if (untracked(fields().submitting)) return;
    const isTaken = await submit(fields, { action, ignoreValidators: 'all' });
    if (!isTaken) shown.set(untracked(now).filter((error) => refused.has(error)));
  };
  return {
    fields,
    faults: computed(() => onePerField(shown()).map(withWords)),
    busy: computed(() => fields().submitting()),
    send,
  };
}

const isSame = (one: Found, other: Found): boolean => one.kind === other.kind && one.fieldTree === other.fieldTree;

const onePerField = (found: readonly Found[]): readonly Found[] =>
  found.filter((error, at) => found.findIndex(({ fieldTree }) => fieldTree === error.fieldTree) === at);

// Only a date can stand half-written in its control, where the browser finds no value in it.
const withWords = (error: Found): ShownFault => ({ ...error, message: error.message ?? 'shared.form.unfinishedDate' });

const changesSince = <T extends object>(source: T, written: T): Partial<T> => {
  const changes: Partial<T> = {};
  for (const name in written) if (written[name] !== source[name]) changes[name] = written[name];
  return changes;
};
