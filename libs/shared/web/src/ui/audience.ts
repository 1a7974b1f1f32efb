import { Component, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';

/** Whom a text is written for: everybody, once it is published; the reviewer alone; those who work with the report. */
export type AudienceOf = 'public' | 'reviewer' | 'internal';

/** Says quietly, at the field, who will read what is written there. */
@Component({
  selector: 'ms-audience',
  imports: [TranslocoDirective],
  template: `<ng-container *transloco="let t">{{ t('shared.audience.' + of()) }}</ng-container>`,
  styles: `
    :host {
      color: var(--muted);
      font-size: 0.9375rem;
      font-weight: 400;
      white-space: nowrap;
    }
    :host-context(.hint),
    :host-context(legend) {
      margin-inline-start: var(--s2);
    }
  `,
})
export class Audience {
  readonly of = input.required<AudienceOf>();
}
