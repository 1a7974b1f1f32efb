import { assessmentSigns } from '@malspar/figures-model';
import { Component, computed, inject, input } from '@angular/core';
import { assessmentWords, type ReportSite } from '@malspar/environmental-report-model';
import { PlanText, Sections } from '@malspar/site-web/parts';
import { CONTEXT } from '../report-context.js';
import { VerdictMark } from '../parts/judgements.js';

/** How the figures come about, what the judgements mean, and the sources. */
@Component({
  selector: 'ms-about',
  imports: [Sections, PlanText, VerdictMark],
  template: `
    <h1>{{ t.about.title }}</h1>
    <ms-sections [sections]="t.about.sections" />
    <p>
      <a [href]="context.path({ at: 'verify' })">{{ t.nav.verify }}</a>
    </p>
    <p>
      <a [href]="context.path({ at: 'open-data' })">{{ t.about.openData }}</a>
    </p>
    <section>
      <h2>{{ t.about.assessments }}</h2>
      <ul class="plain">
        @for (each of assessments; track $index) {
          <li>
            <span class="shape" aria-hidden="true">{{ each.sign }}</span> {{ each.word }}
          </li>
        }
      </ul>
    </section>
    <section>
      <h2>{{ t.about.verdicts }}</h2>
      <ul class="plain">
        @for (each of report().verdictScale; track $index) {
          <li><ms-verdict [value]="each.code" [scale]="report().verdictScale" /></li>
        }
      </ul>
    </section>
    @if (report().sources.length > 0) {
      <section>
        <h2>{{ t.about.sources }}</h2>
        <ul class="plain">
          @for (source of report().sources; track $index) {
            <li>
              <a [href]="source.url" msPlanText>{{ source.title }}</a>
            </li>
          }
        </ul>
      </section>
    }
  `,
})
export class AboutPage {
  readonly site = input.required<ReportSite>();
  protected readonly context = inject(CONTEXT);
  protected readonly t = this.context.texts;
  protected readonly report = computed(() => this.site().current);
  protected readonly assessments = (Object.keys(assessmentWords) as (keyof typeof assessmentWords)[]).map((code) => ({
    sign: assessmentSigns[code],
    word: this.context.say(assessmentWords[code]),
  }));
}
