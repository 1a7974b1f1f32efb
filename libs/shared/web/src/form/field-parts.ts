import { computed, Directive, inject, Injectable, signal, type Signal } from '@angular/core';
import { FORM_FIELD } from '@angular/forms/signals';

/** What a field tells its control. */
interface FieldSignals {
  readonly id: Signal<string>;
  readonly describedBy: Signal<string | null>;
  readonly isInvalid: Signal<boolean>;
}

/** The way from a field to its control, which is written by whoever uses the field. */
@Injectable()
export class FieldFrame {
  readonly #field = signal<FieldSignals | null>(null);
  readonly id = computed(() => this.#field()?.id() ?? '');
  readonly describedBy = computed(() => this.#field()?.describedBy() ?? null);
  readonly isInvalid = computed(() => this.#field()?.isInvalid() ?? false);

  connect(field: FieldSignals): void {
    this.#field.set(field);
  }
}

/** The control of a field: its id, what describes it and whether it is at fault come from the field around it. */
@Directive({
  selector: '[msControl]',
  host: {
    '[id]': 'frame.id()',
    '[attr.aria-describedby]': 'frame.describedBy()',
    '[attr.aria-invalid]': 'frame.isInvalid() ? true : null',
  },
})
export class FieldControl {
  protected readonly frame = inject(FieldFrame);
  readonly formField = inject(FORM_FIELD, { optional: true, self: true });
}

/** What is said of what stands in the field; stands just below the control. */
@Directive({ selector: '[msDescription]', host: { class: 'description', '[id]': "frame.id() + '-description'" } })
export class FieldDescription {
  protected readonly frame = inject(FieldFrame);
}
