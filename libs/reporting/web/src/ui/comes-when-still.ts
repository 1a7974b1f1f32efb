import { DOCUMENT } from '@angular/common';
import { computed, DestroyRef, ElementRef, inject, linkedSignal, type Signal, signal } from '@angular/core';
import { isFocusAtOrBelow } from '@malspar/shared-web';

/**
 * Whether something may be offered at the injecting component: it goes as soon as it is not wanted, but comes only while
 * nothing is being written at it or further down, since all of that would move.
 */
export function comesWhenStill(isWanted: Signal<boolean>): Signal<boolean> {
  const document = inject(DOCUMENT);
  const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  const isWriting = signal(false);
  const look = (): void => isWriting.set(isFocusAtOrBelow(element, document));
  // The focus has arrived when it comes in; when it goes out it is not yet known where to.
  const lookSoon = (): void => queueMicrotask(look);
  document.addEventListener('focusin', look);
  document.addEventListener('focusout', lookSoon);
  inject(DestroyRef).onDestroy(() => {
    document.removeEventListener('focusin', look);
    document.removeEventListener('focusout', lookSoon);
  });
  return linkedSignal<{ isWanted: boolean; isWriting: boolean }, boolean>({
    source: computed(() => ({ isWanted: isWanted(), isWriting: isWriting() })),
    computation: (now, before) => now.isWanted && (!now.isWriting || (before?.value ?? true)),
  }).asReadonly();
}
