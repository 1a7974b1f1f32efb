import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { FiredCheck, ReportComment, VerdictContent } from '@malspar/reporting-model';
import { language, Provenance, VerdictMark, Words } from '@malspar/shared-web';
import { fieldId, fieldOf } from '../field-names';
import { checkText } from './check-words';
import { FieldComment } from './field-comment';
import type { Translate } from './period-words';

/** The area's verdict as it is read. */
@Component({
  selector: 'ms-verdict-reading',
  imports: [FieldComment, Provenance, RouterLink, TranslocoDirective, VerdictMark, Words],
  template: `
    <dl class="rows" *transloco="let t">
      @for (field of fields; track field) {
        <div class="row">
          <dt>{{ t('reporting.data.field.' + field) }}</dt>
          <dd>
            @if (field === 'verdict' && content().verdict; as verdict) {
              <ms-verdict [value]="verdict" /> <ms-provenance [value]="provenance()" />
            } @else if (field === 'explanation' && content().explanation) {
              <ms-words [text]="content().explanation" /> <ms-provenance [value]="provenance()" />
            } @else {
              <span class="missing">{{ t('reporting.data.missing') }}</span>
            }
          </dd>
          @if (changeLink(); as link) {
            <dd class="change">
              <a [routerLink]="link" [queryParams]="{ mal: step() }" [fragment]="id(field)"
                >{{ t('reporting.check.change')
                }}<span class="visually-hidden"> {{ t('reporting.data.field.' + field) }}</span></a
              >
            </dd>
          }
          @for (check of checksOf(field); track check.code) {
            <dd class="note error">{{ words(t, check) }}</dd>
          }
          @for (comment of commentsOf(field); track comment.id) {
            <dd class="note"><ms-field-comment [comment]="comment" /></dd>
          }
        </div>
      }
    </dl>
  `,
  styleUrl: './reading.css',
})
export class VerdictReading {
  readonly content = input.required<VerdictContent>();
  /** Of the verdict and its explanation. */
  readonly provenance = input.required<string | null>();
  readonly checks = input<readonly FiredCheck[]>([]);
  readonly comments = input<readonly ReportComment[]>([]);
  /** Where it can be changed, and the step of the form; null where nothing may be changed. */
  readonly changeLink = input<readonly string[] | null>(null);
  readonly step = input('');

  protected readonly fields = ['verdict', 'explanation'] as const;
  protected readonly id = fieldId;
  readonly #shown = computed(() => this.checks().filter((check) => check.code !== 'comment_lacks_reply'));

  protected words(t: Translate, check: FiredCheck): string {
    return checkText(t, check, language());
  }

  protected checksOf(field: string): readonly FiredCheck[] {
    return this.#shown().filter((check) => fieldOf(check.field) === field);
  }

  // A comment on the area as a whole stands by the explanation.
  protected commentsOf(field: string): readonly ReportComment[] {
    return this.comments().filter(
      (comment) => (fieldOf(comment.field) === 'verdict' ? 'verdict' : 'explanation') === field,
    );
  }
}
