import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import {
  type CheckResult,
  COMMENT_MAX,
  type Report,
  type ReportComment,
  requiredVerdictFields,
  type VerdictContent,
} from '@malspar/reporting-model';
import { periodHeading } from '@malspar/shared-charts';
import { language } from '@malspar/shared-web';
import { AnswerStore } from '../data/answer-store';
import { fieldId } from '../field-names';
import type { DraftSlot } from '../data/draft-slot';
import { ChoiceField } from '../ui/choice-field';
import { verdictChoices } from '../ui/choices';
import { FieldComment } from '../ui/field-comment';
import type { Translate } from '../ui/period-words';
import { SameAsLast } from '../ui/same-as-last';
import { TextField } from '../ui/text-field';
import { EarlierWordings } from './earlier-wordings';
import { FormChecks } from './form-checks';
import { LastLine } from './last-line';
import { Question } from './question';
import { settled } from './settled';

const REQUIRED = requiredVerdictFields();

/** The last step: the area's verdict and why. */
@Component({
  selector: 'ms-verdict-form',
  imports: [ChoiceField, EarlierWordings, FieldComment, LastLine, Question, SameAsLast, TextField, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <ms-question [heading]="t('reporting.report.verdictQuestion')" [need]="formChecks().need(t, 'verdict')">
        @if (report().lastVerdict; as last) {
          <ms-same-as-last
            actions
            [what]="t('reporting.data.field.verdict')"
            [from]="last.period"
            [period]="report().period"
            [last]="last.verdict ?? ''"
            [now]="draft().text('verdict')"
            [unconfirmed]="draft().unconfirmed().has('verdict')"
            (taken)="draft().takeOver({ verdict: last.verdict ?? '' })"
            (confirmed)="draft().confirm('verdict')"
          />
        }
        <ms-last-line
          [when]="lastWhen()"
          [provenance]="report().lastVerdict?.provenance ?? null"
          [text]="lastVerdict(t)"
        />
        <ms-choice-field
          [fieldId]="id('verdict')"
          [legend]="t('reporting.report.verdictQuestion')"
          [choices]="choices(t)"
          [value]="draft().text('verdict')"
          [need]="formChecks().need(t, 'verdict')"
          [error]="formChecks().error(t, 'verdict')"
          (chosen)="draft().set('verdict', $event)"
        />
        <ms-earlier-wordings [targetCode]="null" [fields]="['verdict']" [draft]="draft()" />
      </ms-question>
      <ms-question [heading]="t('reporting.report.explanationQuestion')" [need]="formChecks().need(t, 'explanation')">
        @if (report().lastVerdict; as last) {
          <ms-same-as-last
            actions
            [what]="t('reporting.data.field.explanation')"
            [from]="last.period"
            [period]="report().period"
            [last]="last.explanation"
            [now]="draft().text('explanation')"
            [unconfirmed]="draft().unconfirmed().has('explanation')"
            (taken)="draft().takeOver({ explanation: last.explanation })"
            (confirmed)="draft().confirm('explanation')"
          />
        }
        <ms-last-line
          [when]="lastWhen()"
          [provenance]="report().lastVerdict?.provenance ?? null"
          [text]="report().lastVerdict?.explanation ?? ''"
        />
        <ms-text-field
          [fieldId]="id('explanation')"
          [label]="t('reporting.report.explanationQuestion')"
          [labelHidden]="true"
          [need]="formChecks().need(t, 'explanation')"
          audience="public"
          [lines]="5"
          [max]="max"
          [text]="draft().text('explanation')"
          [error]="formChecks().error(t, 'explanation')"
          (typed)="draft().set('explanation', $event)"
        />
        <ms-earlier-wordings [targetCode]="null" [fields]="['explanation']" [draft]="draft()" />
      </ms-question>
      @for (comment of comments(); track comment.id) {
        <ms-field-comment
          class="remark"
          [comment]="comment"
          [writable]="true"
          [changeable]="comment.revision === report().revision?.number"
          [busy]="answers.busy(comment.id)"
          [problem]="answers.failed(comment.id) ? t('reporting.report.answerFailed') : null"
          [unsent]="answers.unsent(comment.id)"
          (written)="answers.keep(comment.id, $event)"
          (answered)="answers.send(comment.id, $event)"
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
  readonly checks = input.required<readonly CheckResult[]>();
  readonly comments = input<readonly ReportComment[]>([]);
  readonly showMissing = input(false);
  readonly fieldLeft = output();

  protected readonly answers = inject(AnswerStore);
  protected readonly id = fieldId;
  protected readonly max = COMMENT_MAX;
  protected readonly choices = verdictChoices;
  readonly #settled = settled(
    this.checks,
    computed(() => this.report().id),
  );
  protected readonly formChecks = computed(
    () => new FormChecks(this.#settled.value(), this.showMissing(), language(), REQUIRED),
  );

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
