import { Component, computed, inject, input } from '@angular/core';
import type { Beside, ReportSite } from '@malspar/environmental-report-model';
import { periodText, withinSentence } from '@malspar/figures-model';
import { Documents, ExampleMark, PlanText, Sentence } from '@malspar/site-web/parts';
import { CONTEXT } from '../report-context.js';
import { ClimateGoals } from '../parts/climate-goals.js';
import { Files } from '../parts/files.js';
import { Gap } from '../parts/gap.js';
import { leadSentence } from '../parts/lead-sentence.js';
import { Goals } from '../parts/goals.js';
import { VerdictMark } from '../parts/judgements.js';

/** The first page: what the plan is, how each focus area is doing, and where the reports are. */
@Component({
  selector: 'ms-home',
  imports: [ClimateGoals, Documents, ExampleMark, Files, Gap, Goals, PlanText, Sentence, VerdictMark],
  templateUrl: './home.html',
})
export class HomePage {
  readonly site = input.required<ReportSite>();
  readonly beside = input.required<Beside>();
  protected readonly context = inject(CONTEXT);
  protected readonly t = this.context.texts;
  protected readonly report = computed(() => this.site().current);
  protected readonly years = computed(() => {
    const { start, end } = this.report().plan;
    return `${start.slice(0, 4)}–${end.slice(0, 4)}`;
  });
  protected readonly decidedBy = computed(() => withinSentence(this.report().plan.decidedBy));
  protected readonly period = computed(() => periodText(this.report().period, this.context.language));
  /** As many as the first look takes in; the archive has them all. */
  protected readonly recent = computed(() => this.site().archive.slice(0, 6));
  protected readonly lead = leadSentence;
}
