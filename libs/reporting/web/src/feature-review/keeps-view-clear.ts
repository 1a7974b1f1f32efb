import { DOCUMENT } from '@angular/common';
import { DestroyRef, Directive, ElementRef, inject } from '@angular/core';

/**
 * What stands at the foot of the window over the page: whatever takes the focus is scrolled clear of it, however high it
 * grows (WCAG 2.4.11).
 */
@Directive()
export class KeepsViewClear {
  constructor() {
    const page = inject(DOCUMENT).documentElement;
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(() => {
      page.style.scrollPaddingBlockEnd = `${host.offsetHeight + 16}px`;
    });
    observer.observe(host);
    inject(DestroyRef).onDestroy(() => {
      observer.disconnect();
      page.style.scrollPaddingBlockEnd = '';
    });
  }
}
