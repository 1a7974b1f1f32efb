import { DOCUMENT } from '@angular/common';
import { inject, Injectable } from '@angular/core';
import { NavigationStart, Router, Scroll } from '@angular/router';
import { focusOn } from './focus-on';

/**
 * Follows a link to a place in a page (`#field-verdict`): the focus goes there once per navigation, as soon as the
 * place is in the page, unless the person has begun to do something else meanwhile. Bare `#id` links are followed
 * within the page; the base address would make another page of them.
 */
@Injectable({ providedIn: 'root' })
export class FragmentFocus {
  readonly #document = inject(DOCUMENT);
  readonly #router = inject(Router);
  #waiting: MutationObserver | null = null;

  /** Starts following links; once, when the app starts. */
  watch(): void {
    this.#router.events.subscribe((event) => {
      if (event instanceof NavigationStart) this.#stop();
      // The router has by then put the scroll position where it should be.
      else if (event instanceof Scroll && event.anchor) this.#seek(event.anchor);
    });
    this.#document.addEventListener('click', (event) => this.#followWithin(event));
    const doing = (): void => this.#stop();
    for (const sign of ['keydown', 'pointerdown', 'wheel'] as const) {
      this.#document.addEventListener(sign, doing, { capture: true, passive: true });
    }
  }

  #seek(id: string): void {
    this.#stop();
    if (this.#goTo(id)) return;
    this.#waiting = new MutationObserver(() => {
      if (this.#goTo(id)) this.#stop();
    });
    this.#waiting.observe(this.#document.body, { subtree: true, childList: true });
  }

  #stop(): void {
    this.#waiting?.disconnect();
    this.#waiting = null;
  }

  #goTo(id: string): boolean {
    const place = this.#document.getElementById(id);
    if (place) focusOn(place);
    return place !== null;
  }

  #followWithin(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
    const id = link?.getAttribute('href')?.slice(1);
    if (!id || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.#goTo(id);
  }
}
