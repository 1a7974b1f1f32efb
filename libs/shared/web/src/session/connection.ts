import { DestroyRef, DOCUMENT, inject, Injectable, signal } from '@angular/core';
import { NavigationStart, Router } from '@angular/router';

/** A press that came to nothing, since there was no contact with the server. */
export interface RefusedPress {
  /** The words on what was pressed. */
  readonly name: string;
  readonly why: 'offline' | 'unreachable';
}

const CONTROL = 'button, a[href], [role="button"], [role="menuitem"], [role="option"], input[type="submit"]';
/** A request later than this is not what was pressed for, but one that the page makes by itself. */
const SAME_ACT_MS = 3_000;

/** Whether there is contact with the server, and what could not be done without. */
@Injectable({ providedIn: 'root' })
export class Connection {
  readonly #document = inject(DOCUMENT);
  readonly #online = signal(navigator.onLine);
  readonly #refused = signal<RefusedPress | null>(null);
  #pressed: { readonly name: string; readonly at: number } | null = null;

  readonly online = this.#online.asReadonly();
  readonly refused = this.#refused.asReadonly();

  constructor() {
    const [page, listening] = [this.#document, new AbortController()];
    const until = { signal: listening.signal };
    const note = (): void => {
      this.#online.set(navigator.onLine);
      if (navigator.onLine) this.#refused.set(null);
    };
    for (const sign of ['online', 'offline']) page.defaultView?.addEventListener(sign, note, until);
    page.addEventListener('click', ({ target }) => this.#press(target), { ...until, capture: true });
    page.addEventListener('click', (event) => this.#leave(event), until);
    // What a page reads when it is opened was not pressed for: the page says itself what it could not read.
    const walking = inject(Router).events.subscribe((event) => {
      if (event instanceof NavigationStart) this.#pressed = null;
    });
    inject(DestroyRef).onDestroy(() => {
      listening.abort();
      walking.unsubscribe();
    });
  }

  /** Told when a request came to nothing: what was pressed for it says so. */
  noteNoContact(): void {
    if (this.#pressed === null || performance.now() - this.#pressed.at > SAME_ACT_MS) return;
    this.#refused.set({ name: this.#pressed.name, why: this.#online() ? 'unreachable' : 'offline' });
  }

  #press(target: EventTarget | null): void {
    const control = target instanceof Element ? target.closest<HTMLElement>(CONTROL) : null;
    if (!control) return;
    this.#refused.set(null);
    this.#pressed = { name: nameOf(control), at: performance.now() };
  }

  // A link that makes the browser fetch another page or a file would end in the browser's own words.
  #leave(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
    if (!link || event.defaultPrevented || this.#online() || !/^https?:$/.test(link.protocol)) return;
    if (link.getAttribute('href')?.startsWith('#')) return;
    event.preventDefault();
    this.noteNoContact();
  }
}

function nameOf(control: HTMLElement): string {
  const name = control.getAttribute('aria-label') ?? control.textContent ?? '';
  return name.replace(/\s+/gu, ' ').trim();
}
