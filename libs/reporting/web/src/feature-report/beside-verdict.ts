import { Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { periodHeading } from '@malspar/figures-model';
import type { Report } from '@malspar/reporting-model';
import { AssessmentMark, Figure, language, Provenance, VerdictMark, Words } from '@malspar/shared-web';
import type { DraftedEntry } from '../data/draft-store';
import { overviewOf } from '../ui/overview-of';

/** Beside the verdict: the assessments and values it rests on, and the verdict of last time. */
@Component({
  selector: 'ms-beside-verdict',
  imports: [AssessmentMark, Figure, Provenance, TranslocoDirective, VerdictMark, Words],
  template: `
    <ng-container *transloco="let t">
      <h3>{{ t('reporting.report.yourAssessments') }}</h3>
      <dl>
        @for (each of entries(); track each.entry.targetCode) {
          <div>
            <dt>{{ each.entry.targetCode }}</dt>
            <dd>
              @if (each.draft.content().assessment; as assessment) {
                <ms-assessment [value]="assessment" /> <ms-provenance [value]="each.entry.contentProvenance" />
              } @else {
                <span class="hint">{{ t('reporting.data.missing') }}</span>
              }
            </dd>
          </div>
        }
      </dl>
      @if (overview(); as figure) {
        <ms-figure class="overview" [figure]="figure" />
      }
      @if (report().lastVerdict; as last) {
        <section [attr.aria-label]="t('reporting.report.lastTime')">
          <h3>{{ heading() }}</h3>
          @if (last.verdict; as verdict) {
            <p><ms-verdict [value]="verdict" /> <ms-provenance [value]="last.provenance ?? null" /></p>
          }
          <ms-words [text]="last.explanation" />
        </section>
      }
    </ng-container>
  `,
  styles: `
    h3 {
      font-size: 1rem;
      margin: 0 0 var(--s2);
    }
    dl {
      margin: 0 0 var(--s5);
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
    .overview {
      margin-block-end: var(--s5);
    }
    /* On smaller screens it stands folded above its question. */
    @media (max-width: 74.99rem) {
      :host-context(.writing) section {
        display: none;
      }
    }
    section {
      border-block-start: 1px solid var(--line);
      padding-block-start: var(--s3);
    }
  `,
})
export class BesideVerdict {
  readonly report = input.required<Report>();
  readonly entries = input.required<readonly DraftedEntry[]>();

  protected readonly overview = computed(() =>
    overviewOf(
      this.report(),
      this.entries().map(({ entry, draft }) => ({ entry, values: draft.content().values })),
    ),
  );
  protected readonly heading = computed(() => {
    const last = this.report().lastVerdict;
    return last ? periodHeading(last.period, language()) : '';
  });
}
