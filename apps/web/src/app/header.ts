import { Component, computed, inject, signal } from '@angular/core';
import { NavigationEnd, Router, RouterLink, RouterLinkActive } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { LanguageChoice, Session } from '@malspar/shared-web';
import { filter } from 'rxjs';
import { destinationsOf } from './destinations';
import { ShortcutKeys } from './shortcut-keys';

@Component({
  selector: 'ms-header',
  imports: [RouterLink, RouterLinkActive, TranslocoDirective],
  templateUrl: './header.html',
  styleUrl: './header.css',
})
export class Header {
  protected readonly session = inject(Session);
  protected readonly language = inject(LanguageChoice);
  protected readonly open = signal(false);
  protected readonly destinations = computed(() => destinationsOf(this.session.me()));
  readonly #keys = inject(ShortcutKeys);

  constructor() {
    inject(Router)
      .events.pipe(filter((event) => event instanceof NavigationEnd))
      .subscribe(() => this.open.set(false));
  }

  protected search(): void {
    void this.#keys.openPalette();
  }

  protected signOut(): void {
    void this.session.signOut();
  }
}
