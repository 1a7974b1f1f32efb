import type { Resource } from '@angular/core';

/** Value of a resource; null while it has none. Reading `value()` of a failed resource throws. */
export const loadedValue = <T>(resource: Resource<T | undefined>): T | null =>
  resource.hasValue() ? (resource.value() ?? null) : null;
