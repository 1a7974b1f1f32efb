import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import {
  type FieldPath,
  type FiredCheck,
  type ReportComment,
  type YearContent,
  yearPathsOf,
} from '@malspar/reporting-model';
import { AssessmentMark, language, Provenance, VerdictMark, Words } from '@malspar/shared-web';
import { fieldId, fieldOfCheck, YEAR_STEP } from '../field-names';
import { checkText } from './check-words';
import { FieldComment } from './field-comment';
import type { Translate } from './period-words';

interface Row {
  readonly label: string;
  /** The fields that are read in this row; the first is where it is changed. */
  readonly fields: readonly FieldPath[];
  readonly assessment: YearContent['targets'][number]['assessment'];
  readonly verdict: YearContent['verdict'];
  readonly text: string;
  readonly origin: 'verified' | 'reported' | 'illustrative' | null;
}

/** What is said of a whole year as it is read: each target, then the area. */
@Component({
  selector: 'ms-year-reading',
  imports: [AssessmentMark, FieldComment, Provenance, RouterLink, TranslocoDirective, VerdictMark, Words],
  template: `
    <dl class="rows" *transloco="let t">
      @for (row of rows(t); track row.label) {
        <div class="row">
          <dt>{{ row.label }}</dt>
          <dd>
            @if (row.assessment; as assessment) {
              <ms-assessment [value]="assessment" />
            } @else if (row.verdict; as verdict) {
              <ms-verdict [value]="verdict" />
            } @else if (!row.text) {
              <span class="missing">{{ t('reporting.data.missing') }}</span>
            }
            <ms-provenance [value]="row.origin" />
            @if (row.text) {
              <ms-words [text]="row.text" />
            }
          </dd>
          @if (changeLink(); as link) {
            <dd class="change">
              <a [routerLink]="link" [queryParams]="{ mal: step }" [fragment]="fragment(row)"
                >{{ t('reporting.check.change') }}<span class="visually-hidden"> {{ row.label }}</span></a
              >
            </dd>
          }
          @for (check of checksOf(row); track check.code) {
            <dd class="note error">{{ words(t, check) }}</dd>
          }
          @for (comment of commentsOf(row); track comment.id) {
            <dd class="note"><ms-field-comment [comment]="comment" /></dd>
          }
        </div>
      }
    </dl>
  `,
  styleUrl: './reading.css',
})
export class YearReading {
  readonly content = input.required<YearContent>();
  /** The targets of the report, in its order. */
  readonly codes = input.required<readonly string[]>();
  /** Where the assessments come from, by target. */
  readonly provenances = input.required<Readonly<Record<string, Row['origin']>>>();
  readonly verdictProvenance = input.required<Row['origin']>();
  readonly checks = input<readonly FiredCheck[]>([]);
  readonly comments = input<readonly ReportComment[]>([]);
  /** Where it can be changed; null where nothing may be. */
  readonly changeLink = input<readonly string[] | null>(null);

  protected readonly step = YEAR_STEP;
  readonly #shown = computed(() => this.checks().filter((check) => check.code !== 'comment_lacks_reply'));

  protected rows(t: Translate): Row[] {
    const { verdict, explanation, targets } = this.content();
    const nothing = { assessment: null, verdict: null, text: '', origin: null };
    return [
      ...this.codes().map((code): Row => {
        const said = targets.find((each) => each.targetCode === code);
        return {
          ...nothing,
          label: code,
          fields: yearPathsOf(code),
          assessment: said?.assessment ?? null,
          text: said?.comment ?? '',
          origin: said?.assessment || said?.comment ? (this.provenances()[code] ?? null) : null,
        };
      }),
      {
        ...nothing,
        label: t('reporting.data.field.verdict'),
        fields: ['year/verdict'],
        verdict,
        origin: verdict ? this.verdictProvenance() : null,
      },
      {
        ...nothing,
        label: t('reporting.data.field.explanation'),
        fields: ['year/explanation'],
        text: explanation,
        origin: explanation ? this.verdictProvenance() : null,
      },
    ];
  }

  protected words(t: Translate, check: FiredCheck): string {
    return checkText(t, check, language());
  }

  protected fragment({ fields: [first] }: Row): string {
    return first === undefined ? '' : fieldId(first);
  }

  protected checksOf({ fields }: Row): readonly FiredCheck[] {
    return this.#shown().filter((check) => fields.some((field) => field === fieldOfCheck(check)));
  }

  protected commentsOf({ fields }: Row): readonly ReportComment[] {
    return this.comments().filter((comment) => fields.some((field) => field === fieldOfCheck(comment)));
  }
}
