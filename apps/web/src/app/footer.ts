import { Component, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Session } from '@malspar/shared-web';
import { ShortcutKeys } from './shortcut-keys';

@Component({
  selector: 'ms-footer',
  imports: [TranslocoDirective],
  template: `
    <footer *transloco="let t">
      <p>{{ t('shared.app') }}. {{ t('shared.footer.about') }}</p>
      @if (session.me()) {
        <button type="button" class="button quiet" (click)="help()">{{ t('shared.footer.shortcuts') }}</button>
      }
    </footer>
  `,
  styles: `
    :host {
      border-block-start: 1px solid var(--line);
    }
    footer {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 0 var(--s5);
      max-inline-size: 78rem;
      min-block-size: 3.5rem;
      margin-inline: auto;
      padding: var(--s2) var(--s4);
      color: var(--muted);
      font-size: 0.9375rem;
    }
    p {
      margin: 0;
    }
    .button {
      padding-inline: 0;
      font-weight: 400;
    }
  `,
})
export class Footer {
  protected readonly session = inject(Session);
  readonly #keys = inject(ShortcutKeys);

  protected help(): void {
    void this.#keys.openHelp();
  }
}
