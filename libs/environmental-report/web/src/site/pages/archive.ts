import { Component, computed, inject, input } from '@angular/core';
import type { ArchivedPublication, Beside, ReportSite } from '@malspar/environmental-report-model';
import { parsePeriod } from '@malspar/shared-model';
import { PublishedList } from '@malspar/site-web/parts';
import { CONTEXT } from '../report-context.js';
import { CompareForm } from '../parts/compare-form.js';

/** Everything that has been published, year by year, every version at its own address. */
@Component({
  selector: 'ms-archive',
  imports: [CompareForm, PublishedList],
  template: `
    <h1>{{ t.archive.title }}</h1>
    <p class="lead">{{ t.archive.lead }}</p>
    <section class="no-print">
      <h2>{{ t.compare.title }}</h2>
      <ms-compare-form [site]="site()" />
    </section>
    @for (year of years(); track $index) {
      <section>
        <h2>{{ year.year }}</h2>
        <ul class="archive">
          @for (publication of year.publications; track $index) {
            <li>
              <h3>
                <a [href]="context.path({ at: 'report', period: publication.period, version: null })">{{
                  context.say(publication.versions[0]!.report.title)
                }}</a>
              </h3>
              <ul class="versions">
                @for (version of publication.versions; track $index) {
                  <li>
                    <a
                      [href]="
                        context.path({ at: 'report', period: publication.period, version: version.report.version })
                      "
                      [attr.aria-label]="t.report.reference(context.say(version.report.title), version.report.version)"
                      >{{ t.archive.version(version.report.version) }}</a
                    >
                    <span class="muted">{{ context.say(version.report.publishedOn) }}</span>
                    @if (version.report.correction) {
                      <a
                        [href]="
                          context.path({
                            at: 'correction',
                            period: publication.period,
                            version: version.report.version,
                          })
                        "
                        >{{ t.report.changes }}</a
                      >
                    }
                  </li>
                }
              </ul>
            </li>
          }
        </ul>
      </section>
    }
    <ms-published-list [publications]="beside().others" />
  `,
})
export class ArchivePage {
  readonly site = input.required<ReportSite>();
  readonly beside = input.required<Beside>();
  protected readonly context = inject(CONTEXT);
  protected readonly t = this.context.texts;
  protected readonly years = computed(() => {
    const byYear = new Map<number, ArchivedPublication[]>();
    for (const publication of this.site().archive) {
      const { year } = parsePeriod(publication.period);
      byYear.set(year, [...(byYear.get(year) ?? []), publication]);
    }
    return [...byYear].map(([year, publications]) => ({ year, publications }));
  });
}
