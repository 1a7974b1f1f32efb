import { Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { basisText, quantityText } from '@malspar/figures-model';
import { comparableAt, type PeriodCode, yearValue } from '@malspar/shared-model';
import { language, Provenance } from '@malspar/shared-web';
import { withoutUnreadable } from '../data/draft-checks';
import type { DraftedEntry } from '../data/draft-store';
import { seriesWith } from '../ui/series-with';

/** The year's value with what is in the form now, beside the target value: what the year is to be judged by. */
@Component({
  selector: 'ms-year-value-line',
  imports: [Provenance, TranslocoDirective],
  template: `
    @if (drafted().entry.indicator.kind === 'numeric') {
      <dl *transloco="let t">
        @if (value(); as value) {
          <div>
            <dt>{{ value.of }}</dt>
            <dd>{{ value.text }} <ms-provenance [value]="value.provenance" /></dd>
          </div>
        } @else if (missing(); as missing) {
          <div>
            <dt>{{ t('reporting.report.yearValue', { year: year() }) }}</dt>
            <dd>{{ t('reporting.report.yearValueMissing', missing) }}</dd>
          </div>
        }
        @if (aim(); as aim) {
          <div>
            <dt>{{ t('reporting.report.targetValue', { year: drafted().entry.target.targetYear }) }}</dt>
            <dd>{{ aim }} <ms-provenance [value]="drafted().entry.target.targetValueProvenance" /></dd>
          </div>
        }
      </dl>
    }
  `,
  styles: `
    dl {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s1) var(--s5);
      margin: 0 0 var(--s3);
    }
    dt {
      color: var(--muted);
      font-size: 0.9375rem;
    }
    dt::first-letter {
      text-transform: uppercase;
    }
    dd {
      margin: 0;
      font-variant-numeric: tabular-nums;
    }
  `,
})
export class YearValueLine {
  readonly drafted = input.required<DraftedEntry>();
  readonly year = input.required<PeriodCode>();

  readonly #series = computed(() => {
    const { entry, draft } = this.drafted();
    const { values } = withoutUnreadable(draft.content(), draft.faults());
    const { indicator, exampleFields } = entry;
    return seriesWith(entry.series, { indicator, values, settled: false, exampleFields });
  });

  protected readonly value = computed(() => {
    const { indicator } = this.drafted().entry;
    const made = comparableAt(indicator, this.#series(), this.year());
    if (!made) return null;
    const isExample = this.#series().some(
      (point) => point.provenance === 'illustrative' && made.periods.includes(point.period),
    );
    return {
      of: basisText(made, language()),
      text: quantityText(made.value, indicator, language()),
      provenance: isExample ? ('illustrative' as const) : null,
    };
  });

  /** How much of the year there is, where its value comes from several periods. */
  protected readonly missing = computed(() => {
    const { periods, of } = yearValue(this.drafted().entry.indicator, this.#series(), Number(this.year()));
    return of > 1 ? { have: periods.length, of } : null;
  });

  protected readonly aim = computed(() => {
    const { target, indicator } = this.drafted().entry;
    return target.targetValue === null ? null : quantityText(target.targetValue, indicator, language());
  });
}
