import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { PageHeader } from '@malspar/shared-web';

@Component({
  selector: 'ms-not-found',
  imports: [PageHeader, RouterLink, TranslocoDirective],
  template: `
    <ng-container *transloco="let t">
      <ms-page-header [title]="t('shared.notFound.title')" [lead]="t('shared.notFound.text')" />
      <p>
        <a routerLink="/">{{ t('shared.notFound.toStart') }}</a>
      </p>
    </ng-container>
  `,
})
export class NotFound {}
