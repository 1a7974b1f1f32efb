import type { PeriodCode, PlainDate, WrittenDay } from '@malspar/shared-model';

/**
 * What every published version says of itself, whatever its kind. The rest of it is the kind's own; all of it is frozen as
 * one canonical JSON.
 */
export interface PublishedContent {
  readonly slug: string;
  readonly title: { readonly sv: string; readonly en: string };
  readonly period: PeriodCode;
  readonly version: number;
  readonly correction: { readonly reason: string; readonly date: PlainDate; readonly ofVersion: number } | null;
  /** RFC 3339. */
  readonly publishedAt: string;
  readonly publishedOn: WrittenDay;
  /** The newest link of the audit chain when it was composed. */
  readonly auditHead: string;
}
