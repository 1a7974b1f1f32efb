import { Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Source } from '@malspar/plan-model';
import { PlanText } from '@malspar/shared-web';

/** Where something was read, as a link named *Källa*; nothing when no source is known. */
@Component({
  selector: 'ms-source-link',
  imports: [PlanText, TranslocoDirective],
  template: `
    @if (source(); as source) {
      <ng-container *transloco="let t">
        <a [href]="source.url" [title]="source.title" rel="noopener external"
          >{{ t('plan.source') }}<span class="visually-hidden" msPlanText> {{ source.title }}</span></a
        >
      </ng-container>
    }
  `,
  styles: `
    a {
      font-size: 0.9375rem;
      color: var(--muted);
    }
  `,
})
export class SourceLink {
  readonly sourceKey = input.required<string | null>();
  readonly sources = input.required<readonly Source[]>();

  protected readonly source = computed(() => this.sources().find((source) => source.key === this.sourceKey()) ?? null);
}
