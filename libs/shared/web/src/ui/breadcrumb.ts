import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { planLanguage } from '../i18n/plan-text';

export interface Crumb {
  readonly text: string;
  readonly link: string;
  /** Whether the text is the plan's words. */
  readonly isPlanText?: boolean;
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
            <a [routerLink]="crumb.link" [attr.lang]="crumb.isPlanText ? planLanguage() : null">{{ crumb.text }}</a>
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
  protected readonly planLanguage = planLanguage;
  readonly crumbs = input.required<readonly Crumb[]>();
}
