import { afterNextRender, Component, computed, inject, Injector, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { CheckResult, ReportComment } from '@malspar/reporting-model';
import { type ChartFigure, quantityText } from '@malspar/shared-charts';
import type { PeriodCode } from '@malspar/shared-model';
import { Figure, language, Provenance } from '@malspar/shared-web';
import type { Translate } from '../ui/period-words';
import { TargetFigure } from '../ui/target-figure';
import { fieldLabel } from './field-label';
import { kindOf, type ReviewField } from './review-fields';
import { ReviewFieldView } from './review-field-view';
import { ReviewStore } from './review-store';
import { fieldAnchor, type ReviewSubject } from './review-subjects';

/** A target's entry, or the area's verdict, as a reviewer reads it: every field then and now, and the figure's series. */
@Component({
  selector: 'ms-review-subject',
  imports: [RouterLink, TranslocoDirective, Figure, Provenance, ReviewFieldView, TargetFigure],
  template: `
    <article [attr.aria-labelledby]="anchor('')" *transloco="let t">
      <h2 [id]="anchor('')" tabindex="-1">
        @if (subject().targetCode; as code) {
          <a [routerLink]="['/mal', code]" class="code">{{ code }}</a> {{ subject().title }}
        } @else {
          {{ t('reporting.review.verdictTitle') }}
        }
      </h2>
      @if (subject().entry; as entry) {
        <p class="aim cluster">
          @if (entry.target.targetValue !== null) {
            <span>{{ aim(t) }} <ms-provenance [value]="entry.target.targetValueProvenance ?? entry.provenance" /></span>
          }
          @if (entry.contentProvenance === 'illustrative') {
            <span>{{ t('reporting.review.examples') }} <ms-provenance [value]="entry.contentProvenance" /></span>
          }
        </p>
      }
      @for (field of shownFields(); track field.field) {
        <ms-review-field
          [id]="anchor(field.field)"
          [field]="field"
          [label]="label(t, field)"
          [owner]="subject().targetCode ?? ''"
          [reportPeriod]="period()"
          [comparedPeriod]="comparedPeriod()"
          [indicator]="subject().entry?.indicator ?? null"
          [checks]="checksOf(field)"
          [earlier]="commentsOf(field)"
          [pending]="store.commentOn(subject().targetCode, field.field)"
          [mayComment]="store.mayComment()"
          (begun)="begin(field)"
          (written)="store.write($event)"
          (removed)="store.remove({ targetCode: subject().targetCode, field: field.field })"
        />
      }
      @if (subject().entry; as entry) {
        @if (entry.indicator.kind === 'numeric' && entry.series.length > 0) {
          <details class="series" [open]="figureChanged()">
            <summary>{{ t('reporting.review.showSeries') }}</summary>
            <ms-target-figure
              [code]="entry.targetCode"
              [indicator]="entry.indicator"
              [target]="entry.target"
              [series]="entry.series"
              [period]="period()"
              [values]="entry.content.values"
              [parts]="entry.content.parts"
              [settled]="settled()"
            />
          </details>
        }
      } @else if (overview(); as figure) {
        <details class="series">
          <summary>{{ t('reporting.review.showOverview') }}</summary>
          <ms-figure [figure]="figure" />
        </details>
      }
    </article>
  `,
  styles: `
    article {
      margin-block: var(--s6);
    }
    h2 {
      font-size: 1.125rem;
      text-wrap: pretty;
      max-inline-size: 70ch;
      margin-block: 0 var(--s2);
    }
    .code {
      margin-inline-end: var(--s2);
    }
    .aim {
      margin-block: 0 var(--s3);
      color: var(--muted);
    }
    .series {
      border-block-start: 1px solid var(--line);
      padding-block: var(--s3);
    }
    .series > :not(summary) {
      display: block;
      margin-block-start: var(--s2);
    }
    @media (min-width: 60rem) {
      .series {
        margin-inline-start: calc(9.5rem + var(--s5));
      }
    }
    .series > summary {
      cursor: pointer;
      inline-size: fit-content;
      color: var(--accent);
    }
  `,
})
export class SubjectView {
  readonly subject = input.required<ReviewSubject>();
  readonly period = input.required<PeriodCode>();
  /** Approved figures belong to the series; others stand at its end as provisional. */
  readonly settled = input(false);
  /** Beside the verdict: all targets of the area at a glance. */
  readonly overview = input.required<ChartFigure | null>();

  protected readonly store = inject(ReviewStore);
  readonly #injector = inject(Injector);

  // A judgement that is missing is worth seeing; other fields are shown where somebody has said something.
  protected readonly shownFields = computed(() => {
    const { fields } = this.subject();
    const missing = (field: string): boolean => !fields.some((each) => each.field === field);
    const always = this.subject().targetCode === null ? ['/verdict'] : ['/assessment'];
    return [...always.filter(missing).map(emptyField), ...fields];
  });

  protected readonly comparedPeriod = computed(() => {
    const compared = this.store.comparedWith();
    return compared?.kind === 'period' ? compared.label : null;
  });
  /** A figure that has moved is read with its series. */
  protected readonly figureChanged = computed(() =>
    this.subject().fields.some((field) => field.changed && /^\/(values|parts)\//.test(field.field)),
  );

  protected anchor(field: string): string {
    return fieldAnchor(this.subject().targetCode, field);
  }

  protected label(t: Translate, field: ReviewField): string {
    const figures = this.subject().fields.filter((each) => each.field.startsWith('/values/')).length;
    return fieldLabel(t, field, this.subject().entry?.indicator ?? null, figures > 1, language());
  }

  protected aim(t: Translate): string {
    const { target, indicator } = this.subject().entry ?? {};
    if (!target || !indicator || target.targetValue === null) return '';
    const value = quantityText(target.targetValue, indicator.unit, indicator.decimals, language());
    return t('reporting.review.aim', { value, year: target.targetYear });
  }

  protected checksOf(field: ReviewField): readonly CheckResult[] {
    return this.subject().softChecks.filter((check) => check.field === field.field);
  }

  protected commentsOf(field: ReviewField): readonly ReportComment[] {
    return this.subject().comments.filter((comment) => comment.field === field.field);
  }

  protected begin(field: ReviewField): void {
    this.store.write({ targetCode: this.subject().targetCode, field: field.field, text: '', suggestion: null });
    const id = `${this.anchor(field.field)}-comment`;
    afterNextRender(() => document.getElementById(id)?.focus(), { injector: this.#injector });
  }
}

const emptyField = (field: string): ReviewField => ({
  field,
  kind: kindOf(field),
  before: null,
  after: null,
  changed: false,
  beforePeriod: null,
  afterPeriod: null,
});
