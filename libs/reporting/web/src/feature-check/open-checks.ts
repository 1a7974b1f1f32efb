import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { explanationPath, type FiredCheck, type Report, SoftCheckCode } from '@malspar/reporting-model';
import { language } from '@malspar/shared-web';
import { fieldId, fieldOfCheck, replyId, stepOf } from '../field-names';
import { checkText } from '../ui/check-words';
import type { Translate } from '../ui/period-words';

interface Link {
  readonly key: string;
  readonly code: string | null;
  readonly text: string;
  readonly step: string;
  readonly field: string;
}

/** What stands in the way of handing in, each line a link to the field in the form. */
@Component({
  selector: 'ms-open-checks',
  imports: [RouterLink, TranslocoDirective],
  template: `
    <section
      id="open-checks"
      class="notice warn"
      role="region"
      tabindex="-1"
      aria-labelledby="open-checks-title"
      *transloco="let t"
    >
      <h2 id="open-checks-title">
        {{ t(checks().length === 1 ? 'reporting.check.oneOpen' : 'reporting.check.open', { count: checks().length }) }}
      </h2>
      <ul>
        @for (link of links(t); track link.key) {
          <li>
            @if (link.code) {
              <span class="code">{{ link.code }}</span>
            }
            <a [routerLink]="form()" [queryParams]="{ mal: link.step }" [fragment]="link.field">{{ link.text }}</a>
          </li>
        }
      </ul>
    </section>
  `,
  styles: `
    h2 {
      font-size: 1.125rem;
      margin: 0 0 var(--s2);
    }
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    li {
      padding-block: var(--s1);
      display: flex;
      gap: var(--s3);
    }
    .code {
      flex: none;
      min-inline-size: 2rem;
      font-weight: 600;
    }
  `,
})
export class OpenChecks {
  readonly report = input.required<Report>();
  readonly checks = input.required<readonly FiredCheck[]>();

  protected readonly form = computed(() => ['/rapporter', this.report().id]);

  protected links(t: Translate): Link[] {
    return this.checks().map((check, index) => {
      const due = this.report().entries.find((entry) => entry.targetCode === check.targetCode)?.duePeriods ?? [];
      return {
        key: `${index} ${check.targetCode} ${check.code}`,
        code: check.targetCode,
        text: checkText(t, check, language()),
        step: stepOf(check),
        field: fieldToFill(check, due),
      };
    });
  }
}

// A soft check is met by its explanation, a comment by its reply.
function fieldToFill(check: FiredCheck, due: readonly string[]): string {
  if (check.code === 'comment_lacks_reply') return replyId(String(check.params['commentId']));
  const code = SoftCheckCode.safeParse(check.code);
  const field = code.success ? explanationPath(code.data) : fieldOfCheck(check, due);
  return field === null ? '' : fieldId(field);
}
