import { Component, computed, inject, input } from '@angular/core';
import type { Beside, PublishedArea, ReportSite } from '@malspar/environmental-report-model';
import { withinSentence } from '@malspar/figures-model';
import { Documents, ExampleMark, PlanText, Sentence } from '@malspar/site-web/parts';
import { CONTEXT } from '../report-context.js';
import { Amendments } from '../parts/amendments.js';
import { ClimateGoals } from '../parts/climate-goals.js';
import { AssessmentMark } from '../parts/judgements.js';

/** The plan: goals with the focus areas that contribute, climate goals, drivers, every target, amendments. */
@Component({
  selector: 'ms-plan',
  imports: [Amendments, AssessmentMark, ClimateGoals, Documents, ExampleMark, PlanText, Sentence],
  templateUrl: './plan.html',
})
export class PlanPage {
  readonly site = input.required<ReportSite>();
  readonly beside = input.required<Beside>();
  protected readonly context = inject(CONTEXT);
  protected readonly t = this.context.texts;
  protected readonly report = computed(() => this.site().current);

  protected readonly decidedBy = computed(() => withinSentence(this.report().plan.decidedBy));

  protected contributing(goal: string): readonly PublishedArea[] {
    return this.report().areas.filter(({ goals }) => goals.includes(goal));
  }
}
