import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import {
  type CheckResult,
  COMMENT_MAX,
  type Report,
  type ReportComment,
  type VerdictContent,
} from '@malspar/reporting-model';
import { language } from '@malspar/shared-web';
import { AnswerStore } from '../data/answer-store';
import { fieldId } from '../field-names';
import type { DraftSlot } from '../data/draft-slot';
import { ChoiceField } from '../ui/choice-field';
import { verdictChoices } from '../ui/choices';
import { FieldComment } from '../ui/field-comment';
import { SameAsLast } from '../ui/same-as-last';
import { TextField } from '../ui/text-field';
import { FormChecks } from './form-checks';
import { settled } from './settled';

/** The last step: the area's verdict and why. */
@Component({
  selector: 'ms-verdict-form',
  imports: [ChoiceField, FieldComment, SameAsLast, TextField, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <section class="block">
        <h3>{{ t('reporting.report.verdictQuestion') }}</h3>
        <ms-choice-field
          [fieldId]="id('verdict')"
          [legend]="t('reporting.report.verdictQuestion')"
          [choices]="choices(t)"
          [value]="draft().text('verdict')"
          [invalid]="formChecks().error(t, 'verdict') !== null"
          [describedBy]="formChecks().error(t, 'verdict') ? id('verdict') + '-error' : null"
          (chosen)="draft().set('verdict', $event)"
        />
        @if (formChecks().error(t, 'verdict'); as error) {
          <p class="error" [id]="id('verdict') + '-error'">{{ error }}</p>
        }
      </section>
      <section class="block">
        <div class="head">
          <h3>{{ t('reporting.report.explanationQuestion') }}</h3>
          @if (report().lastVerdict; as last) {
            <ms-same-as-last
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
        </div>
        <ms-text-field
          [fieldId]="id('explanation')"
          [label]="t('reporting.report.explanationQuestion')"
          [labelHidden]="true"
          [lines]="5"
          [max]="max"
          [text]="draft().text('explanation')"
          [error]="formChecks().error(t, 'explanation')"
          (typed)="draft().set('explanation', $event)"
        />
      </section>
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
  protected readonly formChecks = computed(() => new FormChecks(this.#settled.value(), this.showMissing(), language()));

  protected left(): void {
    this.#settled.now();
    this.fieldLeft.emit();
  }
}
