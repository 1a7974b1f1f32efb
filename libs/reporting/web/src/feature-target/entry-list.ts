import { Component, computed, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { quantityText } from '@malspar/figures-model';
import type { Indicator } from '@malspar/plan-model';
import { PlanText, AssessmentMark, formatPeriod, language, Provenance, Words } from '@malspar/shared-web';
import type { EntryRow } from './earlier-entries';

const FIRST = 6;

/** Every earlier entry, newest first; what the target said then stands where it said something else. */
@Component({
  selector: 'ms-entry-list',
  imports: [PlanText, RouterLink, TranslocoDirective, AssessmentMark, Provenance, Words],
  template: `
    <ng-container *transloco="let t">
      <ol>
        @for (row of shown(); track row.entry.reportId) {
          <li>
            <a class="period" [routerLink]="['/rapporter', row.entry.reportId, 'granska']">{{
              formatPeriod(row.entry.period)
            }}</a>
            <span class="judged"><ms-assessment [value]="row.entry.assessment" /></span>
            <span class="values">
              @for (value of row.entry.values; track value.period) {
                @if (value.value !== null) {
                  <span>{{ quantity(value.value) }}</span>
                }
              }
            </span>
            <span class="words">
              @if (row.entry.comment || row.entry.noValueReason) {
                <ms-words
                  [text]="
                    row.entry.noValueReason +
                    '

' +
                    row.entry.comment
                  "
                />
              }
              <ms-provenance [value]="row.entry.provenance" />
              @if (row.thenTarget; as version) {
                <span class="then">
                  {{ t('reporting.targetPage.readThen') }} <q msPlanText>{{ version.title }}</q>
                  @if (version.targetValue; as value) {
                    {{ t('reporting.targetPage.withValue', { value: quantity(value), year: version.targetYear }) }}
                    <ms-provenance [value]="version.targetValueProvenance" />
                  } @else {
                    {{ t('reporting.targetPage.withYear', { year: version.targetYear }) }}
                  }
                </span>
              }
            </span>
          </li>
        } @empty {
          <li>{{ t('reporting.targetPage.noEntries') }}</li>
        }
      </ol>
      @if (rows().length > shown().length) {
        <button type="button" class="button quiet" (click)="all.set(true)">
          {{ t('reporting.targetPage.showAll', { count: rows().length }) }}
        </button>
      }
    </ng-container>
  `,
  styles: `
    ol {
      list-style: none;
      margin: 0;
      padding: 0;
    }
    li {
      display: grid;
      grid-template-columns: 9rem 9.5rem minmax(6rem, auto) minmax(0, 1fr);
      gap: var(--s1) var(--s4);
      padding-block: var(--s2);
      border-block-end: 1px solid var(--line);
    }
    .values {
      display: grid;
      align-content: start;
      text-align: end;
      font-variant-numeric: tabular-nums;
      inline-size: 11rem;
    }
    .words {
      max-inline-size: 70ch;
    }
    .then {
      display: block;
      color: var(--muted);
      font-size: 0.9375rem;
    }
    @media (max-width: 60rem) {
      li {
        grid-template-columns: minmax(0, 1fr) auto;
      }
      .values {
        grid-column: 2;
        grid-row: 1 / span 2;
        inline-size: auto;
      }
      .judged {
        grid-column: 1;
      }
      .words {
        grid-column: 1 / -1;
      }
    }
  `,
})
export class EntryList {
  readonly rows = input.required<readonly EntryRow[]>();
  readonly indicator = input.required<Indicator>();

  protected readonly all = signal(false);
  protected readonly shown = computed(() => (this.all() ? this.rows() : this.rows().slice(0, FIRST)));
  protected readonly formatPeriod = formatPeriod;

  protected quantity(value: string): string {
    return quantityText(value, this.indicator(), language());
  }
}
