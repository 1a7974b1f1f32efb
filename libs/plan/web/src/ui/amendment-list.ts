import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Amendment, Source } from '@malspar/plan-model';
import { PlanText, Provenance } from '@malspar/shared-web';
import { type KnownDate, knownDate } from './imprecise-date';
import { SourceLink } from './source-link';

type Translate = (key: string, params?: Record<string, unknown>) => string;

/** What has been changed in a plan or a target: when, what, by which decision, and where that was read. */
@Component({
  selector: 'ms-amendment-list',
  imports: [PlanText, TranslocoDirective, Provenance, SourceLink],
  template: `
    <ol *transloco="let t">
      @for (amendment of newestFirst(); track amendment.id) {
        <li>
          <span class="date">{{ dateText(t, amendment) }}</span>
          <span class="text">
            <span msPlanText>{{ amendment.text }}</span>
            @if (amendment.decisionReference; as reference) {
              <span class="reference">{{ t('plan.decision', { reference }) }}</span>
            }
            <ms-provenance [value]="amendment.provenance" />
            <ms-source-link [sourceKey]="amendment.sourceKey" [sources]="sources()" />
          </span>
        </li>
      }
    </ol>
  `,
  styles: `
    ol {
      list-style: none;
      margin: 0;
      padding: 0;
    }
    li {
      display: grid;
      grid-template-columns: 9rem minmax(0, 1fr);
      gap: var(--s1) var(--s4);
      padding-block: var(--s2);
      border-block-end: 1px solid var(--line);
    }
    .date,
    .reference {
      color: var(--muted);
    }
    .text {
      max-inline-size: 70ch;
    }
    @media (max-width: 40rem) {
      li {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class AmendmentList {
  readonly amendments = input.required<readonly Amendment[]>();
  readonly sources = input.required<readonly Source[]>();

  readonly #texts = inject(TranslocoService);

  protected readonly newestFirst = computed(() =>
    [...this.amendments()].sort((a, b) => b.validFrom.localeCompare(a.validFrom)),
  );

  protected dateText(t: Translate, amendment: Amendment): string {
    const known: KnownDate = knownDate(amendment.date, this.#texts.activeLang());
    return known.kind === 'text' ? known.text : t(`plan.season.${known.season}`, { year: known.year });
  }
}
