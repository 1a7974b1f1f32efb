import { Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { OfflineNotice, ProblemNotice, Session, SessionWarning } from '@malspar/shared-web';
import { Footer } from './footer';
import { Header } from './header';
import { ShortcutKeys } from './shortcut-keys';

@Component({
  selector: 'ms-root',
  imports: [Footer, Header, OfflineNotice, ProblemNotice, RouterOutlet, SessionWarning, TranslocoDirective],
  hostDirectives: [ShortcutKeys],
  template: `
    <ng-container *transloco="let t">
      <a class="skip visually-hidden" href="#main">{{ t('shared.skip') }}</a>
      <ms-header />
      <ms-session-warning />
      <ms-offline-notice />
      <main id="main" tabindex="-1">
        @if (session.failure(); as failure) {
          <ms-problem [problem]="failure" (retry)="startOver()" />
        } @else {
          <router-outlet />
        }
      </main>
      <ms-footer />
    </ng-container>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      min-block-size: 100vh;
    }
    main {
      display: block;
      flex: 1;
      inline-size: 100%;
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
  protected readonly session = inject(Session);

  protected startOver(): void {
    location.reload();
  }
}
