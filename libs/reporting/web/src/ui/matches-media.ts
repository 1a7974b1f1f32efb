import { BreakpointObserver } from '@angular/cdk/layout';
import { inject, type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { map } from 'rxjs';

/** Whether a media query matches, now and as the window changes. To be called where something can be injected. */
export function matchesMedia(query: string): Signal<boolean> {
  const observer = inject(BreakpointObserver);
  const changes = observer.observe(query).pipe(map((state) => state.matches));
  return toSignal(changes, { initialValue: observer.isMatched(query) });
}
