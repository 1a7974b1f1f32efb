import { computed, Directive, inject, input, type Signal, signal } from '@angular/core';
import type { ReadonlyFieldTree } from '@angular/forms/signals';
import type { AudienceOf } from '../ui/audience';
import { isTooLong } from '../ui/text-notes';
import { describedBy } from './described-by';
import { fieldIdOf } from './form-faults';
import { FormHost } from './form-host';

type FormsField = ReadonlyFieldTree<unknown> | null | undefined;

/** Inputs of the texts around a control, the same for a field and for a group of fields. */
export const FIELD_TEXTS = [
  'fieldId',
  'need',
  'audience',
  'hint',
  'error',
  'notice',
  'text',
  'max',
  'printed',
  'describedAlsoBy',
];

/** Texts around one control, or around several under one question: their ids, and which of them describe it. */
@Directive()
export class FieldTexts {
  /** Of the control or the group; where it belongs to a form, the form gives it one. */
  readonly fieldId = input('');
  /** Whether it must be filled in, in words. */
  readonly need = input('');
  /** Who will read it; null where something around it says so. */
  readonly audience = input<AudienceOf | null>(null);
  readonly hint = input('');
  /** What is wrong, in words; of a field in a form its form knows. */
  readonly error = input<string | null>(null);
  /** Something to think about that stands in the way of nothing. */
  readonly notice = input('');
  /** What stands in it, where a longest length or the printed page has something to say of it. */
  readonly text = input<string | null>(null);
  readonly max = input<number | null>(null);
  /** Whether it is printed, although who reads it is said elsewhere. */
  readonly printed = input(false);
  /** The id of what describes several fields at once. */
  readonly describedAlsoBy = input('');

  readonly #form = inject(FormHost, { optional: true });
  readonly #source = signal<Signal<FormsField>>(signal(null));
  readonly #description = signal<Signal<unknown>>(signal(null));
  readonly #field = computed(() => this.#source()() ?? null);

  readonly id = computed(() => {
    const field = this.#field();
    return this.fieldId() || (field ? fieldIdOf(field) : '');
  });
  readonly fault = computed(() => this.#form?.faultOf(this.#field()) ?? null);
  readonly isInvalid = computed(() => Boolean(this.error() ?? this.fault()));
  readonly isNoted = computed(() => this.text() !== null || this.max() !== null);
  readonly isPrinted = computed(() => this.printed() || this.audience() === 'public');
  readonly written = computed(() => {
    const value = this.#field()?.().value();
    return this.text() ?? (typeof value === 'string' ? value : '');
  });
  readonly #isTooLong = computed(() => isTooLong(this.written(), this.max() ?? Infinity));
  /** Whether the fault is told here; that a text is too long, and by how much, is told by the notes below it alone. */
  readonly said = computed(() => !this.#isTooLong() && this.isInvalid());
  /** Ids of the texts that describe the control. */
  readonly describedBy = computed(() =>
    joined(describedBy(this.id(), { need: this.need(), audience: this.audience() }), this.describedBelow()),
  );
  /** As `describedBy`, without those above the control that are part of a group's name. */
  readonly describedBelow = computed(() => {
    const parts = {
      hint: this.hint(),
      description: this.#description()(),
      error: this.said(),
      notice: this.notice(),
      notes: this.isNoted() && this.#isTooLong(),
    };
    return joined(this.describedAlsoBy(), describedBy(this.id(), parts));
  });

  /** The form's field that the texts are about, and what is said of what stands in it. */
  connect(field: Signal<FormsField>, description?: Signal<unknown>): void {
    this.#source.set(field);
    if (description) this.#description.set(description);
  }
}

const joined = (...ids: readonly (string | null)[]): string | null => ids.filter(Boolean).join(' ') || null;
