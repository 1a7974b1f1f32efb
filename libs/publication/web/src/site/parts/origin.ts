import { Component, computed, inject, input } from '@angular/core';
import {
  provenanceWords,
  type PublishedArea,
  type PublishedReport,
  type PublishedTarget,
} from '@malspar/publication-model';
import { periodText, quantityText } from '@malspar/shared-charts';
import type { Decimal } from '@malspar/shared-model';
import { CONTEXT } from '../page-context.js';
import { ExampleMark, Swedish } from './marks.js';

interface Fact {
  readonly label: string;
  readonly text: string;
  /** Whether the text is the plan's own words. */
  readonly swedish?: boolean;
  readonly provenance?: string | null;
}

/** How a published figure came about: what it measures, who answered for it, when it was approved and what it rests on. */
@Component({
  selector: 'ms-origin',
  imports: [ExampleMark, Swedish],
  template: `
    <details class="origin">
      <summary>{{ t.origin.heading }}</summary>
      <dl>
        @for (fact of facts(); track $index) {
          <div>
            <dt>{{ fact.label }}</dt>
            <dd>
              @if (fact.swedish) {
                <span msSwedish>{{ fact.text }}</span>
              } @else {
                {{ fact.text }}
              }
              <ms-example [of]="fact.provenance ?? null" />
            </dd>
          </div>
        }
        @if (source(); as source) {
          <div>
            <dt>{{ t.origin.source }}</dt>
            <dd>
              <a [href]="source.url" msSwedish>{{ source.title }}</a>
            </dd>
          </div>
        }
        @if (publishedIn().length > 0) {
          <div>
            <dt>{{ t.origin.publishedIn }}</dt>
            <dd>
              <ul class="inline">
                @for (each of publishedIn(); track $index) {
                  <li>
                    <a [href]="context.path({ at: 'report', period: each.period, version: each.version })">{{
                      t.report.reference(word(each.period), each.version)
                    }}</a>
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
  readonly publishedIn = input<readonly { readonly period: string; readonly version: number }[]>([]);
  protected readonly context = inject(CONTEXT);
  protected readonly t = this.context.texts;

  protected readonly source = computed(() => {
    const { sourceKey, indicator, series } = this.target();
    const keys = [series.at(-1)?.sourceKey, indicator.sourceKey, sourceKey];
    const found = keys.flatMap((key) => this.report().sources.find((source) => source.key === key) ?? [])[0];
    return found && /^https?:\/\//.test(found.url) ? found : null;
  });

  protected readonly facts = computed((): Fact[] => {
    const { indicator, targetValue, targetYear, targetValueProvenance, answer, note } = this.target();
    const { origin } = this.t;
    const approved = this.report().reports.find(
      ({ areaSlug, period }) => areaSlug === this.area().slug && period === answer.period,
    );
    return [
      { label: origin.indicator, text: this.#withUnit(indicator.name, indicator.unit), swedish: true },
      ...(indicator.method ? [{ label: origin.method, text: indicator.method, swedish: true }] : []),
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
      ...answer.values.map(({ period, value, provenance }) => ({
        label: origin.value(this.word(period)),
        text: value === null ? this.t.figure.missing : this.#quantity(value),
        provenance,
      })),
      { label: origin.kind, text: this.context.say(provenanceWords[indicator.provenance]) },
      { label: origin.reportedBy, text: origin.role(this.area().department.title) },
      ...(approved
        ? [
            {
              label: origin.approved,
              text: approved.approvedOn
                ? origin.approvedOn(this.context.date(approved.approvedOn), approved.revision)
                : origin.revision(approved.revision),
            },
          ]
        : []),
      ...(note ? [{ label: origin.note, text: note, swedish: true }] : []),
    ];
  });

  protected word(period: string): string {
    return periodText(period, this.context.language);
  }

  #quantity(value: Decimal): string {
    const { unit, decimals } = this.target().indicator;
    return quantityText(value, unit, decimals, this.context.language);
  }

  #withUnit(name: string, unit: string): string {
    return unit === '' ? name : `${name} (${unit})`;
  }
}
