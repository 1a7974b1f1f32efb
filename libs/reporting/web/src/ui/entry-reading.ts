import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { FiredCheck, Entry, EntryContent, ReportComment } from '@malspar/reporting-model';
import { AssessmentMark, language, Provenance, Words } from '@malspar/shared-web';
import { fieldId, fieldOf } from '../field-names';
import { checkText } from './check-words';
import { FieldComment } from './field-comment';
import type { Translate } from './period-words';
import { type ReadingRow, readingRows } from './reading-rows';

/** An entry as it is read: question and answer, row by row, with its open checks and comments beneath each row. */
@Component({
  selector: 'ms-entry-reading',
  imports: [RouterLink, TranslocoDirective, AssessmentMark, FieldComment, Provenance, Words],
  template: `
    <dl class="rows" *transloco="let t">
      @for (row of rows(t); track row.field) {
        <div class="row">
          <dt>{{ row.label }}</dt>
          <dd>
            @if (row.field === 'assessment' && content().assessment; as assessment) {
              <ms-assessment [value]="assessment" />
            } @else if (row.text && isWords(row.field)) {
              <ms-words [text]="row.text" />
            } @else if (row.text) {
              <span class="text" [class.number]="row.field.startsWith('values')" [class.unreadable]="row.unreadable">{{
                row.text
              }}</span>
            } @else {
              <span class="missing">{{ t('reporting.data.missing') }}</span>
            }
            @if (row.text && isExample(row.field)) {
              <ms-provenance value="illustrative" />
            }
            @if (row.text && row.aside) {
              &ngsp;<span class="aside">{{ row.aside }} <ms-provenance [value]="row.asideProvenance" /></span>
            }
          </dd>
          @if (changeLink(); as link) {
            <dd class="change">
              <a [routerLink]="link" [queryParams]="{ mal: entry().targetCode }" [fragment]="id(row.field)"
                >{{ t('reporting.check.change')
                }}<span class="visually-hidden">
                  {{ entry().targetCode }} <bdi>{{ row.label }}</bdi></span
                ></a
              >
            </dd>
          }
          @for (check of checksOf(row.field); track check.code) {
            <dd class="note" [class.error]="!check.explained">{{ words(t, check) }}</dd>
          }
          @for (comment of commentsOf(row.field); track comment.id) {
            <dd class="note"><ms-field-comment [comment]="comment" /></dd>
          }
        </div>
      }
    </dl>
  `,
  styleUrl: './reading.css',
})
export class EntryReading {
  readonly entry = input.required<Entry>();
  readonly content = input.required<EntryContent>();
  readonly checks = input<readonly FiredCheck[]>([]);
  readonly comments = input<readonly ReportComment[]>([]);
  /** Where each row can be changed; null where nothing may be. */
  readonly changeLink = input<readonly string[] | null>(null);

  protected readonly id = fieldId;
  protected readonly isWords = (field: string): boolean => !/^(values|parts|milestones)/.test(field);
  readonly #shown = computed(() => this.checks().filter((check) => check.code !== 'comment_lacks_reply'));

  protected rows(t: Translate): ReadingRow[] {
    return readingRows(t, this.entry(), this.content(), language());
  }

  protected words(t: Translate, check: FiredCheck): string {
    return checkText(t, check, language());
  }

  protected isExample(row: string): boolean {
    return this.entry().exampleFields.some((field) => belongs(field, row));
  }

  protected checksOf(field: string): readonly FiredCheck[] {
    const periods = this.entry().duePeriods;
    return this.#shown().filter((check) => belongs(fieldOf(check.field, check.params, periods), field));
  }

  protected commentsOf(field: string): readonly ReportComment[] {
    const periods = this.entry().duePeriods;
    return this.comments().filter((comment) => belongs(fieldOf(comment.field, {}, periods), field));
  }
}

// The measure is one row of three fields; parts and milestones are one row of many.
const belongs = (field: string | null, row: string): boolean =>
  field === row ||
  (!row.startsWith('values') && !row.startsWith('explanations') && field?.split('/')[0] === row.split('/')[0]);
