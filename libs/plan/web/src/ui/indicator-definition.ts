import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { type Language, meaningFacts, quantityText } from '@malspar/figures-model';
import type { Indicator, Source, TargetVersion } from '@malspar/plan-model';
import { PlanText, Provenance } from '@malspar/shared-web';
import { SourceLink } from './source-link';

/** What is measured and how: unit, cadence, direction, baseline, target value and method, each with where it comes from. */
@Component({
  selector: 'ms-indicator-definition',
  imports: [PlanText, TranslocoDirective, Provenance, SourceLink],
  template: `
    <dl *transloco="let t">
      <div>
        <dt>{{ t('plan.indicator.name') }}</dt>
        <dd>
          <span msPlanText>{{ indicator().name }}</span> <ms-provenance [value]="indicator().provenance" />
          <ms-source-link [sourceKey]="indicator().sourceKey" [sources]="sources()" />
        </dd>
      </div>
      @if (indicator().kind === 'numeric') {
        <div>
          <dt>{{ t('plan.indicator.unit') }}</dt>
          <dd>{{ indicator().unit }}</dd>
        </div>
        <div>
          <dt>{{ t('plan.indicator.direction') }}</dt>
          <dd>{{ t('plan.direction.' + indicator().direction) }}</dd>
        </div>
        @for (fact of meaning(); track fact.label) {
          <div>
            <dt>{{ fact.label }}</dt>
            <dd>{{ fact.text }}</dd>
          </div>
        }
        @if (baseline(); as baseline) {
          <div>
            <dt>{{ t('plan.indicator.baseline', { year: indicator().baselineYear }) }}</dt>
            <dd>{{ baseline }} <ms-provenance [value]="indicator().baselineProvenance ?? indicator().provenance" /></dd>
          </div>
        }
        @if (target(); as target) {
          <div>
            <dt>{{ t('plan.indicator.targetValue', { year: version().targetYear }) }}</dt>
            <dd>{{ target }} <ms-provenance [value]="version().targetValueProvenance ?? indicator().provenance" /></dd>
          </div>
        }
      }
      <div>
        <dt>{{ t('plan.indicator.cadence') }}</dt>
        <dd>{{ t('plan.cadence.' + indicator().cadence) }}</dd>
      </div>
      @if (indicator().breakdown; as breakdown) {
        <div>
          <dt>{{ t('plan.indicator.breakdown') }}</dt>
          <dd>{{ breakdownWord(breakdown, t) }}</dd>
        </div>
      }
      @if (indicator().method; as method) {
        <div>
          <dt>{{ t('plan.indicator.method') }}</dt>
          <dd>{{ method }}</dd>
        </div>
      }
    </dl>
  `,
  styles: `
    dl {
      margin: 0;
    }
    div {
      display: grid;
      grid-template-columns: 11rem minmax(0, 1fr);
      gap: 0 var(--s4);
      padding-block: var(--s2);
      border-block-end: 1px solid var(--line);
    }
    dt {
      color: var(--muted);
    }
    dd {
      margin: 0;
    }
    @media (max-width: 40rem) {
      div {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class IndicatorDefinition {
  readonly indicator = input.required<Indicator>();
  readonly version = input.required<TargetVersion>();
  readonly sources = input.required<readonly Source[]>();

  readonly #texts = inject(TranslocoService);

  protected readonly meaning = computed(() => meaningFacts(this.indicator(), this.#language()));
  protected readonly baseline = computed(() => this.#written(this.indicator().baseline));
  protected readonly target = computed(() => this.#written(this.version().targetValue));

  // A plan may name any breakdown; the ones that have a word of their own are translated.
  protected breakdownWord(breakdown: string, t: (key: string) => string): string {
    return KNOWN_BREAKDOWNS.includes(breakdown) ? t(`plan.breakdown.${breakdown}`) : breakdown;
  }

  #written(value: string | null): string | null {
    return value === null ? null : quantityText(value, this.indicator(), this.#language());
  }

  #language(): Language {
    return this.#texts.activeLang() === 'en' ? 'en' : 'sv';
  }
}

const KNOWN_BREAKDOWNS = ['department', 'property'];
