import { Component, computed, inject, input } from '@angular/core';
import {
  comparisonOrigin,
  overviewFigure,
  type PublishedArea,
  type PublishedReport,
  type PublishedVersion,
  verdictComparisonOrigin,
  verdictsFigure,
} from '@malspar/environmental-report-model';
import { periodText } from '@malspar/figures-model';
import { isolated } from '@malspar/shared-model';
import { ExampleMark, PlanText, Prose, Sentence } from '@malspar/site-web/parts';
import { CONTEXT } from '../report-context.js';
import { Amendments } from '../parts/amendments.js';
import { CsvLink } from '../parts/csv-link.js';
import { Figure } from '../parts/figure.js';
import { Files } from '../parts/files.js';
import { Goals } from '../parts/goals.js';
import { VerdictMark } from '../parts/judgements.js';
import { TargetSection } from '../parts/target-section.js';
import { VerdictsBeside } from '../parts/verdicts-beside.js';

/** A published version, whole. Nothing on it depends on what came later, but for the line that something did. */
@Component({
  selector: 'ms-report',
  imports: [
    Amendments,
    CsvLink,
    ExampleMark,
    Figure,
    Files,
    Goals,
    Prose,
    PlanText,
    Sentence,
    TargetSection,
    VerdictMark,
    VerdictsBeside,
  ],
  templateUrl: './report.html',
})
export class ReportPage {
  readonly version = input.required<PublishedVersion>();
  readonly superseded = input.required<boolean>();
  readonly known = input.required<readonly PublishedReport[]>();
  protected readonly context = inject(CONTEXT);
  protected readonly t = this.context.texts;
  protected readonly report = computed(() => this.version().report);
  /** A superseded version is not compared: that page is the newest one's. */
  protected readonly comparable = computed(() => !this.superseded() && this.report().comparison !== null);
  protected readonly grid = computed(() => verdictsFigure(this.report(), this.context.language));
  protected readonly comparedOrigin = computed(() => comparisonOrigin(this.report()));
  protected readonly cite = computed(() => {
    const { plan, title, version, publishedOn } = this.report();
    const said = this.context.say(publishedOn);
    return `${isolated(plan.organisation)}. ${this.context.say(title)}. ${this.t.report.version(version, said)}.`;
  });

  protected text(period: string): string {
    return periodText(period, this.context.language);
  }

  protected overview(area: PublishedArea) {
    return overviewFigure(area, this.context.language, this.report().period);
  }

  protected turnOrigin(area: PublishedArea) {
    return verdictComparisonOrigin(this.report(), area);
  }

  protected turn(slug: string): string | null {
    const found = this.report().comparison?.areas.find((area) => area.slug === slug);
    return found ? this.context.say(found.sentence) : null;
  }
}
