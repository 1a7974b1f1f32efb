import { Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { periodHeading, quantityText } from '@malspar/figures-model';
import type { Entry, EntryContent } from '@malspar/reporting-model';
import type { PeriodCode } from '@malspar/shared-model';
import { AssessmentMark, language, Provenance, Words } from '@malspar/shared-web';
import type { Translate } from '../ui/period-words';
import { measureText } from '../ui/reading-rows';
import { TargetFigure } from '../ui/target-figure';
import { settled } from './settled';

/** What one wants to have beside the form: the figure with its target, and what was said last time. */
@Component({
  selector: 'ms-beside',
  imports: [AssessmentMark, Provenance, TargetFigure, TranslocoDirective, Words],
  template: `
    <ng-container *transloco="let t">
      @if (entry().indicator.kind === 'numeric') {
        <ms-target-figure
          [code]="entry().targetCode"
          [indicator]="entry().indicator"
          [target]="entry().target"
          [series]="entry().series"
          [period]="period()"
          [values]="written.value().values"
          [parts]="written.value().parts"
          [exampleFields]="entry().exampleFields"
          [settled]="approved()"
        />
        <dl class="facts">
          @if (baseline(); as baseline) {
            <div>
              <dt>{{ t('reporting.report.baseline', { year: entry().indicator.baselineYear }) }}</dt>
              <dd>{{ baseline }} <ms-provenance [value]="entry().indicator.baselineProvenance" /></dd>
            </div>
          }
          @if (aim(); as aim) {
            <div>
              <dt>{{ t('reporting.report.targetValue', { year: entry().target.targetYear }) }}</dt>
              <dd>{{ aim }} <ms-provenance [value]="entry().target.targetValueProvenance" /></dd>
            </div>
          }
        </dl>
      }
      @if (entry().indicator.method; as method) {
        <p class="hint">{{ t('reporting.report.method', { method }) }}</p>
      }
      <section class="last" [attr.aria-label]="t('reporting.report.lastTime')">
        @if (entry().last; as last) {
          <h3>{{ heading(last.period) }}</h3>
          @if (last.assessment; as assessment) {
            <p><ms-assessment [value]="assessment" /> <ms-provenance [value]="last.provenance" /></p>
          }
          @for (value of last.values; track value.period) {
            @if (value.value !== null) {
              <p class="number">
                {{ write(value.value) }} <ms-provenance [value]="last.provenance" />
                @if (value.period !== last.period) {
                  <span class="hint">{{ heading(value.period) }}</span>
                }
              </p>
            }
          }
          @if (last.noValueReason) {
            <ms-words [text]="last.noValueReason" />
          }
          @if (last.comment) {
            <ms-words [text]="last.comment" />
          }
          @if (last.measure) {
            <h4>{{ t('reporting.data.field.measure') }}</h4>
            <ms-words [text]="measure(t)" />
          }
        } @else {
          <p class="hint">{{ t('reporting.report.noLast') }}</p>
        }
      </section>
    </ng-container>
  `,
  styles: `
    .facts {
      margin: var(--s2) 0 var(--s4);
      display: flex;
      flex-wrap: wrap;
      gap: var(--s1) var(--s5);
    }
    dt {
      color: var(--muted);
      font-size: 0.9375rem;
    }
    dd {
      margin: 0;
      font-variant-numeric: tabular-nums;
    }
    .last {
      border-block-start: 1px solid var(--line);
      padding-block-start: var(--s3);
    }
    h3,
    h4 {
      font-size: 1rem;
      margin: 0 0 var(--s1);
    }
    p {
      margin: 0 0 var(--s2);
      overflow-wrap: anywhere;
    }
    .number {
      font-weight: 600;
    }
    /* On smaller screens each of its answers stands folded above its question. */
    @media (max-width: 74.99rem) {
      :host-context(.writing) .last {
        display: none;
      }
    }
  `,
})
export class Beside {
  readonly entry = input.required<Entry>();
  /** The report's own period. */
  readonly period = input.required<PeriodCode>();
  /** What is in the form now. */
  readonly content = input.required<Pick<EntryContent, 'values' | 'parts'>>();
  /** Whether the report is approved; until then what it says is provisional. */
  readonly approved = input.required<boolean>();

  protected readonly written = settled(
    this.content,
    computed(() => this.entry().targetCode),
  );
  protected readonly baseline = computed(() => this.#written(this.entry().indicator.baseline));
  protected readonly aim = computed(() => this.#written(this.entry().target.targetValue));

  protected write(value: string): string {
    return this.#written(value) ?? '';
  }

  protected heading(period: PeriodCode): string {
    return periodHeading(period, language());
  }

  protected measure(t: Translate): string {
    return measureText(t, { measure: this.entry().last?.measure ?? null }, language());
  }

  #written(value: string | null): string | null {
    return value === null ? null : quantityText(value, this.entry().indicator, language());
  }
}
