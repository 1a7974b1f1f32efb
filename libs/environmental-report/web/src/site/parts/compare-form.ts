import { Component, computed, inject, input } from '@angular/core';
import { type ChosenVersions, type ReportSite, versionCode } from '@malspar/environmental-report-model';
import { parsePeriod } from '@malspar/shared-model';
import { CONTEXT } from '../report-context.js';

interface Choice {
  readonly code: string;
  readonly text: string;
}

/** Two reports to choose. Faults stand at their fields, and what was chosen stays chosen. */
@Component({
  selector: 'ms-compare-form',
  template: `
    <form class="asking pair" method="get" [attr.action]="context.path({ at: 'compare' })">
      @for (side of sides; track side.name) {
        <div>
          <label [attr.for]="'f-' + side.name">{{ t.compare[side.label] }}</label>
          @if (fault(side.key); as fault) {
            <p class="fault-text" [attr.id]="'f-' + side.name + 'fault'">{{ t.compare.faults[fault] }}</p>
          }
          <select
            [attr.id]="'f-' + side.name"
            [attr.name]="side.name"
            [attr.aria-invalid]="fault(side.key) ? 'true' : null"
            [attr.aria-describedby]="fault(side.key) ? 'f-' + side.name + 'fault' : null"
          >
            <option value="">{{ t.compare.choose }}</option>
            @for (year of years(); track year.year) {
              <optgroup [attr.label]="year.year">
                @for (choice of year.choices; track choice.code) {
                  <option [attr.value]="choice.code" [attr.selected]="chosen(side.key) === choice.code ? '' : null">
                    {{ choice.text }}
                  </option>
                }
              </optgroup>
            }
          </select>
        </div>
      }
      <button type="submit">{{ t.compare.button }}</button>
    </form>
  `,
})
export class CompareForm {
  readonly site = input.required<ReportSite>();
  readonly asked = input<ChosenVersions | null>(null);
  protected readonly context = inject(CONTEXT);
  protected readonly t = this.context.texts;
  protected readonly sides = [
    { name: 'fran', key: 'from', label: 'from' },
    { name: 'till', key: 'till', label: 'till' },
  ] as const;
  protected readonly years = computed(() => {
    const byYear = new Map<number, Choice[]>();
    for (const { period, versions } of this.site().archive) {
      const { year } = parsePeriod(period);
      const choices = versions.map((version) => ({
        code: versionCode(version),
        text: this.t.compare.option(this.context.say(version.report.periodText), version.report.version),
      }));
      byYear.set(year, [...(byYear.get(year) ?? []), ...choices]);
    }
    return [...byYear].map(([year, choices]) => ({ year: String(year), choices }));
  });

  protected fault(side: 'from' | 'till') {
    return this.asked()?.faults[side] ?? null;
  }

  /** A period alone is its newest version. */
  protected chosen(side: 'from' | 'till'): string | null {
    const code = this.asked()?.[side] ?? null;
    const newest = this.site().archive.find(({ period }) => period === code)?.versions[0];
    return newest ? versionCode(newest) : code;
  }
}
