import { Component, input, output } from '@angular/core';

/** A column's name as a button that sorts by it; the heading around it says in which direction (`aria-sort`). */
@Component({
  selector: 'ms-sort-heading',
  template: `
    <button type="button" (click)="pressed.emit()">
      {{ name()
      }}<span class="mark" [class.idle]="direction() === null" aria-hidden="true">{{
        MARKS[direction() ?? 'none']
      }}</span>
    </button>
  `,
  styles: `
    button {
      min-block-size: 1.75rem;
      margin: 0;
      padding: 0;
      border: 0;
      background: none;
      color: inherit;
      font: inherit;
      text-align: inherit;
      cursor: pointer;
    }
    button:hover {
      text-decoration: underline;
    }
    .mark {
      display: inline-block;
      inline-size: 1em;
      text-align: center;
    }
    .idle {
      color: var(--muted);
      font-weight: 400;
    }
  `,
})
export class SortHeading {
  readonly name = input.required<string>();
  readonly direction = input<'ascending' | 'descending' | null>(null);
  readonly pressed = output();

  protected readonly MARKS = { ascending: '↑', descending: '↓', none: '↕' };
}
