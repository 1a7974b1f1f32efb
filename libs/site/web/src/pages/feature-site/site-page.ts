import { Component } from '@angular/core';
import { type IsActiveMatchOptions, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { PageHeader } from '@malspar/shared-web';

/** What the organisation itself puts on the public site; each part has its own address. */
@Component({
  selector: 'ms-site-page',
  imports: [PageHeader, RouterLink, RouterLinkActive, RouterOutlet, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <ms-page-header [title]="t('site.title')" [lead]="t('site.lead')" />
      <nav [attr.aria-label]="t('site.parts')">
        <ul>
          <li>
            <a
              routerLink="/webbplatsen"
              routerLinkActive="here"
              ariaCurrentWhenActive="page"
              [routerLinkActiveOptions]="exactly"
              >{{ t('site.documents.title') }}</a
            >
          </li>
          <li>
            <a routerLink="/webbplatsen/tillganglighet" routerLinkActive="here" ariaCurrentWhenActive="page">{{
              t('site.statement.title')
            }}</a>
          </li>
        </ul>
      </nav>
      <router-outlet />
    </ng-container>
  `,
  styles: `
    :host {
      display: block;
      max-inline-size: 60rem;
    }
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--s5);
      padding: 0;
      list-style: none;
      border-block-end: 1px solid var(--line);
      margin-block-end: var(--s5);
    }
    a {
      display: block;
      padding-block: var(--s2);
      border-block-end: 3px solid transparent;
      margin-block-end: -1px;
      color: var(--ink);
      text-decoration: none;
    }
    a:hover {
      border-color: var(--line-strong);
    }
    a.here {
      border-color: var(--accent);
      font-weight: 600;
    }
  `,
})
export class SitePage {
  protected readonly exactly: IsActiveMatchOptions = {
    paths: 'exact',
    queryParams: 'ignored',
    matrixParams: 'ignored',
    fragment: 'ignored',
  };
}
