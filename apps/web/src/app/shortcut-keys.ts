import { Dialog } from '@angular/cdk/dialog';
import { Directive, inject } from '@angular/core';
import { Session, SingleKeys } from '@malspar/shared-web';

/** Ctrl+K finds things, `?` lists the keys. */
@Directive({ host: { '(document:keydown)': 'press($event)' } })
export class ShortcutKeys {
  readonly #dialog = inject(Dialog);
  readonly #session = inject(Session);
  readonly #singleKeys = inject(SingleKeys);

  protected press(event: KeyboardEvent): void {
    if (!this.#session.me() || event.altKey || this.#dialog.openDialogs.length > 0) return;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      void this.openPalette();
    } else if (this.#singleKeys.of(event) === '?') {
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
