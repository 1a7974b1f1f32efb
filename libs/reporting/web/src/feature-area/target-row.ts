import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { findingCaption } from '@malspar/figures-model';
import type { Source } from '@malspar/plan-model';
import { SourceLink } from '@malspar/plan-web';
import type { SeriesPoint } from '@malspar/reporting-model';
import { comparableValue } from '@malspar/shared-model';
import { PlanText, AssessmentMark, formatPeriod, language, Provenance } from '@malspar/shared-web';
import type { TargetState } from '../data/plan-state';
import { BulletFigure } from '../ui/bullet-figure';

/** A target on its area's page: how it is judged, the latest value, and how far that is on the way. */
@Component({
  selector: 'ms-target-row',
  imports: [PlanText, RouterLink, TranslocoDirective, AssessmentMark, BulletFigure, Provenance, SourceLink],
  template: `
    <article [attr.aria-labelledby]="'target-' + target().code" *transloco="let t">
      <h3 [id]="'target-' + target().code">
        <a [routerLink]="['/mal', target().code]">{{ target().code }}</a>&ngsp;<span msPlanText>{{
          target().inForce.title
        }}</span>
      </h3>
      <p class="meta">
        @if (state().latest; as latest) {
          <ms-assessment [value]="latest.assessment" />
          <span>{{ formatPeriod(latest.period) }}</span>
          <ms-provenance [value]="latest.provenance" />
        } @else {
          <span>{{ t('reporting.areaPage.noEntry') }}</span>
        }
        <ms-provenance [value]="target().provenance === state().latest?.provenance ? null : target().provenance" />
        <ms-source-link [sourceKey]="target().sourceKey" [sources]="sources()" />
      </p>
      @if (target().indicator.kind === 'numeric') {
        <ms-bullet-figure
          [target]="target()"
          [latest]="comparable()"
          [series]="series()"
          [evenPace]="null"
          [caption]="caption()"
        />
      } @else {
        <p>{{ caption() }} <ms-provenance [value]="target().indicator.provenance" /></p>
      }
    </article>
  `,
  styles: `
    article {
      padding-block: var(--s4);
      border-block-start: 1px solid var(--line);
      display: grid;
      grid-template: auto 1fr / minmax(0, 1fr) minmax(0, 1fr);
      gap: var(--s2) var(--s6);
    }
    h3 {
      margin: 0;
      font-weight: 400;
      text-wrap: pretty;
    }
    h3 a {
      font-weight: 600;
    }
    .meta {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s1) var(--s3);
      margin: 0;
      grid-column: 1;
      color: var(--muted);
    }
    ms-assessment {
      color: var(--ink);
      font-weight: 600;
    }
    ms-bullet-figure,
    article > p:last-child {
      grid-column: 2;
      grid-row: 1 / span 2;
    }
    @media (max-width: 50rem) {
      article {
        grid-template: none / minmax(0, 1fr);
      }
      ms-bullet-figure,
      article > p:last-child {
        grid-column: 1;
        grid-row: auto;
      }
    }
  `,
})
export class TargetRow {
  readonly state = input.required<TargetState>();
  readonly series = input.required<readonly SeriesPoint[]>();
  readonly sources = input.required<readonly Source[]>();

  protected readonly formatPeriod = formatPeriod;
  protected readonly target = computed(() => this.state().target);
  protected readonly comparable = computed(() => {
    const { target, latest } = this.state();
    return comparableValue(target.indicator, this.series(), latest?.period);
  });
  protected readonly caption = computed(() => {
    const { target, latest } = this.state();
    return findingCaption(target.indicator, this.series(), target.inForce, language(), latest?.period);
  });
}
