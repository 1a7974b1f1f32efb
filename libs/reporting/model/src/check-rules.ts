import type { FiredCheck, SoftCheckCode } from './entry.js';
import type { FieldPointer } from './field-paths.js';
import type { Entry } from './report.js';

/** What the checks need of an entry; the form's and the server's entry both have it. */
export type CheckedEntry = Pick<
  Entry,
  | 'targetCode'
  | 'target'
  | 'indicator'
  | 'duePeriods'
  | 'notMeasurableUntil'
  | 'content'
  | 'unreadable'
  | 'last'
  | 'series'
> &
  // Where the target and what is written here come from.
  Partial<Pick<Entry, 'provenance' | 'exampleFields'>>;

/** A check that has fired, before it is known whose it is and whether it is explained. */
export type FiredRule =
  | {
      readonly kind: 'hard';
      readonly code: string;
      readonly field: FieldPointer;
      readonly params?: FiredCheck['params'];
    }
  | {
      readonly kind: 'soft';
      readonly code: SoftCheckCode;
      readonly field: FieldPointer;
      readonly params?: FiredCheck['params'];
    };

/** Names the parameters of a check that are examples, so that its sentence says so; nothing where none is. */
export function exampleParams(parts: Readonly<Record<string, boolean | undefined>>): { readonly examples?: string } {
  const names = Object.keys(parts).filter((name) => parts[name]);
  return names.length > 0 ? { examples: names.join(' ') } : {};
}
