import { Component, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { COMMENT_MAX, type FieldPath, type Fields } from '@malspar/reporting-model';
import type { DraftSlot } from '../data/draft-slot';
import { fieldId } from '../field-names';
import { ChoiceField } from '../ui/choice-field';
import { verdictChoices } from '../ui/choices';
import { SameAsLast } from '../ui/same-as-last';
import { TextField } from '../ui/text-field';
import { EarlierWordings } from './earlier-wordings';
import type { FormChecks } from './form-checks';
import { Question } from './question';

/** An earlier verdict and its sentence, to be taken over. */
export interface VerdictBefore {
  readonly period: string;
  readonly verdict: string;
  readonly explanation: string;
}

/**
 * An area's verdict and the sentence that says why, of a period or of a year. What was said before stands above each
 * field (`before-verdict`, `before-explanation`), what is said about it below (`verdict-remarks`, `explanation-remarks`).
 */
@Component({
  selector: 'ms-verdict-questions',
  imports: [ChoiceField, EarlierWordings, Question, SameAsLast, TextField, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @let verdict = paths()[0];
      @let explanation = paths()[1];
      <ms-question [heading]="verdictQuestion()" [need]="formChecks().need(t, verdict)">
        @if (before(); as last) {
          <ms-same-as-last
            actions
            [what]="t('reporting.data.field.verdict')"
            [from]="last.period"
            [period]="period()"
            [last]="last.verdict"
            [now]="draft().text(verdict)"
            [unconfirmed]="draft().unconfirmed().has(verdict)"
            (taken)="draft().takeOver(taken(verdict, last.verdict))"
            (confirmed)="draft().confirm(verdict)"
          />
        }
        <ng-content select="[before-verdict]" />
        <ms-choice-field
          [fieldId]="id(verdict)"
          [legend]="verdictQuestion()"
          [choices]="choices(t)"
          [value]="draft().text(verdict)"
          [need]="formChecks().need(t, verdict)"
          [error]="formChecks().error(t, verdict)"
          (chosen)="draft().set(verdict, $event)"
        />
        <ms-earlier-wordings [targetCode]="null" [fields]="[verdict]" [draft]="draft()" />
        <ng-content select="[verdict-remarks]" />
      </ms-question>
      <ms-question [heading]="explanationQuestion()" [need]="formChecks().need(t, explanation)">
        @if (before(); as last) {
          <ms-same-as-last
            actions
            [what]="t('reporting.data.field.explanation')"
            [from]="last.period"
            [period]="period()"
            [last]="last.explanation"
            [now]="draft().text(explanation)"
            [unconfirmed]="draft().unconfirmed().has(explanation)"
            (taken)="draft().takeOver(taken(explanation, last.explanation))"
            (confirmed)="draft().confirm(explanation)"
          />
        }
        <ng-content select="[before-explanation]" />
        <ms-text-field
          [fieldId]="id(explanation)"
          [label]="explanationQuestion()"
          [labelHidden]="true"
          [need]="formChecks().need(t, explanation)"
          audience="public"
          [lines]="5"
          [max]="max"
          [text]="draft().text(explanation)"
          [error]="formChecks().error(t, explanation)"
          (typed)="draft().set(explanation, $event)"
        />
        <ms-earlier-wordings [targetCode]="null" [fields]="[explanation]" [draft]="draft()" />
        <ng-content select="[explanation-remarks]" />
      </ms-question>
    </ng-container>
  `,
  styles: `
    ms-choice-field {
      display: block;
      margin-block-end: var(--s3);
    }
  `,
})
export class VerdictQuestions {
  /** Of the verdict and its explanation. */
  readonly paths = input<readonly [FieldPath, FieldPath]>(['verdict', 'explanation']);
  readonly verdictQuestion = input.required<string>();
  readonly explanationQuestion = input.required<string>();
  /** What is judged: a period or a year. */
  readonly period = input.required<string>();
  readonly before = input.required<VerdictBefore | null>();
  readonly draft = input.required<DraftSlot<unknown>>();
  readonly formChecks = input.required<FormChecks>();

  protected readonly id = fieldId;
  protected readonly max = COMMENT_MAX;
  protected readonly choices = verdictChoices;
  protected readonly taken = (field: FieldPath, text: string): Fields => ({ [field]: text });
}
