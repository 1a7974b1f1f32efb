import { effect, type Signal, signal } from '@angular/core';

export interface Settled<T> {
  readonly value: Signal<T>;
  /** Takes the newest value at once, as when a field is left. */
  now(): void;
}

/**
 * The signal's value once it has been still for a moment: what is pointed out while typing must not come and go with
 * every key. A change of `about` (another target) counts at once. Call in an injection context.
 */
export function settled<T>(source: Signal<T>, about: Signal<unknown>, delay = 600): Settled<T> {
  const value = signal<T | undefined>(undefined);
  let seen: unknown;
  effect((onCleanup) => {
    const newest = source();
    if (seen !== about()) {
      seen = about();
      value.set(newest);
      return;
    }
    const timer = setTimeout(() => value.set(newest), delay);
    onCleanup(() => clearTimeout(timer));
  });
  const read = () => value() ?? source();
  return { value: read as Signal<T>, now: () => value.set(source()) };
}
