import { Component, computed, inject, input } from '@angular/core';
import type { Beside, ReportSite } from '@malspar/environmental-report-model';
import type { ListedPublication, PlainPlace } from '@malspar/site-model';
import { PlanText } from '@malspar/site-web/parts';
import { CONTEXT } from '../report-context.js';

const ABOUT = [
  'about',
  'search',
  'verify',
  'open-data',
  'embed',
  'glossary',
  'accessibility',
  'privacy',
] as const satisfies readonly PlainPlace[];

/** Every page that does not belong to one report, as one tree. */
@Component({
  selector: 'ms-site-map',
  imports: [PlanText],
  template: `
    <h1>{{ t.siteMap.title }}</h1>
    <ul class="tree">
      <li>
        <a [href]="context.path({ at: 'home' })">{{ t.nav.home }}</a>
      </li>
      <li>
        <a [href]="context.path({ at: 'plan' })">{{ t.nav.plan }}</a>
        <ul>
          @for (area of report().areas; track $index) {
            <li>
              <a [href]="context.path({ at: 'area', slug: area.slug })" msPlanText>{{ area.title }}</a>
              <ul>
                @for (target of area.targets; track $index) {
                  <li>
                    <a [href]="context.path({ at: 'target', code: target.code })"
                      >{{ target.code }} <span msPlanText>{{ target.title }}</span></a
                    >
                  </li>
                }
              </ul>
            </li>
          }
        </ul>
      </li>
      <li>
        <a [href]="context.path({ at: 'archive' })">{{ t.siteMap.reports }}</a>
        <ul>
          @for (publication of site().archive; track $index) {
            <li>
              <a [href]="context.path({ at: 'report', period: publication.period, version: null })">{{
                context.say(publication.versions[0]!.report.title)
              }}</a>
            </li>
          }
          @for (publication of beside().others; track $index) {
            <li>
              <a [href]="pathOf(publication)">{{ context.say(publication.versions[0].title) }}</a>
            </li>
          }
          <li>
            <a [href]="context.path({ at: 'compare' })">{{ t.nav.compare }}</a>
          </li>
        </ul>
      </li>
      @for (at of about; track at) {
        <li>
          <a [href]="context.path({ at })">{{ t.nav[at] }}</a>
        </li>
      }
    </ul>
  `,
})
export class SiteMapPage {
  readonly site = input.required<ReportSite>();
  readonly beside = input.required<Beside>();
  protected readonly context = inject(CONTEXT);
  protected readonly t = this.context.texts;
  protected readonly about = ABOUT;
  protected readonly report = computed(() => this.site().current);

  protected pathOf({ root, versions: [{ period }] }: ListedPublication): string {
    return this.context.path({ at: 'published', root, period, version: null });
  }
}
