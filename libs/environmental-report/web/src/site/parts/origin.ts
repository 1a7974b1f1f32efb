import { Component, computed, inject, input } from '@angular/core';
import {
  type EarlierValue,
  valueOrigin,
  plansWordsOf,
  provenanceWords,
  type PublishedArea,
  type PublishedReport,
  type PublishedTarget,
  type ReportPlace,
  softCheckWords,
  type VersionRef,
  yearFact,
} from '@malspar/environmental-report-model';
import { meaningFacts, periodText, quantityText } from '@malspar/figures-model';
import { type Decimal, isolated } from '@malspar/shared-model';
import { ExampleMark, PlanText, Sentence } from '@malspar/site-web/parts';
import { CONTEXT } from '../report-context.js';

interface Fact {
  readonly label: string;
  readonly text: string;
  /** Whether the text is the plan's own words. */
  readonly isPlanText?: boolean;
  readonly provenance?: string | null;
}

/** How a published figure came about: what it measures, who answered for it, when it was approved and what it rests on. */
@Component({
  selector: 'ms-origin',
  imports: [ExampleMark, PlanText, Sentence],
  template: `
    <details class="origin">
      <summary>{{ t.origin.heading }}</summary>
      <dl>
        @for (fact of facts(); track $index) {
          <div>
            <dt>{{ fact.label }}</dt>
            <dd>
              @if (fact.isPlanText) {
                <span msPlanText>{{ fact.text }}</span>
              } @else {
                <ms-sentence [text]="fact.text" [plansWords]="plansWords()" />
              }
              <ms-example [of]="fact.provenance ?? null" />
            </dd>
          </div>
        }
        @if (origin().earlier.length > 0) {
          <div>
            <dt>{{ t.history.earlier }}</dt>
            <dd>
              <ul class="inline">
                @for (each of origin().earlier; track $index) {
                  <li>
                    <ms-sentence [text]="earlierText(each)" [plansWords]="plansWords()" />&ngsp;<a
                      [href]="context.path(placeOf(each.lastIn))"
                      >{{ reference(each.lastIn) }}</a
                    >
                    <ms-example [of]="each.provenance" />
                  </li>
                }
              </ul>
            </dd>
          </div>
        }
        @if (origin().source; as source) {
          <div>
            <dt>{{ t.origin.source }}</dt>
            <dd>
              <a [href]="source.url" msPlanText>{{ source.title }}</a>
            </dd>
          </div>
        }
        @if (origin().publishedIn.length > 0) {
          <div>
            <dt>{{ t.origin.publishedIn }}</dt>
            <dd>
              <ul class="inline">
                @for (each of origin().publishedIn; track $index) {
                  <li>
                    <a [href]="context.path(placeOf(each))">{{ reference(each) }}</a>
                  </li>
                }
              </ul>
            </dd>
          </div>
        }
      </dl>
    </details>
  `,
})
export class Origin {
  readonly report = input.required<PublishedReport>();
  readonly area = input.required<PublishedArea>();
  readonly target = input.required<PublishedTarget>();
  /** The published reports that count as known; on a page that never changes, those that came before it. */
  readonly known = input.required<readonly PublishedReport[]>();
  protected readonly context = inject(CONTEXT);
  protected readonly t = this.context.texts;
  protected readonly origin = computed(() => valueOrigin(this.report(), this.area(), this.target(), this.known()));

  protected readonly plansWords = computed(() => [this.area().department.title, ...plansWordsOf(this.target())]);
  protected readonly facts = computed((): Fact[] => {
    const { indicator, targetValue, targetYear, targetValueProvenance, note } = this.target();
    const { origin, history } = this.t;
    const year = yearFact(this.target(), this.context.language, this.report().period);
    const { values, approvals, explanations } = this.origin();
    return [
      { label: origin.indicator, text: this.#withUnit(indicator.name, indicator.unit), isPlanText: true },
      ...(indicator.kind === 'numeric' ? meaningFacts(indicator, this.context.language) : []),
      ...(indicator.method ? [{ label: origin.method, text: indicator.method, isPlanText: true }] : []),
      ...(indicator.baseline === null
        ? []
        : [
            {
              label: origin.baseline(indicator.baselineYear),
              text: this.#quantity(indicator.baseline),
              provenance: indicator.baselineProvenance,
            },
          ]),
      ...(targetValue === null
        ? []
        : [
            {
              label: origin.targetValue(targetYear),
              text: this.#quantity(targetValue),
              provenance: targetValueProvenance,
            },
          ]),
      ...values.map(({ period, value, provenance }) => ({
        label: origin.value(this.word(period)),
        text: value === null ? this.t.figure.missing : this.#quantity(value),
        provenance,
      })),
      ...(year ? [year] : []),
      { label: origin.kind, text: this.context.say(provenanceWords[indicator.provenance]) },
      { label: origin.reportedBy, text: origin.role(this.area().department.title) },
      ...approvals.map(({ period, approvedOn, revision }) => ({
        label: approvals.length === 1 ? origin.approved : history.approvedFor(this.word(period)),
        text: approvedOn ? origin.approvedOn(this.context.date(approvedOn), revision) : origin.revision(revision),
      })),
      ...explanations.map(({ period, check, text }) => ({
        label: `${this.context.say(softCheckWords[check])}, ${this.word(period)}`,
        text,
        isPlanText: true,
      })),
      ...(note ? [{ label: origin.note, text: note, isPlanText: true }] : []),
    ];
  });

  protected placeOf({ period, version }: VersionRef): ReportPlace {
    return { at: 'report', period, version };
  }

  protected reference({ period, version }: VersionRef): string {
    return this.t.report.reference(this.word(period), version);
  }

  protected word(period: string): string {
    return periodText(period, this.context.language);
  }

  protected earlierText({ period, value }: EarlierValue): string {
    return this.t.history.earlierValue(this.word(period), this.#quantity(value));
  }

  #quantity(value: Decimal): string {
    return quantityText(value, this.target().indicator, this.context.language);
  }

  #withUnit(name: string, unit: string): string {
    return unit === '' ? name : `${isolated(name)} (${isolated(unit)})`;
  }
}
