import { Component, computed, inject } from '@angular/core';
import {
  isFrozenWithReport,
  isReportPage,
  type Overtaken,
  type PublishedVersion,
  type ReportPlace,
} from '@malspar/environmental-report-model';
import type { PublicPage } from '@malspar/site-model';
import { ExampleMark, Sentence } from '@malspar/site-web/parts';
import { CONTEXT } from './report-context.js';

/** As many as are read in a glance; more are folded. */
const FEW = 6;

interface Group {
  readonly by: Overtaken['by'];
  readonly items: readonly Overtaken[];
}

/**
 * What of a frozen page no longer holds, and which version says so. It stands above the page and is no part of it: the
 * page itself is never altered.
 */
@Component({
  selector: 'ms-overtaken',
  imports: [ExampleMark, Sentence],
  template: `
    <aside class="banner" [class.of-all]="superseded !== null" [attr.aria-label]="t.label">
      @if (superseded; as version) {
        <p>
          {{ context.texts.report.superseded }}
          <a [href]="context.path({ at: 'report', period: version.report.period, version: null })">{{
            context.texts.report.newest
          }}</a>
        </p>
      } @else {
        <p>{{ t.lead }}</p>
      }
      @for (group of groups(); track $index) {
        @if (superseded === null) {
          <p>
            <a [href]="context.path(placeOf(group))">{{ sourceOf(group) }}</a>
          </p>
        }
        <details [attr.open]="isFew() ? '' : null">
          <summary>
            @if (superseded !== null) {
              {{ sourceOf(group) }}:
            }
            {{ t.count(group.items.length) }}
          </summary>
          @if (superseded !== null) {
            <p>
              <a [href]="context.path(placeOf(group))">{{ sourceOf(group) }}</a>
            </p>
          }
          <ul>
            @for (item of group.items; track $index) {
              <li>
                <span dir="auto" [attr.lang]="item.targetCode === null ? plansLanguage : null">{{
                  subject(item)
                }}</span>:
                <ms-sentence [text]="said(item)" [plansWords]="item.plansWords" />
                <ms-example [of]="item.isExample ? 'illustrative' : null" />
              </li>
            }
          </ul>
        </details>
      }
    </aside>
  `,
})
export class OvertakenBanner {
  protected readonly context = inject(CONTEXT);
  protected readonly t = this.context.texts.overtaken;
  protected readonly plansLanguage = this.context.planLanguage;
  readonly #items = overtakenOn(this.context.page);
  /** The version shown, where it has a newer one: one line says that, with the figures folded below it. */
  protected readonly superseded = supersededOn(this.context.page);
  protected readonly isFew = computed(() => this.superseded === null && this.#items.length <= FEW);
  protected readonly groups = computed((): readonly Group[] => {
    const groups = new Map<string, Overtaken[]>();
    for (const item of this.#items) {
      const key = `${item.by.period} ${item.by.version}`;
      groups.set(key, [...(groups.get(key) ?? []), item]);
    }
    return [...groups.values()].flatMap((items) => (items[0] ? [{ by: items[0].by, items }] : []));
  });

  /** A correction has a page that shows what it changed. */
  protected placeOf({ by: { period, version, isCorrection } }: Group): ReportPlace {
    return { at: isCorrection ? 'correction' : 'report', period, version };
  }

  protected sourceOf({ by: { title, version, isCorrection } }: Group): string {
    const name = this.context.texts.report.reference(this.context.say(title), version);
    return isCorrection ? this.t.corrected(name) : this.t.revised(name);
  }

  protected said({ what, values }: Overtaken): string {
    const change = values ? this.t.change(this.context.say(values.was), this.context.say(values.is)) : this.t.text;
    return `${this.context.say(what)}, ${change}`;
  }

  protected subject({ targetCode, area }: Overtaken): string {
    return targetCode === null ? area.title : this.context.texts.target.heading(targetCode);
  }
}

const overtakenOn = (page: PublicPage): readonly Overtaken[] => (isFrozenWithReport(page) && page.overtaken) || [];

function supersededOn(page: PublicPage): PublishedVersion | null {
  const own = isReportPage(page) ? page.own : null;
  return own?.kind === 'report' && own.superseded ? own.version : null;
}
