import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';

export interface Crumb {
  readonly text: string;
  readonly link: string;
}

/** The way here, without the page itself. */
@Component({
  selector: 'ms-breadcrumb',
  imports: [RouterLink, TranslocoDirective],
  template: `
    <nav *transloco="let t" [attr.aria-label]="t('shared.breadcrumb')">
      <ol>
        @for (crumb of crumbs(); track crumb.link) {
          <li>
            <a [routerLink]="crumb.link">{{ crumb.text }}</a>
          </li>
        }
      </ol>
    </nav>
  `,
  styles: `
    ol {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--s2);
      list-style: none;
      padding: 0;
      margin-block-end: var(--s2);
      font-size: 0.9375rem;
    }
    li:not(:last-child)::after {
      content: '/' / '';
      color: var(--muted);
      margin-inline-start: var(--s2);
    }
  `,
})
export class Breadcrumb {
  readonly crumbs = input.required<readonly Crumb[]>();
}
