import { Component, computed, inject, signal } from '@angular/core';
import { NavigationEnd, Router, RouterLink, RouterLinkActive } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { LanguageChoice, Session } from '@malspar/shared-web';
import { filter } from 'rxjs';
import { ShortcutKeys } from './shortcut-keys';

interface Destination {
  readonly path: string;
  readonly text: string;
  /** What the person must be allowed to see it; absent is everybody. */
  readonly permission?: string;
  readonly role?: string;
}

const DESTINATIONS: readonly Destination[] = [
  { path: '/', text: 'shared.nav.start' },
  { path: '/granskning', text: 'shared.nav.review', role: 'manager' },
  { path: '/oversikt', text: 'shared.nav.board', permission: 'period.close' },
  { path: '/plan', text: 'shared.nav.plan', permission: 'plan.read' },
  { path: '/uppdrag', text: 'shared.nav.assignments', permission: 'assignments.edit' },
  { path: '/logg', text: 'shared.nav.audit', permission: 'audit.read' },
];

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
  protected readonly destinations = computed(() => {
    const me = this.session.me();
    if (!me) return [];
    return DESTINATIONS.filter(
      ({ permission, role }) =>
        (permission === undefined || me.permissions.includes(permission)) &&
        (role === undefined || me.roles.includes(role)),
    );
  });
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
