import { Component, input } from '@angular/core';
import { Audience, type AudienceOf, KeepsPlace } from '@malspar/shared-web';

/**
 * One question of the form: what is asked, whether it must be answered and who will read the answer, then the field, and below it the warnings
 * and comments about it. What is to be pressed at the question's side is marked `actions`.
 */
@Component({
  selector: 'ms-question',
  imports: [Audience],
  hostDirectives: [KeepsPlace],
  template: `
    <div class="head">
      <h3>{{ heading() }}</h3>
      <p class="need">{{ need() }} <ms-audience [of]="audience()" /></p>
      <ng-content select="[actions]" />
    </div>
    <ng-content />
  `,
  styles: `
    :host {
      display: block;
      padding-block: var(--s5);
      border-block-start: 1px solid var(--line);
    }
    .head {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--s3);
      align-items: baseline;
      margin-block-end: var(--s3);
      min-block-size: 2.75rem;
    }
    h3 {
      margin: 0;
      font-size: 1.125rem;
    }
    .need {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--s3);
      flex: 1;
      margin: 0;
      color: var(--muted);
      font-size: 0.9375rem;
    }
  `,
})
export class Question {
  readonly heading = input.required<string>();
  /** Whether it must be answered, in words; empty where the fields say so themselves. */
  readonly need = input('');
  /** Who will read the answer: what an owner writes is published, if nothing else is said. */
  readonly audience = input<AudienceOf>('public');
}
