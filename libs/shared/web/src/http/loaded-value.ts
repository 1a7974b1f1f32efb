import { computed, linkedSignal, type Resource, type Signal } from '@angular/core';

/** Value of a resource; null while it has none. Reading `value()` of a failed resource throws. */
export const loadedValue = <T>(resource: Resource<T | undefined>): T | null =>
  resource.hasValue() ? (resource.value() ?? null) : null;

interface Latest<T> {
  readonly subject: string | null;
  readonly value: T | null;
  readonly failed: boolean;
}

/**
 * Latest value of a resource: while the next page or filter is fetched the last one stays, so that nothing jumps and
 * the focus keeps its place. Where the page can come to be about something else, `subject` says about what: the value
 * of another subject is not kept. Null when the resource failed.
 */
export function latestValue<T>(
  resource: Resource<T | undefined>,
  subject: () => string | null = () => null,
): Signal<T | null> {
  const source = computed(() => ({
    subject: subject(),
    value: loadedValue(resource),
    failed: resource.error() !== undefined,
  }));
  const latest = linkedSignal<Latest<T>, Latest<T>>({
    source,
    computation: (now, before) => {
      const keeps = now.value === null && !now.failed && before?.value.subject === now.subject;
      return keeps ? before.value : now;
    },
  });
  return computed(() => latest().value);
}
