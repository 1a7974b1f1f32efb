import { Component, computed, type ElementRef, inject, signal, viewChild } from '@angular/core';
import { NavigationEnd, Router, RouterLink, RouterLinkActive } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { focusUnmoved, LanguageChoice, PlanText, Session } from '@malspar/shared-web';
import { filter } from 'rxjs';
import { destinationsOf } from './destinations';
import { ShortcutKeys } from './shortcut-keys';

@Component({
  selector: 'ms-header',
  imports: [RouterLink, RouterLinkActive, TranslocoDirective, PlanText],
  templateUrl: './header.html',
  styleUrl: './header.css',
  host: { '(document:click)': 'leave($event)', '(keydown.escape)': 'closeAccount(true)' },
})
export class Header {
  protected readonly session = inject(Session);
  protected readonly language = inject(LanguageChoice);
  protected readonly open = signal(false);
  protected readonly destinations = computed(() => destinationsOf(this.session.me()));
  protected readonly account = viewChild<ElementRef<HTMLDetailsElement>>('account');
  readonly #keys = inject(ShortcutKeys);

  constructor() {
    inject(Router)
      .events.pipe(filter((event) => event instanceof NavigationEnd))
      .subscribe(() => {
        this.open.set(false);
        this.closeAccount(false);
      });
  }

  /** A menu is closed by going elsewhere. */
  protected leave(event: Event): void {
    if (!this.account()?.nativeElement.contains(event.target as Node)) this.closeAccount(false);
  }

  protected closeAccount(keepFocus: boolean): void {
    const account = this.account()?.nativeElement;
    if (!account?.open) return;
    account.open = false;
    const summary = account.querySelector('summary');
    if (keepFocus && summary) focusUnmoved(summary);
  }

  protected search(): void {
    void this.#keys.openPalette();
  }

  protected signOut(): void {
    void this.session.signOut();
  }
}
