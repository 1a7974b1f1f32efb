import { LiveAnnouncer } from '@angular/cdk/a11y';
import { Component, inject, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { moved } from '@malspar/shared-model';
import { FocusKeeper, PlanText } from '@malspar/shared-web';

/** The areas in the order of the report, each moved a step at a time. */
@Component({
  selector: 'ms-order-list',
  imports: [PlanText, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <details>
        <summary>{{ t('publication.form.order') }}</summary>
        <ol>
          @for (area of areas(); track area.slug) {
            <li>
              <span msPlanText>{{ area.title }}</span>
              <button
                type="button"
                class="button"
                [id]="area.slug + '-up'"
                [attr.aria-label]="t('shared.order.up', { area: area.title })"
                [attr.aria-disabled]="$first"
                (click)="move(area.slug, -1, t('shared.order.moved', { area: area.title, place: $index }))"
              >
                <span aria-hidden="true">↑</span>
              </button>
              <button
                type="button"
                class="button"
                [id]="area.slug + '-down'"
                [attr.aria-label]="t('shared.order.down', { area: area.title })"
                [attr.aria-disabled]="$last"
                (click)="move(area.slug, 1, t('shared.order.moved', { area: area.title, place: $index + 2 }))"
              >
                <span aria-hidden="true">↓</span>
              </button>
            </li>
          }
        </ol>
      </details>
    </ng-container>
  `,
  styles: `
    ol {
      padding: 0;
      list-style: none;
    }
    li {
      display: flex;
      gap: var(--s2);
      align-items: center;
      padding-block: var(--s1);
    }
    li span:first-child {
      flex: 1;
      min-inline-size: 0;
    }
    button {
      min-inline-size: 2.75rem;
      padding-inline: 0;
    }
  `,
})
export class OrderList {
  readonly areas = input.required<readonly { readonly slug: string; readonly title: string }[]>();
  readonly reordered = output<string[]>();

  readonly #announcer = inject(LiveAnnouncer);
  readonly #focus = inject(FocusKeeper);

  protected move(slug: string, step: -1 | 1, said: string): void {
    const before = this.areas().map((area) => area.slug);
    const after = moved(before, slug, step);
    if (after.join() === before.join()) return;
    this.reordered.emit(after);
    void this.#announcer.announce(said);
    // The row is moved in the page and would lose the focus.
    this.#focus.moveTo(`${slug}-${step < 0 ? 'up' : 'down'}`);
  }
}
