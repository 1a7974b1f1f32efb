import { Component, input } from '@angular/core';
import { Audience, type AudienceOf, KeepsPlace, Sentence } from '@malspar/shared-web';

/**
 * One question of the form: what is asked, whether it must be answered and who will read the answer, then the field, and below it the warnings
 * and comments about it. What is to be pressed at the question's side is marked `actions`.
 */
@Component({
  selector: 'ms-question',
  imports: [Audience, KeepsPlace, Sentence],
  hostDirectives: [KeepsPlace],
  template: `
    <div class="head">
      <h3><ms-sentence [text]="heading()" [plansWords]="plansWords()" /></h3>
      <p class="need">{{ need() }} <ms-audience [of]="audience()" /></p>
      <div class="actions" msKeepsPlace><ng-content select="[actions]" /></div>
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
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0 var(--s4);
      align-items: center;
      margin-block-end: var(--s3);
    }
    h3 {
      margin: 0;
      font-size: 1.125rem;
      text-wrap: balance;
    }
    .need {
      display: flex;
      flex-wrap: wrap;
      grid-column: 1;
      gap: 0 var(--s3);
      margin: 0;
      color: var(--muted);
      font-size: 0.9375rem;
    }
    .actions {
      grid-column: 2;
      grid-row: 1 / span 2;
      display: flex;
      align-items: center;
      /* Its words, not the room around them, stand at the edge. */
      margin-inline-end: calc(var(--s2) * -1);
    }
    @media (max-width: 40rem) {
      .actions {
        grid-column: 1 / -1;
        grid-row: auto;
        margin-inline-end: 0;
      }
    }
  `,
})
export class Question {
  readonly heading = input.required<string>();
  /** The plan's words in the heading. */
  readonly plansWords = input<readonly string[]>([]);
  /** Whether it must be answered, in words; empty where the fields say so themselves. */
  readonly need = input('');
  /** Who will read the answer: what an owner writes is published, if nothing else is said. */
  readonly audience = input<AudienceOf>('public');
}
