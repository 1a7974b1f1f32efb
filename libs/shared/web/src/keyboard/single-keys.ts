import { Dialog } from '@angular/cdk/dialog';
import { inject, Injectable } from '@angular/core';

const OFF = 'malspar.shortcuts-off';

/** Shortcuts of a single key. They never act while somebody writes or a dialog is open, and can be turned off. */
@Injectable({ providedIn: 'root' })
export class SingleKeys {
  readonly #dialog = inject(Dialog);

  get enabled(): boolean {
    return localStorage.getItem(OFF) === null;
  }

  set enabled(on: boolean) {
    if (on) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, 'true');
  }

  /** The key that was pressed as a shortcut; null when it was meant for something else. */
  of(event: KeyboardEvent): string | null {
    const isMeant = event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isWriting(event.target);
    return isMeant || !this.enabled || this.#dialog.openDialogs.length > 0 ? null : event.key;
  }
}

const KEYLESS = ['checkbox', 'radio', 'button', 'submit', 'reset', 'file'];

function isWriting(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !KEYLESS.includes(target.type);
  return target instanceof HTMLElement && (target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName));
}
