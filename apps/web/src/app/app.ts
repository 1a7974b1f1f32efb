import { Component } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { OfflineNotice, SessionWarning } from '@malspar/shared-web';
import { Header } from './header';
import { ShortcutKeys } from './shortcut-keys';

@Component({
  selector: 'ms-root',
  imports: [Header, OfflineNotice, RouterOutlet, SessionWarning, TranslocoDirective],
  hostDirectives: [ShortcutKeys],
  template: `
    <ng-container *transloco="let t">
      <a class="skip visually-hidden" href="#main" (click)="skip($event, main)">{{ t('shared.skip') }}</a>
      <ms-header />
      <ms-session-warning />
      <ms-offline-notice />
      <main #main id="main" tabindex="-1"><router-outlet /></main>
    </ng-container>
  `,
  styles: `
    :host {
      display: block;
      min-block-size: 100vh;
    }
    main {
      display: block;
      max-inline-size: 78rem;
      margin-inline: auto;
      padding: var(--s5) var(--s4) var(--s7);
    }
    main:focus {
      outline: none;
    }
    .skip:focus {
      position: absolute;
      z-index: 10;
      background: var(--surface);
      padding: var(--s3) var(--s4);
    }
  `,
})
export class App {
  /** A bare fragment link would leave the page, since the base address is the app's root. */
  protected skip(event: Event, main: HTMLElement): void {
    event.preventDefault();
    main.focus();
  }
}
