import { Component, input, output } from '@angular/core';
import { FieldGroup } from '@malspar/shared-web/form';

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** What choosing it means. */
  readonly hint: string;
  /** The shape that stands for it elsewhere, beside the word. */
  readonly shape?: string;
}

/** A question with one answer, each choice with what it means. */
@Component({
  selector: 'ms-choice-field',
  imports: [FieldGroup],
  template: `
    <ms-field-group
      [fieldId]="fieldId() + '-group'"
      [legend]="legend()"
      [need]="need()"
      [legendHidden]="true"
      [error]="error()"
    >
      <div class="choices">
        @for (choice of choices(); track choice.value; let first = $first) {
          <label class="tile" [class.chosen]="choice.value === value()">
            <input
              type="radio"
              [id]="first ? fieldId() : fieldId() + '-' + choice.value"
              [name]="fieldId()"
              [value]="choice.value"
              [checked]="choice.value === value()"
              (change)="chosen.emit(choice.value)"
            />
            <span class="words">
              <span class="name">
                @if (choice.shape) {
                  <span class="shape" aria-hidden="true">{{ choice.shape }}</span>
                }
                {{ choice.label }}
              </span>
              <span class="meaning">{{ choice.hint }}</span>
            </span>
          </label>
        }
      </div>
    </ms-field-group>
  `,
  styles: `
    ms-field-group {
      margin: 0;
    }
    .choices {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr));
      gap: var(--s2);
    }
    .tile {
      display: flex;
      gap: var(--s2);
      align-items: start;
      padding: var(--s2) var(--s3);
      border: 1px solid var(--line);
      border-radius: 4px;
      cursor: pointer;
    }
    .tile:hover {
      border-color: var(--muted);
    }
    .tile:has(:focus-visible) {
      outline: 2px solid var(--focus);
      outline-offset: 2px;
    }
    .tile input:focus-visible {
      outline: none;
    }
    .chosen {
      border-color: var(--accent);
      box-shadow: inset 0 0 0 1px var(--accent);
    }
    input {
      flex: none;
      inline-size: 1.125rem;
      block-size: 1.125rem;
      margin: 0.2rem 0 0;
      accent-color: var(--accent);
    }
    .words {
      display: grid;
      min-inline-size: 0;
    }
    .name {
      font-weight: 600;
    }
    .shape {
      display: inline-block;
      inline-size: 1.1em;
    }
    .meaning {
      color: var(--muted);
      font-size: 0.9375rem;
      line-height: 1.4;
    }
  `,
})
export class ChoiceField {
  readonly fieldId = input.required<string>();
  readonly legend = input.required<string>();
  readonly choices = input.required<readonly Choice[]>();
  readonly value = input('');
  /** Whether it must be answered, in words. */
  readonly need = input('');
  readonly error = input<string | null>(null);
  readonly chosen = output<string>();
}
