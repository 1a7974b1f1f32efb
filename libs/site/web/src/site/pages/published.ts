import { Component, computed, inject, input, type Signal } from '@angular/core';
import type { Language } from '@malspar/figures-model';
import type { ShownVersion } from '@malspar/site-model';
import { PAGE_CONTEXT } from '../page-context.js';
import { FigureTable } from '../parts/figure-table.js';
import { PlanText, Prose } from '../parts/marks.js';

/** A published version of a registered kind, whole. Nothing on it depends on what came later, but for the line that something did. */
@Component({
  selector: 'ms-published',
  imports: [FigureTable, PlanText, Prose],
  templateUrl: './published.html',
})
export class PublishedPage {
  readonly shown = input.required<ShownVersion>();
  readonly superseded = input.required<boolean>();
  protected readonly context = inject(PAGE_CONTEXT);
  protected readonly t = this.context.texts;
  protected readonly body: Signal<ShownVersion['body'][Language]> = computed(
    () => this.shown().body[this.context.language],
  );
  protected readonly newest = computed(() => {
    const { root, period } = this.shown();
    return this.context.path({ at: 'published', root, period, version: null });
  });
  protected readonly changes = computed(() => {
    const { root, period, version } = this.shown();
    return this.context.path({ at: 'published-changes', root, period, version });
  });
}
