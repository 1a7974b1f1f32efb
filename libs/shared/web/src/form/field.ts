import { Component, computed, contentChild, inject, input } from '@angular/core';
import { PlanText, Sentence } from '../i18n/plan-text';
import { Audience } from '../ui/audience';
import { FieldFoot } from './field-foot';
import { FieldControl, FieldDescription, FieldFrame } from './field-parts';
import { FIELD_TEXTS, FieldTexts } from './field-texts';

/**
 * One field, in the one order that fields have: label, whether it must be filled in and who will read it, hint, the
 * control itself, what is said of what stands in it, what is wrong with it, what there is to think about, room left.
 * What may come and go stands below the control, so that nothing moves that is being written.
 */
@Component({
  selector: 'ms-field',
  imports: [Audience, FieldFoot, PlanText, Sentence],
  host: { class: 'field' },
  hostDirectives: [{ directive: FieldTexts, inputs: FIELD_TEXTS }],
  providers: [FieldFrame],
  template: `
    <div class="top" [class.visually-hidden]="labelHidden()">
      <label class="label" [id]="texts.id() + '-label'" [attr.for]="texts.id()"
        ><ms-sentence [text]="label()" [plansWords]="plansWords()" />
        @if (labelOf()) {
          <span class="visually-hidden" msPlanText>{{ labelOf() }}</span>
        }
      </label>
      @if (texts.need()) {
        <span class="hint" [id]="texts.id() + '-need'">{{ texts.need() }}</span>
      }
      @if (texts.audience(); as of) {
        <ms-audience [id]="texts.id() + '-audience'" [of]="of" />
      }
    </div>
    @if (texts.hint()) {
      <p class="hint" [id]="texts.id() + '-hint'">{{ texts.hint() }}</p>
    }
    <div class="control"><ng-content /></div>
    <ng-content select="[msDescription]" />
    <ms-field-foot />
  `,
  styleUrl: './field.css',
})
export class Field {
  readonly label = input.required<string>();
  /** The plan's or a person's words in the label. */
  readonly plansWords = input<readonly string[]>([]);
  /** What the field is of, in the plan's words, where its place shows it: read aloud with the label. */
  readonly labelOf = input('');
  /** Where a heading just above already asks the question. */
  readonly labelHidden = input(false);

  protected readonly texts = inject(FieldTexts, { self: true });
  protected readonly control = contentChild(FieldControl);
  protected readonly description = contentChild(FieldDescription);

  constructor() {
    this.texts.connect(
      computed(() => this.control()?.formField?.state().fieldTree),
      this.description,
    );
    inject(FieldFrame).connect(this.texts);
  }
}
