import { Component, input } from '@angular/core';
import { PlanText, Provenance, Words } from '@malspar/shared-web';

/** The last entry as a folded line above its question, where the screen has no room for it beside the form. */
@Component({
  selector: 'ms-last-line',
  imports: [PlanText, Provenance, Words],
  template: `
    @if (text()) {
      <details>
        <summary>
          <span class="line">
            <span class="when">{{ when() }}</span>
            @if (isJudgement()) {
              <span class="start">{{ text() }}</span>
            } @else {
              <bdi class="start" msPlanText>{{ text() }}</bdi>
            }
            <ms-provenance [value]="provenance()" />
          </span>
        </summary>
        @if (isJudgement()) {
          <p>{{ text() }}</p>
        } @else {
          <ms-words [text]="text()" />
        }
      </details>
    }
  `,
  styles: `
    details {
      margin-block-end: var(--s3);
      color: var(--muted);
    }
    .line {
      display: inline-flex;
      gap: var(--s2);
      max-inline-size: calc(100% - 1.5rem);
      vertical-align: bottom;
    }
    .when {
      flex: none;
      font-weight: 600;
    }
    .start {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    [open] .start {
      display: none;
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
  /** Whether the answer was chosen, and is in the interface's words. */
  readonly isJudgement = input(false);
  readonly provenance = input<string | null>(null);
}
