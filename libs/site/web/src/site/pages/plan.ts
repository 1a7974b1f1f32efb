import { Component, computed, inject, input } from '@angular/core';
import type { PublishedArea } from '@malspar/environmental-report-model';
import { withinSentence } from '@malspar/figures-model';
import type { PublicSite } from '@malspar/site-model';
import { CONTEXT } from '../page-context.js';
import { Amendments } from '../parts/amendments.js';
import { ClimateGoals } from '../parts/climate-goals.js';
import { Documents } from '../parts/documents.js';
import { AssessmentMark, ExampleMark, PlanText, Sentence } from '../parts/marks.js';

/** The plan: goals with the focus areas that contribute, climate goals, drivers, every target, amendments. */
@Component({
  selector: 'ms-plan',
  imports: [Amendments, AssessmentMark, ClimateGoals, Documents, ExampleMark, PlanText, Sentence],
  templateUrl: './plan.html',
})
export class PlanPage {
  readonly site = input.required<PublicSite>();
  protected readonly context = inject(CONTEXT);
  protected readonly t = this.context.texts;
  protected readonly report = computed(() => this.site().current);

  protected readonly decidedBy = computed(() => withinSentence(this.report().plan.decidedBy));

  protected contributing(goal: string): readonly PublishedArea[] {
    return this.report().areas.filter(({ goals }) => goals.includes(goal));
  }
}
