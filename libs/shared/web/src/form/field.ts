import { Component, computed, contentChild, inject, input } from '@angular/core';
import { Sentence } from '../i18n/plan-text';
import { Audience, type AudienceOf } from '../ui/audience';
import { isTooLong, TextNotes } from '../ui/text-notes';
import { describedBy } from './described-by';
import { FaultWords } from './fault-words';
import { FieldControl, FieldDescription, FieldFrame } from './field-parts';
import { fieldIdOf } from './form-faults';
import { FormHost } from './form-host';

/**
 * One field, in the one order that fields have: label, whether it must be filled in and who will read it, hint, the
 * control itself, what is said of what stands in it, what is wrong with it, what there is to think about, room left.
 * What may come and go stands below the control, so that nothing moves that is being written.
 */
@Component({
  selector: 'ms-field',
  imports: [Audience, FaultWords, Sentence, TextNotes],
  host: { class: 'field' },
  providers: [FieldFrame],
  template: `
    <div class="top" [class.visually-hidden]="labelHidden()">
      <label class="label" [id]="id() + '-label'" [attr.for]="id()"
        ><ms-sentence [text]="label()" [plansWords]="plansWords()"
      /></label>
      @if (need()) {
        <span class="hint" [id]="id() + '-need'">{{ need() }}</span>
      }
      @if (audience(); as of) {
        <ms-audience [id]="id() + '-audience'" [of]="of" />
      }
    </div>
    @if (hint()) {
      <p class="hint" [id]="id() + '-hint'">{{ hint() }}</p>
    }
    <div class="control"><ng-content /></div>
    <ng-content select="[msDescription]" />
    @if (said()) {
      <p class="error" [id]="id() + '-error'">
        <ms-fault-words [words]="error()" [fault]="fault()" />
      </p>
    }
    @if (notice()) {
      <p class="notice" [id]="id() + '-notice'">{{ notice() }}</p>
    }
    @if (isNoted()) {
      <ms-text-notes [id]="id() + '-notes'" [text]="written()" [max]="max()" [printed]="isPrinted()" />
    }
  `,
  styleUrl: './field.css',
})
export class Field {
  /** Of the control; where it belongs to a form, the form gives it one. */
  readonly fieldId = input('');
  readonly label = input.required<string>();
  /** The plan's or a person's words in the label. */
  readonly plansWords = input<readonly string[]>([]);
  /** Where a heading just above already asks the question. */
  readonly labelHidden = input(false);
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
  protected readonly control = contentChild(FieldControl);
  protected readonly description = contentChild(FieldDescription);
  readonly #state = computed(() => this.control()?.formField?.state());

  readonly id = computed(() => {
    const state = this.#state();
    return this.fieldId() || (state ? fieldIdOf(state.fieldTree) : '');
  });
  protected readonly fault = computed(() => this.#form?.faultOf(this.#state()?.fieldTree) ?? null);
  protected readonly isNoted = computed(() => this.text() !== null || this.max() !== null);
  protected readonly isPrinted = computed(() => this.printed() || this.audience() === 'public');
  protected readonly written = computed(() => {
    const value = this.#state()?.value();
    return this.text() ?? (typeof value === 'string' ? value : '');
  });
  readonly #isTooLong = computed(() => isTooLong(this.written(), this.max() ?? Infinity));
  /** That a text is too long, and by how much, is said by the notes below it alone. */
  protected readonly said = computed(() => !this.#isTooLong() && (this.error() ?? this.fault()) !== null);
  readonly isInvalid = computed(() => Boolean(this.error() ?? this.fault()));
  readonly describedBy = computed(() => {
    const parts = {
      need: this.need(),
      audience: this.audience(),
      hint: this.hint(),
      description: this.description(),
      error: this.said(),
      notice: this.notice(),
      notes: this.isNoted() && this.#isTooLong(),
    };
    return [this.describedAlsoBy(), describedBy(this.id(), parts)].filter(Boolean).join(' ') || null;
  });

  constructor() {
    inject(FieldFrame).connect(this);
  }
}
