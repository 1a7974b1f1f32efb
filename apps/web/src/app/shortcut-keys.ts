import { Dialog } from '@angular/cdk/dialog';
import { Directive, inject } from '@angular/core';
import { Session } from '@malspar/shared-web';

const OFF = 'malspar.shortcuts-off';

/** Ctrl+K finds things, `?` lists the keys. Single keys never act while somebody writes, and can be turned off. */
@Directive({ host: { '(document:keydown)': 'press($event)' } })
export class ShortcutKeys {
  readonly #dialog = inject(Dialog);
  readonly #session = inject(Session);

  static get enabled(): boolean {
    return localStorage.getItem(OFF) === null;
  }

  static set enabled(on: boolean) {
    if (on) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, 'true');
  }

  protected press(event: KeyboardEvent): void {
    if (!this.#session.me() || event.altKey || this.#dialog.openDialogs.length > 0) return;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      void this.openPalette();
    } else if (event.key === '?' && !event.ctrlKey && ShortcutKeys.enabled && !isWriting(event.target)) {
      event.preventDefault();
      void this.openHelp();
    }
  }

  async openPalette(): Promise<void> {
    const { Palette } = await import('./palette');
    this.#dialog.open(Palette, { ariaModal: true, ariaLabelledBy: 'palette-label' });
  }

  async openHelp(): Promise<void> {
    const { ShortcutHelp } = await import('./shortcut-help');
    this.#dialog.open(ShortcutHelp, { ariaModal: true, ariaLabelledBy: 'shortcut-title' });
  }
}

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
