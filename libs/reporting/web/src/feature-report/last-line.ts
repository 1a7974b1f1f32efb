import { Component, input } from '@angular/core';

/** The last answer as a folded line above its question, where the screen has no room for it beside the form. */
@Component({
  selector: 'ms-last-line',
  template: `
    @if (text()) {
      <details>
        <summary>
          <span class="when">{{ when() }}</span> <span class="start">{{ text() }}</span>
        </summary>
        <p>{{ text() }}</p>
      </details>
    }
  `,
  styles: `
    details {
      margin-block-end: var(--s3);
      color: var(--muted);
    }
    summary {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .when {
      font-weight: 600;
    }
    [open] .start {
      display: none;
    }
    p {
      margin: var(--s1) 0 0;
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
    @media (min-width: 75rem) {
      :host {
        display: none;
      }
    }
  `,
})
export class LastLine {
  /** The period of the answer, in words. */
  readonly when = input('');
  readonly text = input('');
}
