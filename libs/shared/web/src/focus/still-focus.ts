import { DOCUMENT } from '@angular/common';
import { afterEveryRender, inject, Injectable } from '@angular/core';

/**
 * Keeps the focused control where it is on the screen while what stands above it grows or shrinks: the page is scrolled
 * by as much, before it is painted. Only within `main`, and not in what the page's scrolling does not move.
 */
@Injectable({ providedIn: 'root' })
export class StillFocus {
  readonly #document = inject(DOCUMENT);
  readonly #afterEveryRender = afterEveryRender;
  #control: HTMLElement | null = null;
  /** The control's distance from the top of the page, which scrolling does not change. */
  #top = 0;

  /** Starts watching the page; once, when the app starts, in an injection context. */
  watch(): void {
    const page = this.#document;
    page.addEventListener('focusin', ({ target }) => this.#hold(target));
    page.addEventListener('focusout', () => this.#hold(null));
    page.defaultView?.addEventListener('resize', () => this.#measure());
    this.#afterEveryRender({ mixedReadWrite: () => this.#still() });
  }

  #hold(target: EventTarget | null): void {
    this.#control = target instanceof HTMLElement && target.closest('main') && this.#scrolls(target) ? target : null;
    // The browser would move the page as well.
    this.#document.documentElement.style.setProperty('overflow-anchor', this.#control ? 'none' : null);
    this.#measure();
  }

  #scrolls(control: HTMLElement): boolean {
    const window = this.#document.defaultView;
    for (let each: HTMLElement | null = control; each; each = each.parentElement) {
      if (/sticky|fixed/.test(window?.getComputedStyle(each).position ?? '')) return false;
    }
    return true;
  }

  #measure(): void {
    this.#top = this.#distance() ?? 0;
  }

  #distance(): number | null {
    if (!this.#control?.isConnected) return null;
    return this.#control.getBoundingClientRect().top + (this.#document.defaultView?.scrollY ?? 0);
  }

  #still(): void {
    const now = this.#distance();
    if (now === null) return;
    const moved = now - this.#top;
    this.#top = now;
    if (Math.abs(moved) >= 1) this.#document.defaultView?.scrollBy({ top: moved, behavior: 'instant' });
  }
}
