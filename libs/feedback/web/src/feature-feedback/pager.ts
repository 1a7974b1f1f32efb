import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';

/** Back and forth in a list that has several pages; says nothing where there is one. */
@Component({
  selector: 'ms-pager',
  imports: [RouterLink, TranslocoDirective],
  template: `
    @if (pages() > 1) {
      <nav class="cluster" [attr.aria-label]="label()" *transloco="let t">
        @if (page() > 1) {
          <a class="button" [routerLink]="[]" [queryParams]="to(page() - 1)" queryParamsHandling="merge">{{
            t('feedback.previous')
          }}</a>
        }
        <span>{{ t('feedback.page', { page: page(), pages: pages() }) }}</span>
        @if (page() < pages()) {
          <a class="button" [routerLink]="[]" [queryParams]="to(page() + 1)" queryParamsHandling="merge">{{
            t('feedback.next')
          }}</a>
        }
      </nav>
    }
  `,
})
export class Pager {
  readonly page = input.required<number>();
  readonly total = input.required<number>();
  readonly perPage = input.required<number>();
  readonly label = input.required<string>();
  /** What of the address says which page. */
  readonly parameter = input.required<string>();

  protected readonly pages = computed(() => Math.ceil(this.total() / this.perPage()));

  protected to(page: number): Record<string, number | null> {
    return { [this.parameter()]: page > 1 ? page : null };
  }
}
