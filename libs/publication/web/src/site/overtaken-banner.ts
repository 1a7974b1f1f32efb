import { Component, computed, inject } from '@angular/core';
import type { Overtaken, PublicPlace } from '@malspar/publication-model';
import { CONTEXT } from './page-context.js';
import { ExampleMark, Sentence } from './parts/marks.js';

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
    <aside class="banner" [attr.aria-label]="t.label">
      <p>{{ t.lead }}</p>
      @for (group of groups(); track $index) {
        <p>
          <a [href]="context.path(placeOf(group))">{{ sourceOf(group) }}</a>
        </p>
        <details [attr.open]="isFew() ? '' : null">
          <summary>{{ t.count(group.items.length) }}</summary>
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
  readonly #items = this.context.page.overtaken ?? [];
  protected readonly isFew = computed(() => this.#items.length <= FEW);
  protected readonly groups = computed((): readonly Group[] => {
    const groups = new Map<string, Overtaken[]>();
    for (const item of this.#items) {
      const key = `${item.by.period} ${item.by.version}`;
      groups.set(key, [...(groups.get(key) ?? []), item]);
    }
    return [...groups.values()].flatMap((items) => (items[0] ? [{ by: items[0].by, items }] : []));
  });

  /** A correction has a page that shows what it changed. */
  protected placeOf({ by: { period, version, isCorrection } }: Group): PublicPlace {
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
