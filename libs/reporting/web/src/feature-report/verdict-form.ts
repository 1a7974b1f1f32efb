import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { periodHeading } from '@malspar/figures-model';
import {
  type FiredCheck,
  type Report,
  type ReportComment,
  requiredVerdictFields,
  type VerdictContent,
} from '@malspar/reporting-model';
import { language } from '@malspar/shared-web';
import { ReplyStore } from '../data/reply-store';
import type { DraftSlot } from '../data/draft-slot';
import { FieldComment } from '../ui/field-comment';
import type { Translate } from '../ui/period-words';
import { FormChecks } from './form-checks';
import { LastLine } from './last-line';
import { settled } from './settled';
import { type VerdictBefore, VerdictQuestions } from './verdict-questions';

const REQUIRED = requiredVerdictFields();

/** The last step: the area's verdict and why. */
@Component({
  selector: 'ms-verdict-form',
  imports: [FieldComment, LastLine, TranslocoDirective, VerdictQuestions],
  template: `
    <ng-container *transloco="let t">
      <ms-verdict-questions
        [verdictQuestion]="t('reporting.report.verdictQuestion')"
        [explanationQuestion]="t('reporting.report.explanationQuestion')"
        [period]="report().period"
        [before]="before()"
        [draft]="draft()"
        [formChecks]="formChecks()"
      >
        <ms-last-line
          before-verdict
          [when]="lastWhen()"
          [provenance]="report().lastVerdict?.provenance ?? null"
          [text]="lastVerdict(t)"
          [isJudgement]="true"
        />
        <ms-last-line
          before-explanation
          [when]="lastWhen()"
          [provenance]="report().lastVerdict?.provenance ?? null"
          [text]="report().lastVerdict?.explanation ?? ''"
        />
      </ms-verdict-questions>
      @for (comment of comments(); track comment.id) {
        <ms-field-comment
          class="remark"
          [comment]="comment"
          [writable]="true"
          [changeable]="comment.revision === report().revision?.number"
          [busy]="replies.busy(comment.id)"
          [problem]="replies.failed(comment.id) ? t('reporting.report.replyFailed') : null"
          [unsent]="replies.unsent(comment.id)"
          (written)="replies.keep(comment.id, $event)"
          (replied)="replies.send(comment.id, $event)"
          (suggestionTaken)="draft().set('explanation', $event)"
        />
      }
    </ng-container>
  `,
  styleUrl: './entry-form.css',
  host: { '(focusout)': 'left()' },
})
export class VerdictForm {
  readonly report = input.required<Report>();
  readonly draft = input.required<DraftSlot<VerdictContent>>();
  readonly checks = input.required<readonly FiredCheck[]>();
  readonly comments = input<readonly ReportComment[]>([]);
  readonly showMissing = input(false);
  readonly fieldLeft = output();

  protected readonly replies = inject(ReplyStore);
  readonly #settled = settled(
    this.checks,
    computed(() => this.report().id),
  );
  protected readonly formChecks = computed(
    () => new FormChecks(this.#settled.value(), this.showMissing(), language(), REQUIRED),
  );

  protected readonly before = computed((): VerdictBefore | null => {
    const last = this.report().lastVerdict;
    return last && { period: last.period, verdict: last.verdict ?? '', explanation: last.explanation };
  });
  protected readonly lastWhen = computed(() => {
    const last = this.report().lastVerdict;
    return last ? periodHeading(last.period, language()) : '';
  });

  protected lastVerdict(t: Translate): string {
    const verdict = this.report().lastVerdict?.verdict;
    return verdict ? t(`shared.verdict.${verdict}`) : '';
  }

  protected left(): void {
    this.#settled.now();
    this.fieldLeft.emit();
  }
}
