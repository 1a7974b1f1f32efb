import { computed, type Signal, signal } from '@angular/core';
import { fieldEntries, type FieldPath, fieldPaths, fieldsFrom } from '@malspar/reporting-model';
import {
  type DraftShape,
  type FieldFault,
  faultsOf,
  type Fields,
  normalisedFields,
  sameFields,
  typedAll,
  typedFrom,
} from './draft-fields';

/** Text of one draft: its fields as typed, over the fields as the server last held them. */
export class DraftText<C> {
  readonly #base = signal<Fields>({});
  readonly #typed = signal<Fields>({});

  /** Fields of the version that the draft stands on, as stored. */
  readonly base = this.#base.asReadonly();
  /** The fields as typed; numbers may be unreadable. */
  readonly typed = this.#typed.asReadonly();
  /** As typed, in the form in which they are stored; an unreadable number stays as it is. */
  readonly normalised = computed(() => this.normalise(this.#typed()));
  readonly faults: Signal<readonly FieldFault[]> = computed(() => faultsOf(this.#typed(), this.shape.numbers));
  /** Fields to send: as typed, but a field with a fault keeps its last saved text. */
  readonly sendable = computed(() => this.#withoutFaults());
  readonly content: Signal<C> = computed(() => this.shape.contentOf(this.sendable()));
  /** What stands in the form, also what cannot be sent. For reading only. */
  readonly asTyped: Signal<C> = computed(() => this.shape.contentOf(this.normalised()));
  /** Whether something typed has not reached the server. */
  readonly dirty = computed(() => !sameFields(this.normalised(), this.#base()));

  constructor(private readonly shape: DraftShape<C>) {}

  /** Forgets what is typed for the server's content. */
  startFrom(content: C): void {
    this.saved(this.shape.fieldsOf(content));
    this.reset();
  }

  /** Forgets what is typed for what was last saved. */
  reset(): void {
    this.#typed.set(typedAll(this.#base()));
  }

  /** Goes on from what an earlier visit left behind; without `base` it stands on the server's text. */
  takeUp(typed: Fields, base?: Fields): void {
    this.#typed.set(typed);
    if (base) this.saved(base);
  }

  write(texts: Fields): void {
    this.#typed.update((typed) => ({ ...typed, ...texts }));
  }

  remove(field: FieldPath): void {
    this.#typed.update((typed) => fieldsFrom(fieldEntries(typed).filter(([name]) => name !== field)));
  }

  /** These fields are what the server holds now. */
  saved(fields: Fields): void {
    this.#base.set(fields);
  }

  /** Puts merged fields on top of a newer text of the server's. */
  rebase(base: Fields, fields: Fields): void {
    const [typed, before] = [this.#typed(), this.normalised()];
    // A field that says the same keeps its text as typed; a part that has been named but not filled in stays.
    const texts = fieldPaths(typed, fields).flatMap((path): (readonly [FieldPath, string])[] => {
      const text = fields[path];
      if ((before[path] ?? '') === (text ?? '')) return [[path, typed[path] ?? '']];
      return text === undefined ? [] : [[path, typedFrom(path, text)]];
    });
    this.#base.set(base);
    this.#typed.set(fieldsFrom(texts));
  }

  fieldsOf(content: C): Fields {
    return this.shape.fieldsOf(content);
  }

  contentOf(fields: Fields): C {
    return this.shape.contentOf(fields);
  }

  normalise(fields: Fields): Fields {
    return normalisedFields(fields, this.shape.numbers);
  }

  #withoutFaults(): Fields {
    const bad = new Set(this.faults().map((fault) => fault.field));
    const good = fieldEntries(this.normalised()).filter(([field]) => !bad.has(field));
    const kept = fieldEntries(this.#base()).filter(([field]) => bad.has(field));
    return fieldsFrom([...good, ...kept]);
  }
}
