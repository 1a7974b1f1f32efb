import { Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { milestonePath } from '@malspar/reporting-model';
import { periodHeading, periodText } from '@malspar/figures-model';
import { comparePeriods, parsePeriod, type PeriodCode, shiftPeriod } from '@malspar/shared-model';
import { PlanText, language } from '@malspar/shared-web';
import { Field, FieldControl } from '@malspar/shared-web/form';
import { fieldId } from '../field-names';
import { MILESTONE_OPEN } from '../data/draft-fields';
import type { DraftedEntry } from '../data/draft-store';

interface MilestoneRow {
  readonly index: number;
  readonly title: string;
  readonly due: string;
  readonly late: boolean;
  /** The period in which it was passed; empty while open. */
  readonly done: string;
}

const PERIODS_BACK = 8;

/** The milestones as a checklist; a passed one says in which period. */
@Component({
  selector: 'ms-milestone-block',
  imports: [Field, FieldControl, PlanText, TranslocoDirective],
  template: `
    <ul *transloco="let t">
      @for (row of rows(); track row.index) {
        <li>
          <label class="check">
            <input
              #passed
              type="checkbox"
              [id]="row.index === 0 ? id('milestones') : id(path(row.index))"
              [checked]="row.done !== ''"
              (change)="pass(row.index, passed.checked)"
            />
            <span>
              <span msPlanText>{{ row.title }}</span>
              <span class="due" [class.late]="row.late">{{
                t(row.late ? 'reporting.report.milestoneLate' : 'reporting.report.milestoneDue', { period: row.due })
              }}</span>
            </span>
          </label>
          @if (row.done !== '') {
            <ms-field
              class="when"
              [fieldId]="id(path(row.index)) + '-when'"
              [label]="t('reporting.report.milestonePassed')"
              [labelOf]="row.title"
            >
              <select #when msControl class="input" [value]="row.done" (change)="set(row.index, when.value)">
                @for (period of periodsFor(row.done); track period) {
                  <option [value]="period" [selected]="period === row.done">{{ heading(period) }}</option>
                }
              </select>
            </ms-field>
          }
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      list-style: none;
      margin: 0;
      padding: 0;
    }
    li {
      padding-block: var(--s2);
      border-block-start: 1px solid var(--line);
    }
    .check {
      display: flex;
      gap: var(--s3);
      align-items: start;
    }
    .check input {
      flex: none;
      inline-size: 1.125rem;
      block-size: 1.125rem;
      margin-block-start: 0.2rem;
      accent-color: var(--accent);
    }
    .due {
      display: block;
      color: var(--muted);
      font-size: 0.9375rem;
    }
    .late {
      color: var(--bad);
    }
    .when {
      margin: var(--s1) 0 0 calc(1.125rem + var(--s3));
    }
    .when select {
      inline-size: fit-content;
    }
  `,
})
export class MilestoneBlock {
  readonly drafted = input.required<DraftedEntry>();
  readonly period = input.required<PeriodCode>();

  protected readonly id = fieldId;
  protected readonly path = milestonePath;

  protected readonly rows = computed<MilestoneRow[]>(() => {
    const { entry, draft } = this.drafted();
    return entry.indicator.milestones.map(({ title, due, done }, index) => {
      const written = draft.text(`milestones/${index}`) || (done ?? '');
      const passed = written === MILESTONE_OPEN ? '' : written;
      return {
        index,
        title,
        due: periodText(due, language()),
        late: passed === '' && comparePeriods(due, this.period()) < 0,
        done: passed,
      };
    });
  });

  protected pass(index: number, passed: boolean): void {
    this.set(index, passed ? this.period() : MILESTONE_OPEN);
  }

  protected set(index: number, done: string): void {
    this.drafted().draft.set(`milestones/${index}`, done);
  }

  protected heading(period: PeriodCode): string {
    return periodHeading(period, language());
  }

  /** The report's own period and some before it, and whichever has been said already. */
  protected periodsFor(done: PeriodCode): PeriodCode[] {
    const near = Array.from({ length: PERIODS_BACK }, (_, steps) => shiftPeriod(this.period(), -steps).code);
    const known = near.includes(done) || parsePeriod(done).end > parsePeriod(this.period()).end;
    return known ? near : [...near, done];
  }
}
