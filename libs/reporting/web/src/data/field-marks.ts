import { signal } from '@angular/core';
import type { FieldPath, FieldPlace } from '@malspar/reporting-model';

/** Marks on the fields of one draft: which were taken over and wait to be confirmed, which said something else before. */
export class FieldMarks {
  readonly #unconfirmed = signal<ReadonlySet<FieldPath>>(new Set());
  readonly #reworded = signal<ReadonlySet<string> | null>(null);

  /** Fields taken over from the last entry and not yet confirmed or changed. */
  readonly unconfirmed = this.#unconfirmed.asReadonly();

  takenOver(fields: readonly FieldPath[]): void {
    this.#unconfirmed.update((before) => new Set([...before, ...fields]));
  }

  confirm(fields: readonly FieldPath[]): void {
    if (![...this.#unconfirmed()].some((field) => fields.includes(field))) return;
    this.#unconfirmed.update((before) => new Set([...before].filter((field) => !fields.includes(field))));
  }

  /** Learns which fields have said something else before, as the server knows; null: it could not be asked. */
  reworded(fields: readonly string[] | null): void {
    this.#reworded.update((known) => (fields ? new Set([...(known ?? []), ...fields]) : known));
  }

  /** Fields that have been reworded since; while it is not known what was reworded before, they tell nothing new. */
  rewordedSince(fields: readonly string[]): void {
    this.#reworded.update((known) => known && new Set([...known, ...fields]));
  }

  /** Whether one of the fields, or a field below one, has said something else before; null while that is not known. */
  wasReworded(fields: readonly FieldPlace[]): boolean | null {
    const known = this.#reworded();
    if (known === null) return null;
    return [...known].some((name) => fields.some((field) => name === field || name.startsWith(`${field}/`)));
  }
}
