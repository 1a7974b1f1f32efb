import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { PageHeader } from './page-header';
import { Empty } from './states';

/** A page that does not exist, or that the person may not see, with the way onward. */
@Component({
  selector: 'ms-not-found',
  imports: [Empty, PageHeader, RouterLink, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      @if (beneathHeading()) {
        <ms-empty [title]="t('shared.notFound.title')" [text]="t('shared.notFound.text')" />
      } @else {
        <ms-page-header [title]="t('shared.notFound.title')" [lead]="t('shared.notFound.text')" />
      }
      <p>
        <a routerLink="/">{{ t('shared.notFound.toStart') }}</a>
      </p>
    </ng-container>
  `,
})
export class NotFound {
  /** The page has a heading of its own already. */
  readonly beneathHeading = input(false);
}
