import { DOCUMENT } from '@angular/common';
import { afterEveryRender, Directive, ElementRef, inject } from '@angular/core';

/**
 * A part of a form that does not shrink while the focus is in it or further down the page, so that a warning that goes
 * away moves nothing that is being written. The room is given back when the focus is elsewhere.
 */
@Directive({ selector: '[msKeepsPlace]' })
export class KeepsPlace {
  readonly #document = inject(DOCUMENT);
  readonly #element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  #height = 0;

  constructor() {
    afterEveryRender({ mixedReadWrite: () => this.#keep() });
  }

  #keep(): void {
    if (!this.#isNeeded()) {
      if (this.#height > 0) this.#element.style.minBlockSize = '';
      this.#height = 0;
      return;
    }
    const height = this.#element.offsetHeight;
    if (height <= this.#height) return;
    this.#height = height;
    this.#element.style.minBlockSize = `${height}px`;
  }

  #isNeeded(): boolean {
    return isFocusAtOrBelow(this.#element, this.#document);
  }
}

/** Whether the focus is in the element or further down the page, so that what comes or goes here would move it. */
export function isFocusAtOrBelow(element: Element, document: Document): boolean {
  const focused = document.activeElement;
  if (!focused?.closest('main') || focused.matches('main')) return false;
  if (element.contains(focused)) return true;
  return (element.compareDocumentPosition(focused) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
