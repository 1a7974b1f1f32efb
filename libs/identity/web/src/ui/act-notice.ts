import { Component, input } from '@angular/core';

/** Says how an act went, in the content given; at the foot of the window, so that nothing moves when it comes. */
@Component({
  selector: 'ms-act-notice',
  template: `
    <div role="status">
      @if (shown()) {
        <div class="notice cluster" [class.bad]="bad()"><ng-content /></div>
      }
    </div>
  `,
  styles: `
    :host {
      position: sticky;
      inset-block-end: var(--s4);
      z-index: 2;
      display: block;
    }
    .notice {
      border: 1px solid var(--line-strong);
      border-inline-start: 4px solid var(--accent);
      margin: 0;
      justify-content: space-between;
    }
    .bad {
      border-inline-start-color: var(--bad);
    }
  `,
})
export class ActNotice {
  readonly shown = input.required<boolean>();
  readonly bad = input(false);
}
