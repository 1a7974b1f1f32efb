import { Component, computed, inject } from '@angular/core';
import { type EmbeddedContent, isReportPage, yearFact } from '@malspar/environmental-report-model';
import type { PublicPage } from '@malspar/site-model';
import { periodText, quantityText } from '@malspar/figures-model';
import { ExampleMark, PlanText, Sentence } from '@malspar/site-web/parts';
import { CONTEXT } from '../report-context.js';
import { AssessmentMark, VerdictMark } from '../parts/judgements.js';
import { Milestones } from '../parts/milestones.js';
import { leadSentence } from '../parts/lead-sentence.js';
import { TargetFigures } from '../parts/target-figures.js';

/** One figure or one area alone, to be framed by another website: no menu, no form, and a way to the whole. */
@Component({
  selector: 'ms-public-site',
  imports: [AssessmentMark, ExampleMark, Milestones, PlanText, Sentence, TargetFigures, VerdictMark],
  templateUrl: './embedded.html',
})
export class EmbeddedPage {
  protected readonly context = inject(CONTEXT);
  protected readonly t = this.context.texts;
  protected readonly page = embeddedOf(this.context.page);
  protected readonly report = this.page.version.report;
  protected readonly period = periodText(this.report.period, this.context.language);
  protected readonly lead = leadSentence(this.page.area.verdictExplanation);
  protected readonly plansWords = [
    this.report.plan.organisation,
    this.page.area.title,
    ...(this.page.kind === 'embedded-target' ? [this.page.target.indicator.unit] : []),
  ];
  protected readonly whole = computed(() =>
    this.page.kind === 'embedded-target'
      ? {
          path: this.context.path({ at: 'target', code: this.page.target.code }),
          name: this.t.embed.target(this.page.target.code),
        }
      : { path: this.context.path({ at: 'area', slug: this.page.area.slug }), name: this.page.area.title },
  );
  /** Tells it apart from what is around it, and from others of its kind. */
  protected readonly name = this.t.embed.frameTitle(
    this.page.kind === 'embedded-target' ? this.page.target.code : this.page.area.title,
  );
  protected readonly facts = computed(() => (this.page.kind === 'embedded-target' ? this.#factsOf(this.page) : []));

  #factsOf({ target }: Extract<EmbeddedContent, { kind: 'embedded-target' }>) {
    const { indicator, targetValue, targetYear, targetValueProvenance } = target;
    const { language } = this.context;
    const latest = target.series.findLast((point) => point.value !== null);
    const year = yearFact(target, language, this.report.period);
    const text = (value: string): string => quantityText(value, indicator, language);
    return [
      ...(latest?.value
        ? [
            {
              label: `${this.t.embed.value}, ${periodText(latest.period, language)}`,
              text: text(latest.value),
              provenance: latest.provenance,
            },
          ]
        : []),
      ...(year ? [year] : []),
      ...(targetValue === null
        ? []
        : [
            {
              label: this.t.embed.targetValue(targetYear),
              text: text(targetValue),
              provenance: targetValueProvenance,
            },
          ]),
    ];
  }
}

function embeddedOf(page: PublicPage): EmbeddedContent {
  const own = isReportPage(page) ? page.own : null;
  if (own?.kind !== 'embedded-area' && own?.kind !== 'embedded-target') {
    throw new Error(`Not made to be framed: ${page.kind}`);
  }
  return own;
}
