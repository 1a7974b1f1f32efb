import { Component, computed, input } from '@angular/core';
import { PlanText } from '../i18n/plan-text';
import { type TextBlock, textBlocks } from '@malspar/shared-model';

/** A person's text as it is read: its paragraphs, its lists, in a direction of its own. */
@Component({
  selector: 'ms-words',
  hostDirectives: [PlanText],
  template: `@for (block of blocks(); track $index) {
    @if (block.kind === 'list') {
      <ul>
        @for (item of block.lines; track $index) {
          <li dir="auto">{{ item }}</li>
        }
      </ul>
    } @else {
      <p dir="auto">{{ joined(block) }}</p>
    }
  }`,
  styles: `
    :host {
      display: block;
      overflow-wrap: anywhere;
    }
    p {
      margin: 0 0 var(--s2);
      white-space: pre-line;
    }
    ul {
      margin: 0 0 var(--s2);
      padding-inline-start: 1.25rem;
    }
    :last-child {
      margin-block-end: 0;
    }
  `,
})
export class Words {
  readonly text = input.required<string>();
  protected readonly blocks = computed(() => textBlocks(this.text()));

  protected joined({ lines }: TextBlock): string {
    return lines.join('\n');
  }
}
