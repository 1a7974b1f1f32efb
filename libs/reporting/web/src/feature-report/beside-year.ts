import { Component, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ReportYear } from '@malspar/reporting-model';
import { AssessmentMark, Provenance, VerdictMark, Words } from '@malspar/shared-web';

/** Beside what is said of the year: what was said of the year before. */
@Component({
  selector: 'ms-beside-year',
  imports: [AssessmentMark, Provenance, TranslocoDirective, VerdictMark, Words],
  template: `
    <ng-container *transloco="let t">
      @if (year().last; as last) {
        <h3>{{ t('reporting.report.wholeYear', { year: last.period }) }}</h3>
        @if (last.verdict; as verdict) {
          <p><ms-verdict [value]="verdict" /> <ms-provenance [value]="last.verdictProvenance" /></p>
        }
        <ms-words [text]="last.explanation" />
        <dl>
          @for (each of last.targets; track each.targetCode) {
            <div>
              <dt>{{ each.targetCode }}</dt>
              <dd>
                <ms-assessment [value]="each.assessment" /> <ms-provenance [value]="each.provenance" />
                @if (each.comment) {
                  <ms-words [text]="each.comment" />
                }
              </dd>
            </div>
          }
        </dl>
      } @else {
        <p class="hint">{{ t('reporting.report.noYearBefore') }}</p>
      }
    </ng-container>
  `,
  styles: `
    h3 {
      font-size: 1rem;
      margin: 0 0 var(--s2);
    }
    dl {
      margin: 0;
    }
    dl div {
      display: grid;
      grid-template-columns: 3rem 1fr;
      padding-block: var(--s1);
    }
    dt {
      font-weight: 600;
    }
    dd {
      margin: 0;
    }
    ms-words {
      display: block;
      margin-block: var(--s1);
    }
  `,
})
export class BesideYear {
  readonly year = input.required<ReportYear>();
}
