import { Component, computed, inject, input } from '@angular/core';
import type { ChosenVersions, ReportSite } from '@malspar/environmental-report-model';
import type { PublishedDifference } from '@malspar/publication-model';
import { DifferenceBody } from '@malspar/site-web/parts';
import { CONTEXT } from '../report-context.js';
import { CompareForm } from '../parts/compare-form.js';

/** Any two published versions side by side; without a choice, the form. */
@Component({
  selector: 'ms-compare',
  imports: [CompareForm, DifferenceBody],
  template: `
    @if (asked()?.difference; as difference) {
      <h1>{{ t.compare.title }}</h1>
      <ul class="plain">
        @for (side of sides(difference); track $index) {
          <li>
            <span>{{ side.label }}</span>: <a [href]="side.address">{{ side.text }}</a>
          </li>
        }
      </ul>
      <p>
        <a [href]="context.path({ at: 'compared', from: asked()!.till, till: asked()!.from })">{{ t.compare.turn }}</a>
      </p>
      @if (difference.before.period !== difference.after.period) {
        <p class="muted">{{ t.compare.latest }}</p>
      }
      <ms-difference-body [difference]="difference" />
      <section class="no-print">
        <h2>{{ t.compare.again }}</h2>
        <ms-compare-form [site]="site()" [asked]="asked()" />
      </section>
    } @else {
      <h1>{{ t.compare.title }}</h1>
      @if (faults().length > 0) {
        <div class="fault" role="alert">
          <p class="term">{{ t.compare.faultHeading }}</p>
          @for (fault of faults(); track $index) {
            <p>
              <a [href]="'#f-' + fault.field"
                ><span>{{ fault.label }}</span
                >: {{ t.compare.faults[fault.code] }}</a
              >
            </p>
          }
        </div>
      } @else {
        <p class="lead">{{ t.compare.lead }}</p>
      }
      <ms-compare-form [site]="site()" [asked]="asked()" />
    }
  `,
})
export class ComparePage {
  readonly site = input.required<ReportSite>();
  readonly asked = input.required<ChosenVersions | null>();
  protected readonly context = inject(CONTEXT);
  protected readonly t = this.context.texts;
  protected readonly faults = computed(() => {
    const { from = null, till = null } = this.asked()?.faults ?? {};
    return [
      ...(from ? [{ field: 'fran', label: this.t.compare.from, code: from }] : []),
      ...(till ? [{ field: 'till', label: this.t.compare.till, code: till }] : []),
    ];
  });

  protected sides({ before, after }: PublishedDifference) {
    return [
      { label: this.t.compare.from, ...this.#reference(before) },
      { label: this.t.compare.till, ...this.#reference(after) },
    ];
  }

  #reference({ period, version, title }: PublishedDifference['before']): { text: string; address: string } {
    return {
      text: this.t.report.reference(this.context.say(title), version),
      address: this.context.path({ at: 'report', period, version }),
    };
  }
}
