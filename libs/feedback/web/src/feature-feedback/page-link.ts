import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { formatPeriodInText, Sentence } from '@malspar/shared-web';
import { AreaTitles } from '../data/area-titles';
import { pageName } from '../data/page-name';

const AREA = 'feedback.pages.area';

/** A page of the public site by its name, with a way to it. */
@Component({
  selector: 'ms-page-link',
  imports: [TranslocoDirective, Sentence],
  template: `<a *transloco="let t" [href]="path()"
    ><ms-sentence [text]="t(name().key, filled())" [plansWords]="plansWords()"
  /></a>`,
})
export class PageLink {
  /** Its Swedish address. */
  readonly path = input.required<string>();
  readonly #areas = inject(AreaTitles);
  protected readonly name = computed(() => pageName(this.path()));
  protected readonly plansWords = computed(() => (this.name().key === AREA ? [this.filled().name] : []));
  protected readonly filled = computed(() => {
    const { key, name = '', period, version } = this.name();
    return {
      name: key === AREA ? this.#areas.of(name) : name,
      version,
      period: period === undefined ? undefined : formatPeriodInText(period),
    };
  });
}
